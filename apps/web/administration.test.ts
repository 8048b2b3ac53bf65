// SPDX-License-Identifier: EUPL-1.2
// What comes in and goes out otherwise than by a page: a key that works until it is ended, a
// message that is switched off, a reader of the log, a role from outside with its end.
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, isSound, launched } from './testing/browser.ts'
import { type Demonstration, demonstration } from './testing/demonstration.ts'

inBrowser('administration', () => {
  let browser: Browser
  let shown: Demonstration | undefined
  before(async () => {
    browser = await launched()
    shown = await demonstration('embedded')
  })
  after(async () => {
    await browser?.close()
    await shown?.stop()
  })

  it('gives and ends what comes from outside', async () => {
    assert.ok(shown !== undefined)
    const { address } = shown
    const context = await contextIn(browser, 'nl')
    await shown.become(context, 'Marloes')
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(address)
    await page.locator('button[popovertarget=own]').click()
    await page.locator('#own').getByRole('link', { name: 'Beheer', exact: true }).click()
    await page.getByText('Er wacht geen werk.').waitFor()
    const part = (name: string) => page.getByRole('region', { name })

    const keys = part('Sleutels voor programma’s')
    await keys.getByLabel('Naam').fill('Meetserver')
    await keys.getByRole('button', { name: 'Sleutel maken' }).click()
    const key = await keys.getByRole('status').locator('dd').innerText()
    const asked = () =>
      fetch(`${address}/api/v1/sites`, { headers: { authorization: `Bearer ${key}` } })
    const before = (await asked()).status
    assert.ok(before === 200 || before === 403, String(before))
    await keys.getByRole('button', { name: 'Beëindigen: Meetserver' }).click()
    await keys.getByText('Nog geen.').waitFor()
    assert.equal((await asked()).status, 401)

    const messages = part('Berichten naar buiten')
    await messages.getByLabel('Adres (https)').fill('https://hooks.oosterduin.example/schouw')
    await messages.getByRole('button', { name: 'Toevoegen' }).click()
    await messages.getByRole('button', { name: 'Uitzetten' }).click()
    await messages.getByText('door iemand uitgezet').waitFor()

    const readers = part('Meelezers van het logboek')
    await readers.getByLabel('Naam').fill('Accountant')
    await readers.getByRole('button', { name: 'Toevoegen' }).click()
    await readers.getByRole('button', { name: 'Beëindigen: Accountant' }).waitFor()

    const roles = part('Rollen voor een tijd')
    await roles.getByRole('button', { name: /^Beëindigen: auditor/ }).click()
    await roles.getByText('Nog geen.').waitFor()
    await isSound(page, 'administration')
    assert.deepEqual(complaints, [])
    await context.close()
  })
})
