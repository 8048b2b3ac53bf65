// SPDX-License-Identifier: EUPL-1.2
// What each role comes for, by keyboard alone: Tab, Enter, Space and the arrows. The keyboard is
// seen at every step, is never caught, and after a page or a form is where one goes on.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, launched } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'
import { codeOf, founder, password, started } from './testing/factory.ts'
import { Keys } from './testing/keys.ts'

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).first().waitFor()

inExample('by keyboard alone', (example) => {
  const as = (title: string, name: string, path: (keys: Keys, page: Page) => Promise<void>) => {
    it(title, async () => {
      const page = await example.pageOf(name)
      const complaints = complaintsOf(page)
      await page.goto(example.address)
      await heading(page, /./)
      await page.waitForLoadState('networkidle')
      await path(new Keys(page), page)
      assert.deepEqual(complaints, [])
      await page.context().close()
    })
  }

  /** The way past the menu. */
  const intoPage = async (keys: Keys) => {
    await keys.to('Naar de inhoud')
    await keys.press('Enter')
    await keys.isKept()
  }

  as('a director decides', 'Hanneke', async (keys, page) => {
    await intoPage(keys)
    const question = await page.locator('.decision a').first().innerText()
    await keys.to(question, 'a')
    await keys.press('Enter')
    await page.waitForURL(/decisions\//)
    await keys.isKept()
    await page.getByLabel('Voor', { exact: true }).first().waitFor()
    await keys.to('Voor', 'input')
    await keys.press('Space')
    await keys.to('Stem uitbrengen', 'button')
    await keys.press('Enter')
    await page.getByText('1 voor, 0 tegen').waitFor()
    await keys.isKept()
  })

  as('a supervisory director asks on', 'Geert', async (keys, page) => {
    await intoPage(keys)
    await keys.to('Vraag hierover', 'button')
    await keys.press('Enter')
    await keys.to(/^Uw vraag/, 'textarea')
    await keys.type('Wie oefende mee?')
    await keys.to('Vraag stellen', 'button')
    await keys.press('Enter')
    await page.getByText('Uw vraag staat bij de acties.').waitFor()
    await keys.isKept()
  })

  as('an employee reports', 'Bas', async (keys, page) => {
    await intoPage(keys)
    await keys.to(/^Wat zag u/, 'textarea')
    await keys.type('De muis bewoog vanzelf')
    await keys.to('Versturen', 'button')
    await keys.press('Enter')
    await page.getByText('Dank u. Uw melding is binnen.').waitFor()
    await keys.isKept()
  })

  as('the CISO sorts the report', 'Marloes', async (keys, page) => {
    await keys.to('Incidenten', 'a')
    await keys.press('Enter')
    await heading(page, 'Als het gebeurt')
    await keys.isKept()
    await keys.to('De muis bewoog vanzelf', 'a')
    await keys.press('Enter')
    await page.waitForURL(/incidents\/[0-9a-f-]{36}$/)
    await keys.isKept()
    await heading(page, 'Gemeld. Wat is dit?')
    await keys.to('Bijna misgegaan', 'button')
    await keys.press('Enter')
    const gone = page.getByRole('button', { name: 'Bijna misgegaan' })
    await gone.waitFor({ state: 'detached' })
    await keys.isKept()
  })

  as('the IT manager opens a room and writes in it', 'Ruben', async (keys, page) => {
    await keys.to('Incidenten', 'a')
    await keys.press('Enter')
    await heading(page, 'Als het gebeurt')
    await keys.to('Open een ruimte', 'button')
    await keys.press('Enter')
    await keys.to(/^Wat /, 'input')
    await keys.type('Onbekend apparaat aan lijn 2')
    await keys.to('Open de ruimte', 'button')
    await keys.press('Enter')
    await page.waitForURL(/incidents\/[0-9a-f-]{36}$/)
    await keys.isKept()
    await keys.to(/^Schrijf/, 'textarea')
    await keys.type('Kabel eruit gehaald')
    await keys.press('Control+Enter')
    await page.locator('.log').getByText('Kabel eruit gehaald').waitFor()
    assert.equal((await keys.at())?.tag, 'textarea')
  })

  as('the OT engineer finds a device and reads what happened to it', 'Teun', async (keys, page) => {
    await keys.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await keys.type('plc')
    await page.getByRole('option').first().waitFor()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.waitForURL(/registers\/[a-z-]+\/[0-9a-f-]{36}$/)
    await keys.isKept()
    await keys.to('Gegevens', 'button')
    await keys.press('ArrowRight')
    await keys.press('ArrowRight')
    await keys.press('ArrowRight')
    assert.equal((await keys.at())?.name, 'Geschiedenis')
    await page.locator('.history > li').first().waitFor()
  })

  as('the process owner sets a recovery target', 'Karin', async (keys, page) => {
    await intoPage(keys)
    const name = await page
      .getByRole('region', { name: 'Uw processen' })
      .getByRole('link')
      .first()
      .innerText()
    await keys.to(name, 'a')
    await keys.press('Enter')
    await page.waitForURL(/processes\//)
    await keys.isKept()
    await keys.to('Wijzigen', 'button')
    await keys.press('Enter')
    await keys.to(/^Hersteldoel/, 'input')
    await keys.press('Control+a')
    await keys.type('6')
    await keys.to('Bewaren', 'button')
    await keys.press('Enter')
    await page.getByText('Wacht op een tweede persoon').first().waitFor()
    await keys.isKept()
  })
})

inBrowser('by keyboard alone, from the door on', () => {
  it('signs in, and answers a requirement of a measure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-keys-'))
    const [browser, server] = [await launched(), await started(folder)]
    try {
      const ans = await founder(server)
      const page = await (await contextIn(browser, 'nl')).newPage()
      const keys = new Keys(page)
      await page.goto(`${server.address}/measures/a`)
      await page.getByLabel('E-mailadres').waitFor()
      await keys.to(/^E-mailadres/, 'input')
      await keys.type('ans@jansen.example')
      await keys.to(/^Wachtwoord/, 'input')
      await keys.type(password)
      await keys.press('Enter')
      await page.getByLabel('Zes cijfers').waitFor()
      await keys.to(/^Zes cijfers/, 'input')
      await keys.type(codeOf(ans.secret, 'next'))
      await keys.press('Enter')
      await heading(page, /^a /)
      await keys.to(/^Beantwoorden A1$/, 'button')
      await keys.press('Enter')
      await keys.to(/^Niveau/, 'select')
      await keys.press('ArrowDown')
      await keys.press('ArrowDown')
      await keys.to('Bewaren', 'button')
      await keys.press('Enter')
      const name = 'Antwoord wijzigen A1'
      await page.getByRole('button', { name }).waitFor()
      assert.equal((await keys.at())?.name, name)
      await page.context().close()
    } finally {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
