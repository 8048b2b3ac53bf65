// SPDX-License-Identifier: EUPL-1.2
// Every address of the application, for whoever runs the cycle and for whoever is answerable:
// nothing for an accessibility engine to object to in either theme, and nothing that scrolls
// sideways at 200 percent or on a phone. A new route without an example here fails.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { complaintsOf, objectionsTo } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

const text = readFileSync(join(import.meta.dirname, 'shell/pages.tsx'), 'utf8')
const declared = [...text.matchAll(/path="([^"]+)"/g)].map(([, path = '']) => path)

/** Doors, which have addresses of their own, and the one for whatever else is asked. */
const isDoor = (path: string) => path.startsWith('/') || path === '*'

/** What stands in the place of `:id`, by the first part of the address. */
const examples: Readonly<Record<string, string>> = {
  'decisions/:id': '/api/v1/decisions?limit=1',
  'exercises/:id': '/api/v1/exercises?limit=1',
  'playbooks/:id': '/api/v1/playbooks?limit=1',
  'findings/:id/frame': '/api/v1/findings?limit=1',
  'incidents/:id': '/api/v1/incidents?limit=1',
  'risks/:id': '/api/v1/risks?limit=1',
  'suppliers/:id': '/api/v1/suppliers?limit=1',
  'suppliers/reviews/:id': '/api/v1/supplier-reviews?limit=1&filter=type:eq:questionnaire',
  'registers/:plural/:id': '/api/v1/suppliers?limit=1',
  'vulnerabilities/advisories/:document': '/api/v1/advisories',
  'vulnerabilities/assets/:id': '/api/v1/vulnerabilities',
}

const fixed: Readonly<Record<string, string>> = { ':duty': 'd', ':plural': 'suppliers' }

inExample('every page', (example) => {
  /** Undefined where the example has nothing to show at that address. */
  async function addressOf(context: BrowserContext, path: string): Promise<string | undefined> {
    let filled = path
    for (const [part, value] of Object.entries(fixed)) filled = filled.replace(part, value)
    if (!filled.includes(':')) return filled
    const list = examples[path]
    if (list === undefined) return undefined
    const came = await context.request.get(`${example.address}${list}`)
    const { items } = (await came.json()) as { items: readonly Readonly<Record<string, string>>[] }
    const [first] = items
    if (first === undefined) return undefined
    return filled
      .replace(':document', first['document'] ?? '')
      .replace(':id', first['id'] ?? first['asset'] ?? '')
  }

  const people = [
    ['Marloes', 'nl', declared],
    ['Hanneke', 'en', ['decisions/:id', 'people/training', 'measures/:duty', 'waiting', 'risks']],
  ] as const
  for (const [name, language, paths] of people) {
    it(`is sound for ${name}, ${language}`, { timeout: 600_000 }, async (test) => {
      const context = await example.contextOf(name, language)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      const found: Record<string, readonly string[]> = {}
      const left: string[] = []
      for (const path of ['', ...paths].filter((one) => !isDoor(one))) {
        const address = await addressOf(context, path)
        if (address === undefined) {
          left.push(path)
          continue
        }
        await page.goto(`${example.address}/${address}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        const objections = await objectionsTo(page)
        if (objections.length > 0) found[path] = objections
      }
      test.diagnostic(`no example of: ${left.join(', ') || 'nothing'}`)
      assert.deepEqual(found, {})
      assert.deepEqual(complaints, [])
      assert.deepEqual(
        left.filter((path) => !unseen.includes(path)),
        [],
      )
    })
  }
})

/** What the example factory has none of: looked at where it is made. */
const unseen: readonly string[] = [
  'import/tables/:id',
  'import/sources/:id',
  'incidents/:id/reports/:report',
  'policies/:id',
  'suppliers/reviews/:id',
  'access/reviews/:id',
  'meetings/:id',
]
