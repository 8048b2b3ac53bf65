// SPDX-License-Identifier: EUPL-1.2
// Every address of the application, for whoever runs the cycle and for whoever is answerable:
// nothing for an accessibility engine to object to in either theme, nothing that scrolls sideways
// at 200 percent or on a phone, and no code where a word belongs. A new route without an example
// here fails.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addressOf, declared, unseen } from './testing/addresses.ts'
import { codesOn, complaintsOf, objectionsTo } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('every page', (example) => {
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
      for (const path of ['', ...paths]) {
        const address = await addressOf(context, example.address, path)
        if (address === undefined) {
          left.push(path)
          continue
        }
        await page.goto(`${example.address}/${address}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        const objections = [...(await codesOn(page)), ...(await objectionsTo(page))]
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
