// SPDX-License-Identifier: EUPL-1.2
// Rows of a register that somebody picks stay picked while the list is searched and put in another
// order, and are changed together; a proof that is under way is waited for.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('picking rows of a register', (example) => {
  it('keeps what was picked through a search, another order and an empty list', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    const complaints = complaintsOf(page)
    const row = (name: RegExp) => page.getByRole('row').filter({ hasText: name })
    await row(/Meswerk/)
      .getByRole('checkbox')
      .check()
    await row(/Robotek/)
      .getByRole('checkbox')
      .check()
    const bulk = page.locator('.bulk')
    await bulk.getByText('2 regels gekozen').waitFor()

    const search = page.getByRole('searchbox', { name: /^Zoek/ })
    await search.fill('Kessel')
    await row(/Meswerk/).waitFor({ state: 'detached' })
    await bulk.getByText('2 regels gekozen').waitFor()
    await row(/Kessel/)
      .getByRole('checkbox')
      .check()
    await bulk.getByText('3 regels gekozen').waitFor()
    await search.fill('hier staat niemand')
    await row(/Kessel/).waitFor({ state: 'detached' })
    await bulk.getByText('3 regels gekozen').waitFor()
    await search.fill('')
    await page.getByRole('columnheader').getByRole('button', { name: /^Naam/ }).click()
    await page.waitForURL(/sort=name/)
    for (const name of [/Meswerk/, /Robotek/, /Kessel/]) {
      await row(name).waitFor()
      assert.ok(await row(name).getByRole('checkbox').isChecked(), String(name))
    }
    // All that the list shows now, and back: what was picked elsewhere is not part of it.
    await search.fill('Kessel')
    await row(/Meswerk/).waitFor({ state: 'detached' })
    const all = page.getByRole('checkbox', { name: 'Kies alle geladen regels' })
    await all.uncheck()
    await bulk.getByText('2 regels gekozen').waitFor()

    await bulk.getByLabel('Wat wijzigt u?').selectOption('f:note')
    await bulk.getByRole('textbox').fill('Bellen in december')
    await bulk.getByRole('button', { name: 'Eerst bekijken' }).click()
    await bulk.getByRole('cell', { name: /Meswerk/ }).waitFor()
    assert.equal(await bulk.getByRole('cell', { name: /Kessel/ }).count(), 0)
    await bulk.getByRole('button', { name: '2 regels wijzigen' }).click()
    await bulk.getByText('Dit is één handeling').waitFor()
    await isSound(page, 'picked rows')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('takes a step for each key, also when keys come faster than rows are drawn', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    await page.locator('[data-row="4"]').waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('[data-row="0"]').focus()
    await page.evaluate(`for (let at = 0; at < 4; at += 1) {
      const init = { key: 'ArrowDown', bubbles: true, cancelable: true }
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', init))
    }`)
    await page.locator('[data-row="4"]:focus').waitFor()
    await page.keyboard.press('ArrowUp')
    await page.locator('[data-row="3"]:focus').waitFor()
    await page.context().close()
  })

  it('waits for a proof whose checkpoint is under way', async () => {
    const page = await example.pageOf('Marloes', '/registers/sites')
    let asked = 0
    await page.route('**/proof', (route) => {
      asked += 1
      if (asked > 2) return route.continue()
      const body = { type: 'about:blank', title: 'x', status: 503, code: 'proof-not-ready' }
      return route.fulfill({ status: 503, json: { ...body, instance: '' } })
    })
    await page.locator('main tbody a').first().click()
    await page.locator('button.seal').click()
    await page.locator('.seal-facts').getByRole('button').last().click()
    await page.locator('.seal-facts output').waitFor()
    assert.equal(asked, 3)
    await page.context().close()
  })
})
