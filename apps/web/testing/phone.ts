// SPDX-License-Identifier: EUPL-1.2
// Somebody outside with a link and a phone.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { patienceMs } from './browser.ts'

export const phone = { width: 390, height: 844 }

/** A phone that was never here before, and knows nobody; in the browser that this page is in. */
export async function phoneAt(link: string, known: Page): Promise<Page> {
  const browser = known.context().browser()
  assert.ok(browser !== null)
  const fresh = await browser.newContext({ locale: 'nl-NL', viewport: phone })
  fresh.setDefaultTimeout(patienceMs)
  const page = await fresh.newPage()
  await page.goto(link)
  return page
}
