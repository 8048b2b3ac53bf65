// SPDX-License-Identifier: EUPL-1.2
// The main path of every role in the example factory, in both languages and on both engines: own
// work first, and the one thing that somebody in the role came for.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, launched } from './testing/browser.ts'
import { type Demonstration, demonstration } from './testing/demonstration.ts'

const tongues = {
  nl: {
    control: 'Hebben wij het in de hand?',
    work: 'Uw werk',
    // Two directors, so that each casts a vote of one's own.
    director: 'Hanneke',
    toDecide: /Besluit vandaag/,
    inFavour: 'Voor',
    cast: 'Stem uitbrengen',
    voted: '1 voor, 0 tegen',
    training: 'Uw training',
    trained: 'Training van het bestuur',
    five: 'De vijf vragen van de toezichthouder',
    ask: 'Vraag hierover',
    question: 'Uw vraag',
    put: 'Vraag stellen',
    asked: 'Uw vraag staat bij de acties.',
    unowned: 'Bevindingen zonder eigenaar',
    history: 'Geschiedenis',
    actions: 'Acties op uw naam',
    begin: 'Zet op ‘bezig’',
    begun: 'Bezig',
    devices: 'Uw apparaten',
    processes: 'Uw processen',
    change: 'Wijzigen',
    save: 'Bewaren',
    owner: 'Karin',
    recovery: /^Hersteldoel/,
    waits: 'Wacht op een tweede persoon',
    odd: 'Wat zag u?',
    send: 'Versturen',
    thanks: 'Dank u. Uw melding is binnen.',
  },
  en: {
    control: 'Are we in control?',
    work: 'Your work',
    director: 'Pieter-Jan',
    toDecide: /Decide today/,
    inFavour: 'In favour',
    cast: 'Cast the vote',
    voted: '2 for, 0 against',
    training: 'Your training',
    trained: 'Training of the board',
    five: 'The five questions of the supervisory board',
    ask: 'Ask about this',
    question: 'Your question',
    put: 'Ask',
    asked: 'Your question is among the actions.',
    unowned: 'Findings without an owner',
    history: 'History',
    actions: 'Actions in your name',
    begin: 'Set to ‘in progress’',
    begun: 'In progress',
    devices: 'Your devices',
    processes: 'Your processes',
    change: 'Change',
    save: 'Save',
    owner: 'Mehmet',
    recovery: /^Recovery target/,
    waits: 'Waits for a second person',
    odd: 'What did you see?',
    send: 'Send',
    thanks: 'Thank you. Your report has arrived.',
  },
} as const

inBrowser('the main path of each role', () => {
  let browser: Browser
  before(async () => {
    browser = await launched()
  })
  after(() => browser?.close())
  for (const engine of ['embedded', 'postgres'] as const) {
    describe(engine, () => {
      let shown: Demonstration | undefined
      before(async () => {
        shown = await demonstration(engine)
      })
      after(() => shown?.stop())
      for (const language of ['nl', 'en'] as const) paths(language, () => ({ browser, shown }))
    })
  }
})

type Surroundings = () => {
  readonly browser: Browser
  readonly shown: Demonstration | undefined
}

function paths(language: 'nl' | 'en', surroundings: Surroundings): void {
  const say = tongues[language]

  /** As somebody, from the first page on; nothing may be complained of on the way. */
  const as = (title: string, name: string, path: (page: Page) => Promise<void>) => {
    it(`${title}: ${language}`, async (test) => {
      const { browser, shown } = surroundings()
      if (shown === undefined) {
        test.skip('no PostgreSQL server on this machine')
        return
      }
      const context = await contextIn(browser, language)
      await shown.become(context, name)
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      await page.goto(shown.address)
      await path(page)
      assert.deepEqual(complaints, [])
      await context.close()
    })
  }
  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { name }).first().waitFor()
  const firstUnder = (page: Page, name: string) =>
    page.getByRole('region', { name }).getByRole('link').first()

  as('a director decides, and sees the own training', say.director, async (page) => {
    await heading(page, say.control)
    await heading(page, say.toDecide)
    await page.getByRole('link', { name: say.training }).click()
    await heading(page, say.trained)
    await page.goBack()
    await page.locator('.decision a').first().click()
    await page.getByLabel(say.inFavour, { exact: true }).check()
    await page.getByRole('button', { name: say.cast }).click()
    await page.getByText(say.voted).waitFor()
  })

  as('the supervisory board asks on', 'Geert', async (page) => {
    await heading(page, say.five)
    await page.getByRole('button', { name: say.ask }).first().click()
    await page.getByLabel(say.question).fill(`Waarom? ${language}`)
    await page.getByRole('button', { name: say.put, exact: true }).click()
    await page.getByText(say.asked).waitFor()
  })

  as('the CISO sees what nobody has taken up', 'Marloes', async (page) => {
    await heading(page, say.work)
    await firstUnder(page, say.unowned).click()
    await page.getByRole('tab', { name: say.history }).waitFor()
  })

  as('the IT manager takes up an action', 'Ruben', async (page) => {
    await heading(page, say.work)
    const actions = page.getByRole('region', { name: say.actions })
    await actions
      .getByRole('link')
      .nth(language === 'nl' ? 0 : 1)
      .click()
    await page.getByRole('button', { name: say.begin }).click()
    await page.getByText(say.begun, { exact: true }).waitFor()
  })

  as('the OT engineer opens a device', 'Teun', async (page) => {
    await heading(page, say.work)
    await firstUnder(page, say.devices).click()
    await page.getByRole('tab', { name: say.history }).waitFor()
  })

  as('the process owner proposes how long recovery may take', say.owner, async (page) => {
    await heading(page, say.work)
    await firstUnder(page, say.processes).click()
    await page.getByRole('button', { name: say.change, exact: true }).click()
    await page.getByLabel(say.recovery).first().fill('5')
    await page.getByRole('button', { name: say.save, exact: true }).click()
    await page.getByText(say.waits).first().waitFor()
  })

  as('an employee has one form', 'Bas', async (page) => {
    await page.getByLabel(say.odd).fill('De muis bewoog vanzelf')
    assert.equal(await page.getByRole('navigation').getByRole('link').count(), 0)
    await page.getByRole('button', { name: say.send }).click()
    await page.getByText(say.thanks).waitFor()
  })
}
