// SPDX-License-Identifier: EUPL-1.2
// The way of a newcomer in a real browser against a real server: set up, load the example, change a
// record, see it in its history, bring a spreadsheet in, find by Ctrl-K; in Dutch and in English,
// and without anything for an accessibility engine to object to in either theme.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, isSound, launched } from './testing/browser.ts'
import { codeOf, type Started, started } from './testing/factory.ts'

const tongues = {
  nl: {
    organisation: 'Naam van de organisatie',
    name: 'Uw naam',
    email: 'Uw e-mailadres',
    setUp: 'Inrichten',
    codeApp: 'Code-app gebruiken',
    sixDigits: 'Zes cijfers',
    confirm: 'Bevestigen',
    kept: 'Ik heb ze bewaard',
    example: 'Laad de voorbeeldfabriek',
    edit: 'Wijzigen',
    staff: /^Mensen/,
    save: 'Bewaren',
    refused: /Er stond “veel”\. Verwacht: een heel getal/,
    draft: /U was hier al aan het typen/,
    history: 'Geschiedenis',
    changed: /Marieke de Vries\s+gewijzigd/,
    read: 'Bestand lezen',
    judge: 'Proef draaien',
    judged: '1 nieuw · 0 gewijzigd · 0 hetzelfde · 1 geweigerd',
    address: /Er stond “999\.1\.1\.1”\. Verwacht: een IP-adres/,
    record: '1 nieuw vastleggen',
    takeBack: 'Terugdraaien',
    undo: 'Import terugdraaien',
    undone: 'Teruggedraaid',
    searchLabel: 'Waar zoekt u naar?',
    nothing: /Niets gevonden voor/,
  },
  en: {
    organisation: 'Name of the organisation',
    name: 'Your name',
    email: 'Your e-mail address',
    setUp: 'Set up',
    codeApp: 'Use a code app',
    sixDigits: 'Six digits',
    confirm: 'Confirm',
    kept: 'I have kept them',
    example: 'Load the example factory',
    edit: 'Change',
    staff: /^Staff/,
    save: 'Save',
    refused: /Found “veel”\. Expected: a whole number/,
    draft: /You were typing here/,
    history: 'History',
    changed: /Marieke de Vries\s+changed/,
    read: 'Read the file',
    judge: 'Dry run',
    judged: '1 new · 0 changed · 0 the same · 1 refused',
    address: /Found “999\.1\.1\.1”\. Expected: an IP address/,
    record: 'Record 1 new',
    takeBack: 'Take back',
    undo: 'Take the import back',
    undone: 'Taken back',
    searchLabel: 'What are you looking for?',
    nothing: /Nothing found for/,
  },
} as const

inBrowser('the way of a newcomer', () => {
  let browser: Browser
  before(async () => {
    browser = await launched()
  })
  after(() => browser?.close())

  for (const language of ['nl', 'en'] as const) {
    describe(`a newcomer in the browser: ${language}`, () => {
      const say = tongues[language]
      const folder = mkdtempSync(join(tmpdir(), 'schouw-web-'))
      let complaints: readonly string[] = []
      let server: Started
      let page: Page

      before(async () => {
        server = await started(folder)
        page = await (await contextIn(browser, language)).newPage()
        complaints = complaintsOf(page)
      })
      after(async () => {
        await page.context().close()
        await server.stop()
        rmSync(folder, { recursive: true, force: true })
      })

      it('sets up with the link that the server printed, and a second factor', async () => {
        await page.goto(`${server.address}/setup#${server.token}`)
        await page.getByLabel(say.organisation).fill('Hollewand Machines B.V.')
        await page.getByLabel(say.name).fill('Marieke de Vries')
        await page.getByLabel(say.email).fill('marieke@hollewand.example')
        await page.locator('input[name=password]').fill('blauwe dijk zonder gaten 2026')
        await isSound(page, 'set-up')
        await page.getByRole('button', { name: say.setUp }).click()
        await page.getByRole('button', { name: say.codeApp }).click()
        const secret = await page.locator('a.mono').innerText()
        await page.getByLabel(say.sixDigits).fill(codeOf(secret))
        await page.getByRole('button', { name: say.confirm }).click()
        await page.getByRole('button', { name: say.kept }).click()
        await page.getByRole('button', { name: say.example }).waitFor()
        await isSound(page, 'home without anything')
      })

      it('loads the example factory', async () => {
        await page.getByRole('button', { name: say.example }).click()
        await page.locator('figure.picture').first().waitFor()
        await isSound(page, 'home')
      })

      it('refuses a change in words, keeps what was typed, and shows the change in the history', async () => {
        await page.goto(`${server.address}/registers/sites`)
        await page.locator('td a').first().click()
        await page.getByRole('button', { name: say.edit, exact: true }).click()
        await page.getByLabel(say.staff).first().fill('veel')
        await page.getByRole('button', { name: say.save, exact: true }).click()
        await page.getByText(say.refused).first().waitFor()
        await isSound(page, 'form')
        await page.reload()
        await page.getByRole('button', { name: say.edit, exact: true }).click()
        await page.getByText(say.draft).waitFor()
        await page.getByLabel(say.staff).first().fill('41')
        await page.getByRole('button', { name: say.save, exact: true }).click()
        await page.getByRole('tab', { name: say.history }).click()
        const newest = page.locator('.history > li').first()
        await newest.getByText('41', { exact: true }).waitFor()
        await newest.getByRole('link', { name: 'Marieke de Vries' }).waitFor()
        assert.match(await newest.innerText(), say.changed)
        await isSound(page, 'history')
      })

      it('brings a spreadsheet in after a dry run, and takes it back', async () => {
        await page.goto(`${server.address}/import`)
        const buffer = Buffer.from(
          'Code;Naam;IP-adressen\nX-1;Pers 9;10.9.9.9\nX-2;Zaag;999.1.1.1\n',
        )
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'assets.csv', mimeType: 'text/csv', buffer })
        await isSound(page, 'import')
        await page.getByRole('button', { name: say.read, exact: true }).click()
        await page.getByRole('button', { name: say.judge, exact: true }).click()
        await page.getByText(say.judged).waitFor()
        await page.getByText(say.address).waitFor()
        await isSound(page, 'dry run')
        await page.getByRole('button', { name: say.record }).click()
        await page.getByRole('button', { name: say.takeBack, exact: true }).click()
        await page.locator('textarea').fill('test')
        await page.getByRole('button', { name: say.undo, exact: true }).click()
        await page.getByRole('heading', { name: say.undone, exact: true }).waitFor()
      })

      it('finds anything by Ctrl-K, with the keyboard alone', async () => {
        await page.goto(`${server.address}/registers`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox', { name: say.searchLabel }).waitFor()
        await page.keyboard.type('zzzzqqq')
        await page.getByText(say.nothing).waitFor()
        await page.keyboard.press('Control+a')
        await page.keyboard.type('plc')
        await page.getByRole('option').first().waitFor()
        await isSound(page, 'search')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/registers\/[a-z-]+\/[0-9a-f-]{36}$/)
      })

      it('had nothing to complain of', () => assert.deepEqual(complaints, []))
    })
  }
})
