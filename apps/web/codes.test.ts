// SPDX-License-Identifier: EUPL-1.2
// What a machine calls a thing is nothing for people to read: no list of a register and no record in
// it shows a code such as `early_warning`, in either language.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plurals } from '@schouw/contract'
import type { BrowserContext } from 'playwright-core'
import { codesOn } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

/** Of every register its list and the newest record in it. */
async function registersOf(context: BrowserContext, server: string): Promise<readonly string[]> {
  const paths: string[] = []
  for (const plural of Object.values(plurals)) {
    const came = await context.request.get(`${server}/api/v1/${plural}?limit=1`)
    if (!came.ok()) continue
    const { items } = (await came.json()) as { readonly items: readonly { readonly id: string }[] }
    paths.push(`registers/${plural}`)
    for (const { id } of items) paths.push(`registers/${plural}/${id}`)
  }
  return paths
}

inExample('codes', (example) => {
  for (const language of ['nl', 'en'] as const) {
    it(`are words in every register: ${language}`, { timeout: 600_000 }, async () => {
      const context = await example.contextOf('Marloes', language)
      const page = await context.newPage()
      const found: Record<string, readonly string[]> = {}
      const paths = await registersOf(context, example.address)
      assert.ok(paths.length > Object.keys(plurals).length)
      for (const path of paths) {
        await page.goto(`${example.address}/${path}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        const codes = await codesOn(page)
        if (codes.length > 0) found[path] = codes
      }
      assert.deepEqual(found, {})
      await context.close()
    })
  }
})
