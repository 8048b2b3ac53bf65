// SPDX-License-Identifier: EUPL-1.2
// What people do with what was seen: take it over, set it aside, make one of two, call it an
// incident or silence it; and a zone kept as the traffic proposes it.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { patienceMs } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('what was seen', (example) => {
  const open = async (path: string) => {
    const page = await example.pageOf('Marloes', path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    return page
  }

  it('is taken over into the register, and is news no more', { timeout: 300_000 }, async () => {
    const page = await open('/inventory')
    await page.getByRole('tab', { name: /Veranderd/ }).click()
    await page.getByRole('button', { name: 'Overnemen: L1-PLC01, Firmware' }).click()
    await page.getByText('Het register is bijgewerkt.').waitFor()
    await page
      .getByRole('button', { name: 'Overnemen: L1-PLC01, Firmware' })
      .waitFor({ state: 'detached' })
  })

  it('becomes an incident in one click, or is silent until a day', {
    timeout: 300_000,
  }, async () => {
    const page = await open('/departures')
    const acts = page.getByRole('button', { name: /^Maak er een incident van/ })
    await acts.first().waitFor()
    const before = await acts.count()
    await page.locator('summary', { hasText: 'Stilleggen' }).last().click()
    const form = page.locator('details[open] form')
    await form.getByLabel('Tot en met').fill('31-12-2199')
    await form.getByLabel('Waarom').fill('onderhoud door eigen mensen')
    await form.getByRole('button', { name: 'Stilleggen' }).click()
    await page.getByText('stil tot en met', { exact: false }).waitFor()
    assert.equal(await acts.count(), before - 1)
    await acts.first().click()
    await page.waitForURL(/\/incidents\/[0-9a-f-]{36}/, { timeout: patienceMs })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  })
})
