// SPDX-License-Identifier: EUPL-1.2
// Ransomware at 02:40 on a Sunday, through the screens, by everybody whose turn it is. The clock is
// the test's own, in the server as in the browsers. Afterwards the data folder proves what happened.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { contextIn, inBrowser, isSound, launched } from './testing/browser.ts'
import { type Drill, drillHouse, type Who } from './testing/drill-house.ts'
import { verified } from './testing/verified.ts'

const hourMs = 3_600_000
/** Where pictures go, for whoever wants to look at them. */
const pictures = process.env['SCHOUW_PICTURES']

inBrowser('a drill: ransomware on line 2 in the night', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-drill-'))
  let house: Drill
  let browser: Browser
  const contexts: { readonly context: BrowserContext; readonly page: Page }[] = []
  const pages = new Map<Who, Page>()
  let incident = ''
  let code = ''

  before(async () => {
    house = await drillHouse(folder, Date.parse('2026-11-15T01:40:00.000Z'))
    browser = await launched()
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
  })
  after(async () => {
    await browser.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const cookieOf = (who: Who) => {
    const [name = '', value = ''] = house.cookie(who).split('=')
    return { name, value, url: house.address }
  }
  const opened = async (who?: Who, language: 'nl' | 'en' = 'nl'): Promise<Page> => {
    const context = await contextIn(browser, language)
    await context.clock.setSystemTime(house.now())
    if (who !== undefined) {
      await context.addCookies([cookieOf(who)])
    }
    const page = await context.newPage()
    contexts.push({ context, page })
    if (who !== undefined) pages.set(who, page)
    return page
  }
  const as = async (who: Who) => pages.get(who) ?? (await opened(who))
  const pass = async (ms: number) => {
    house.pass(ms)
    // Sessions end in the meantime; signing in again is tested elsewhere.
    await house.signIn()
    for (const [who, page] of pages) await page.context().addCookies([cookieOf(who)])
    for (const { context } of contexts) await context.clock.setSystemTime(house.now())
  }
  const shot = async (page: Page, name: string) => {
    if (pictures === undefined) return
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), fullPage: true })
    }
  }
  const keep = (name: string, bytes: Buffer | string) => {
    if (pictures !== undefined) writeFileSync(join(pictures, name), bytes)
  }
  /** What a button lets a person take along. */
  const taken = async (page: Page, button: string): Promise<string> => {
    const waits = page.waitForEvent('download')
    await page.getByRole('button', { name: button }).click()
    return readFileSync(await (await waits).path(), 'utf8')
  }
  const room = async (who: Who) => {
    const page = await as(who)
    await page.goto(`${house.address}/incidents/${incident}`)
    await page.locator('#log').waitFor()
    return page
  }
  const clock = async (stage: string) =>
    (await house.ask('ciso', `/incidents/${incident}/room`)).room.clocks.find(
      (one: { regime: string; stage: string }) => one.regime === 'cbw' && one.stage === stage,
    )

  it('is told by somebody on the floor with a phone and no account', async () => {
    const page = await opened()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(house.meldpunt)
    await page.locator('textarea').first().fill('Op de HMI van lijn 2 staat een losgeldbrief')
    await page.getByLabel('Waar', { exact: false }).first().fill('Hal 2')
    await shot(page, '1-meldpunt')
    await page.getByRole('button', { name: 'Versturen' }).click()
    code = (await page.locator('output strong.mono').first().textContent()) ?? ''
    assert.match(code, /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  })

  it('is sorted into an incident, with an answer to whoever told it', async () => {
    await pass(5 * 60_000)
    const page = await as('ciso')
    await page.goto(`${house.address}/incidents`)
    await page.getByRole('link', { name: 'Op de HMI van lijn 2', exact: false }).click()
    await page.getByText('Gemeld. Wat is dit?').waitFor()
    incident = page.url().split('/').at(-1) ?? ''
    await shot(page, '2-triage')
    await isSound(page, 'triage')
    await page.getByRole('button', { name: 'Een incident', exact: true }).click()
    await page.getByText('Gemeld. Wat is dit?').waitFor({ state: 'detached' })
    const told = await house.follow(code)
    assert.equal(told.state, 'looked_at')
    assert.match(told.feedback, /Dank voor uw melding/)
  })

  it('starts its clocks with who knew, and they stand on every page', async () => {
    const values = {
      ...{ incident, person: house.person('ciso'), recorded_by: house.person('ciso') },
      ...{ how: 'employee_report', aware_at: house.iso(), recorded_at: house.iso() },
    }
    await house.ask('ciso', '/awarenesses', { values })
    const { version } = await house.ask('ciso', `/incidents/${incident}`)
    await house.change('ciso', `/incidents/${incident}`, version, {
      ...{ started_at: house.iso(), processes: [house.line], zones: [house.zone] },
      ...{ playbook: house.playbook, lead: house.person('ciso'), is_malicious: 'yes' },
      ...{ crosses_borders: 'no', type: 'ransomware', severity: 'critical', is_ongoing: true },
    })
    const page = await as('director')
    await page.goto(`${house.address}/measures`)
    await page.locator('aside').getByText('Vroegtijdige waarschuwing').first().waitFor()
    assert.equal((await clock('early_warning')).due_at, '2026-11-16T02:45:00+01:00')
    await shot(page, '3-clock-on-every-page')
  })

  it('is significant by a reasoned decision, and the tasks of the playbook are done', async () => {
    const page = await room('ciso')
    await page.locator('#significance').locator('..').locator('textarea').fill('Lijn 2 ligt stil')
    await page.getByRole('button', { name: 'Significant', exact: true }).click()
    await page.getByText('Besloten op', { exact: false }).waitFor()
    const ot = await room('ot_engineer')
    await ot.locator('.tasks').getByRole('button').first().click()
    await ot.locator('.tasks textarea').fill('Cel 2 los van kantoor: poort 4 van de firewall dicht')
    await ot.locator('.tasks').getByRole('button', { name: 'Schrijf in het logboek' }).click()
    // Without anybody asking for it, on the screen of somebody else.
    await page.locator('ol.log').getByText('poort 4 van de firewall', { exact: false }).waitFor()
    const director = await room('director')
    await director.getByLabel('Schrijf een regel').fill('Wij betalen niet')
    await director.getByLabel('Soort').selectOption({ label: 'Besluit' })
    await director.getByRole('combobox', { name: 'Aan wie gevraagd' }).click()
    await director.getByRole('option', { name: 'Kim ciso' }).click()
    await director.getByRole('button', { name: 'Schrijf in het logboek' }).click()
    await page.locator('ol.log').getByText('Wij betalen niet').waitFor()
    await shot(page, '4-room')
    await isSound(page, 'the room')
    await page.setViewportSize({ width: 390, height: 844 })
    await shot(page, '4-room-phone')
    await page.setViewportSize({ width: 1280, height: 800 })
    const english = await opened('ciso', 'en')
    await english.goto(`${house.address}/incidents/${incident}`)
    await english.getByText('Significant', { exact: false }).first().waitFor()
    await shot(english, '4-room-en')
    await english.close()
    pages.set('ciso', page)
  })

  it('drafts the warning, which a second person reads, and which is sent too late', async () => {
    const body = { rule: 'nl.cbw.early_warning', language: 'nl' }
    const { id: report } = await house.ask('ciso', `/incidents/${incident}/drafts`, body)
    const url = `/incident-reports/${report}`
    const page = await as('ciso')
    await page.goto(`${house.address}/incidents/${incident}/reports/${report}`)
    const portal = JSON.parse(await taken(page, 'Bewaar als JSON voor het portaal'))
    assert.deepEqual([portal.is_complete, portal.lacking, portal.is_exercise], [true, [], false])
    const text = await taken(page, 'Bewaar als bestand')
    for (const { title, text: said } of portal.items) {
      if (said !== null) assert.ok(text.includes(`${title}\n${said}`), title)
    }
    assert.match(text, /2026-11-15 02:45 \(UTC\+01:00\)/)
    const paper = await page.request.get(
      `${house.address}/api/v1/incidents/${incident}/reports/${report}/paper?language=nl`,
    )
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
    keep('early-warning.pdf', await paper.body())
    keep('early-warning.txt', text)
    keep('early-warning.json', JSON.stringify(portal, null, 2))
    const { version } = await house.ask('ciso', url)
    await house.move('ciso', url, version, 'ready')
    await house.approve('director', 'incident-reports', report)
    // Twenty-five hours later: an hour over its term.
    await pass(25 * hourMs)
    await page.goto(`${house.address}/incidents/${incident}/reports/${report}`)
    await page.getByText('Gelezen door een tweede persoon').waitFor()
    const proof = { name: 'ontvangst.txt', mimeType: 'text/plain', buffer: Buffer.from('ok') }
    await page.locator('input[name=receipt]').setInputFiles(proof)
    await page.locator('input[name=reference]').fill('NCSC-2026-1')
    await page.getByRole('button', { name: 'Leg vast dat het is verstuurd' }).click()
    await page.getByText('Bewijs bewaard', { exact: false }).waitFor()
    await shot(page, '5-report-sent')
    const { state, values } = await house.ask('ciso', `/incident-reports/${report}`)
    assert.deepEqual([state, values.reference], ['sent', 'NCSC-2026-1'])
    assert.match(values.receipt, /[0-9a-f]{64}/)
    assert.equal((await clock('early_warning')).status, 'sent_late')
  })

  it('runs again when the owner of the line says so, and nobody else', async () => {
    const ot = await room('ot_engineer')
    await ot.locator('#standstills').waitFor()
    assert.equal(await ot.getByRole('button', { name: 'Herstart aanvaarden' }).count(), 0)
    const owner = await room('process_owner')
    await owner.getByRole('button', { name: 'Herstart aanvaarden' }).click()
    await owner.getByText('herstart aanvaard', { exact: false }).first().waitFor()
    await shot(owner, '6-restart')
  })

  it('ends with lessons, and late stays late; the folder proves all of it', async () => {
    const url = `/incidents/${incident}`
    const on = async () => (await house.ask('ciso', url)).version
    const step = async (to: string, values: object) => {
      await house.change('ciso', url, await on(), values)
      await house.move('ciso', url, await on(), to)
    }
    await step('contained', { contained_at: house.iso() })
    await step('handled', { handled_at: house.iso(), cause: 'Macro in een bijlage' })
    await house.change('ciso', url, await on(), { lessons: 'Kantoor en cel 2 blijven gescheiden' })
    await house.move('ciso', url, await on(), 'closed')
    await house.approve('director', 'incidents', incident)
    assert.equal((await house.ask('ciso', url)).state, 'closed')
    assert.equal((await clock('early_warning')).status, 'sent_late')
    await house.stop()
    const { exit, out } = await verified(folder)
    assert.equal(exit, 0, out)
  })
})
