// SPDX-License-Identifier: EUPL-1.2
// The addresses of the application as its own list of pages declares them, with an example of each.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

const text = readFileSync(join(import.meta.dirname, '../shell/pages.tsx'), 'utf8')

/** Doors, which have addresses of their own, and the one for whatever else is asked. */
const isDoor = (path: string) => path.startsWith('/') || path === '*'

export const declared: readonly string[] = [...text.matchAll(/path="([^"]+)"/g)]
  .map(([, path = '']) => path)
  .filter((path) => !isDoor(path))

/** What stands in the place of `:id`, by the address it stands in. */
const examples: Readonly<Record<string, string>> = {
  'decisions/:id': '/api/v1/decisions?limit=1',
  'decisions/:id/second': '/api/v1/decisions?limit=1',
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

const fixed: Readonly<Record<string, string>> = {
  ':duty': 'd',
  ':plural': 'suppliers',
  ':paper': 'insurer',
}

/** What the example factory has none of: looked at where it is made. */
export const unseen: readonly string[] = [
  'import/tables/:id',
  'import/sources/:id',
  'incidents/:id/reports/:report',
  'policies/:id',
  'suppliers/reviews/:id',
  'customers/questionnaires/:id',
  'customers/shares/:id',
  'suppliers/purchases/:id',
  'access/reviews/:id',
  'meetings/:id',
]

/** Undefined where the example has nothing to show at that address. */
export async function addressOf(
  context: BrowserContext,
  server: string,
  path: string,
): Promise<string | undefined> {
  let filled = path
  for (const [part, value] of Object.entries(fixed)) filled = filled.replace(part, value)
  if (!filled.includes(':')) return filled
  const list = examples[path]
  if (list === undefined) return undefined
  const came = await context.request.get(`${server}${list}`)
  const { items } = (await came.json()) as { items: readonly Readonly<Record<string, string>>[] }
  const [first] = items
  if (first === undefined) return undefined
  return filled
    .replace(':document', first['document'] ?? '')
    .replace(':id', first['id'] ?? first['asset'] ?? '')
}
