// SPDX-License-Identifier: EUPL-1.2
// Somebody new, in one sitting and in Dutch: from the link that an empty server prints to knowing
// what to decide on Monday and a director's vote on it, with a break in the middle. With
// PICTURES=folder every step is kept.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { writeXlsx } from '@schouw/formats/xlsx'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, launched } from './testing/browser.ts'
import { codeOf, type Started, started } from './testing/factory.ts'
import { type Postgres, standingPostgres } from './testing/postgres.ts'

const heading = (text: string) => ({ heading: text })

/** A list as a works manager keeps it. */
const devices = () =>
  writeXlsx([
    {
      name: 'Apparaten',
      widths: [12, 30, 18],
      rows: [
        [heading('Code'), heading('Naam'), heading('IP-adressen')],
        ['PLC-1', 'Besturing afvullijn', '10.20.1.11'],
        ['PLC-2', 'Besturing palletiseerder', '10.20.1.12'],
        ['HMI-1', 'Bedienpaneel afvullijn', '10.20.1.21'],
        ['SRV-1', 'Recepten en etiketten', '10.20.1.5'],
      ],
    },
  ])

/** The first bytes by which a capture is known. */
const capture = Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex')

for (const engine of ['embedded', 'postgres'] as const) {
  inBrowser(`a newcomer in one sitting (${engine})`, () => inOneSitting(engine))
}

function inOneSitting(engine: 'embedded' | 'postgres'): void {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-newcomer-'))
  const pictures = process.env['PICTURES']
  let browser: Browser
  let server: Started
  let context: BrowserContext
  let page: Page
  let complaints: readonly string[] = []
  /** What the second director is invited with. */
  let link = ''
  let postgres: Postgres | undefined
  let isAbsent = false
  before(async () => {
    browser = await launched()
    postgres = engine === 'postgres' ? await standingPostgres() : undefined
    isAbsent = engine === 'postgres' && postgres === undefined
    if (isAbsent) return
    server = await started(folder, postgres?.url)
    context = await contextIn(browser, 'nl')
    page = await context.newPage()
    complaints = complaintsOf(page)
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const on = (title: string, walk: () => Promise<void>) => {
    it(title, async (test) => {
      if (isAbsent) test.skip('no PostgreSQL server on this machine')
      else await walk()
    })
  }
  let number = 0
  const picture = async (name: string) => {
    number += 1
    if (pictures === undefined) return
    await page.waitForLoadState('networkidle')
    const path = join(pictures, `${engine}-${String(number).padStart(2, '0')}-${name}.png`)
    await page.screenshot({ path, fullPage: true })
  }
  /** By the path of the first ninety days, as somebody who does not know the menu. */
  const step = async (button: string) => {
    await page.goto(`${server.address}/start`)
    await page.getByRole('link', { name: new RegExp(`^${button}`) }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
  const done = async (count: number) => {
    await page.goto(`${server.address}/start`)
    await page.getByText(`${count} van 12 stappen zijn af.`).waitFor()
  }

  const withCodeApp = async () => {
    await page.getByRole('button', { name: 'Code-app gebruiken' }).click()
    const secret = await page.locator('a.mono').innerText()
    await page.getByLabel('Zes cijfers').fill(codeOf(secret))
    await picture('second-factor')
    await page.getByRole('button', { name: 'Bevestigen' }).click()
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click()
  }

  on('sets up with the printed link and a second factor', async () => {
    await page.goto(`${server.address}/setup#${server.token}`)
    await page.getByLabel('Naam van de organisatie').fill('Rietveld Dranken B.V.')
    await page.getByLabel('Uw naam').fill('Els Rietveld')
    await page.getByLabel('Uw e-mailadres').fill('els@rietveld.example')
    await page.locator('input[name=password]').fill('vier flessen op een krat')
    await picture('set-up')
    await page.getByRole('button', { name: 'Inrichten' }).click()
    await withCodeApp()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture('home-empty')
  })

  on('hears whether the law applies while typing, and keeps it', async () => {
    await step('Cijfers invullen')
    await page.getByLabel('Bedrijfscode (NACE)').fill('11.07')
    await page.getByLabel('Boekjaar', { exact: true }).fill('2025')
    await page.getByLabel('Arbeidsjaren').fill('85')
    await page.getByLabel('Omzet in euro’s').fill('32.000.000')
    await page.getByLabel('Balans in euro’s').fill('18.500.000')
    await page.getByText('Ja. Dit is een belangrijke entiteit.').waitFor()
    await picture('verdict')
    await page.getByRole('button', { name: 'Bewaren bij de rechtspersoon' }).click()
    await page.getByRole('button', { name: 'Conceptbesluit maken' }).click()
    await page.waitForURL(/decisions\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { name: /^Stelt het bestuur vast dat/ }).waitFor()
    await picture('draft-decision')
    const table = page.getByRole('button', { name: 'Op tafel leggen' })
    await table.click()
    await table.waitFor({ state: 'detached' })
    await done(1)
  })

  on('names a site, and the board with its terms', async () => {
    await step('Locatie toevoegen')
    await page.getByLabel('Code', { exact: false }).first().fill('ALM')
    await page.getByLabel(/^Naam/).first().fill('Almelo, afvullerij')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.waitForURL(/sites\/[0-9a-f-]{36}$/)
    await picture('site')
    await step('Bestuur invullen')
    for (const [name, from, email] of [
      ['Els Rietveld', '2019-03-01', ''],
      ['Karim Haddad', '2026-09-01', 'karim@rietveld.example'],
    ] as const) {
      await page.getByLabel('Naam').fill(name)
      await page.getByLabel('E-mailadres').fill(email)
      await page.getByLabel('Benoemd op').fill(from)
      await page
        .getByText(/^Certificaat van de training uiterlijk/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Toevoegen' }).click()
      await page.locator('#added').locator('..').getByText(name).waitFor()
    }
    link = await page.locator('#added').locator('..').locator('.mono').innerText()
    await picture('board')
    // Whoever comes back sees who is there already; the link was shown once.
    await step('Bestuur invullen')
    await page.locator('#added').locator('..').getByText('Karim Haddad').waitFor()
    assert.equal(await page.locator('.mono').count(), 0)
  })

  on('leaves in the middle of a risk, and finds it back', async () => {
    await step('Risico’s vastleggen')
    await page.getByRole('button', { name: 'Gijzelsoftware legt' }).click()
    await page.getByLabel('Op zijn best').fill('16')
    await page.close()
    page = await context.newPage()
    await page.goto(`${server.address}/start/risk`)
    await page.getByLabel('Op zijn best').waitFor()
    assert.equal(await page.getByLabel('Op zijn best').inputValue(), '16')
    await page.getByLabel('Op zijn slechtst').fill('120')
    await page.getByLabel('Wat kost een uur').fill('2.400')
    await page.getByText('Dat komt op € 38 tot 290 duizend per keer.').waitFor()
    await picture('risk')
    await page.getByRole('button', { name: 'Risico vastleggen' }).click()
    await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor()
  })

  on('is told what to do with a capture, and brings the list of devices in', async () => {
    await step('Opname of lijst inlezen')
    const file = page.locator('input[type=file]')
    const mimeType = 'application/octet-stream'
    await file.setInputFiles({ name: 'lijn.pcap', mimeType, buffer: capture })
    await page.getByText('Dit is een opname van netwerkverkeer.').waitFor()
    await picture('capture')
    await page.getByRole('button', { name: 'Ander bestand' }).click()
    const buffer = Buffer.from(await devices())
    await file.setInputFiles({ name: 'Apparatenlijst.xlsx', mimeType, buffer })
    await page.getByLabel('Voor welk register?').selectOption('assets')
    await picture('what-file')
    await page.getByRole('button', { name: 'Bestand lezen', exact: true }).click()
    await page.getByRole('button', { name: 'Proef draaien', exact: true }).click()
    await page.getByText('4 nieuw · 0 gewijzigd · 0 hetzelfde · 0 geweigerd').waitFor()
    await picture('dry-run')
    await page.getByRole('button', { name: '4 nieuw vastleggen' }).click()
    await page.getByRole('button', { name: 'Terugdraaien', exact: true }).waitFor()
    await picture('path')
  })

  on('knows what the board decides on Monday', async () => {
    await page.goto(server.address)
    await page.getByText('€ 38 tot 290 duizend').waitFor()
    await page.getByRole('link', { name: /^Stelt het bestuur vast dat/ }).waitFor()
    await picture('monday')
    assert.deepEqual(complaints, [])
  })

  on('and so does the director who comes in by the link, and votes', async () => {
    await context.close()
    context = await contextIn(browser, 'nl')
    page = await context.newPage()
    complaints = complaintsOf(page)
    await page.goto(link)
    await page.locator('input[name=password]').fill('een dijk zonder gaten')
    await picture('invited')
    await page.getByRole('button', { name: 'Uitnodiging aannemen' }).click()
    await withCodeApp()
    await page.getByRole('heading', { name: 'Besluit vandaag (1)' }).waitFor()
    await page.getByText('Certificaat', { exact: false }).first().waitFor()
    await picture('director')
    await page.getByRole('link', { name: /^Stelt het bestuur vast dat/ }).click()
    await page.getByRole('heading', { name: 'Bij ja' }).waitFor()
    await picture('decision')
    await page.getByLabel('Voor', { exact: true }).check()
    await page.getByRole('button', { name: 'Stem uitbrengen' }).click()
    await page.getByText('1 voor, 0 tegen').waitFor()
    await picture('voted')
    assert.deepEqual(complaints, [])
  })
}
