// SPDX-License-Identifier: EUPL-1.2
// The ransomware scenario that the registers made of their own crown jewel, rehearsed by several
// people at once in a room that is marked as a drill: what comes in, what the observer saw, who of
// the board was there, reminders that arrive outside, reports that say they are an exercise, and
// afterwards the evaluation, the work that comes of it and the proof of all of it.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { inDrill, taken } from './testing/drill-play.ts'

const hourMs = 3_600_000

inDrill('a rehearsal: ransomware reaches line 2', '2026-11-17T08:00:00.000Z', (play) => {
  let exercise = ''
  let incident = ''
  const idOf = (page: Page) => page.url().split('/').at(-1) ?? ''
  const choose = async (page: Page, label: string, name: string) => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name }).first().click()
    await page.keyboard.press('Escape')
  }
  const log = async (page: Page, text: string) => page.locator('ol.log').getByText(text).waitFor()

  it('is made of the factory’s own crown jewel, with players, an observer and a leader', async () => {
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/exercises`)
    const scenario = page.getByRole('article').filter({ hasText: 'Lijn 2' }).first()
    await scenario.getByRole('button', { name: 'Neem dit scenario' }).click()
    await page.getByRole('heading', { name: 'Voorbereiden' }).waitFor()
    exercise = idOf(page)
    await choose(page, 'Deelnemers', 'Kim director')
    await choose(page, 'Deelnemers', 'Kim process_owner')
    await choose(page, 'Waarnemers', 'Kim ot_engineer')
    const saved = page.waitForResponse((came) => came.request().method() === 'PATCH')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    assert.equal((await saved).status(), 200)
    // The page of a version that has passed begins nothing.
    await page.reload()
    await page.getByRole('heading', { name: 'Voorbereiden' }).waitFor()
    await page.getByText('Kim ot_engineer').first().waitFor()
    await play.shot(page, '7-rehearsal-prepared')
  })

  it('begins in a room that is marked, with clocks that run as they would', async () => {
    const page = await play.as('ciso')
    await page.getByRole('button', { name: 'Begin de oefening' }).click()
    await page.getByRole('heading', { name: /^Oefening: minuut/ }).waitFor()
    incident = idOf(page)
    const { is_exercise: isDrill } = (await play.house.ask('ciso', `/incidents/${incident}`)).values
    assert.equal(isDrill, true)
    const warning = await play.clock(incident, 'early_warning')
    const { items } = await play.house.ask('ciso', '/awarenesses')
    const known = Math.floor(Date.parse(items[0].values.aware_at) / 1000) * 1000
    assert.deepEqual([Date.parse(warning.due_at) - known, warning.status], [24 * hourMs, 'due'])
  })

  it('brings in what the leader gives; the board decides, the observer writes what he saw', async () => {
    const [leader, director] = [await play.as('ciso'), await play.room('director', incident)]
    const given = await leader.locator('.inject.coming p:nth-of-type(2)').first().textContent()
    await director.getByText('Er is nog niets binnengekomen').waitFor()
    await leader.getByRole('button', { name: 'Geef nu' }).first().click()
    await director
      .locator('.inject')
      .getByText(given ?? '?')
      .waitFor()
    await play.pass(20 * 60_000)
    await director.getByLabel('Schrijf een regel').fill('Lijn 2 stilleggen, wij betalen niet')
    await director.getByLabel('Soort').selectOption({ label: 'Besluit' })
    await director.getByRole('button', { name: 'Schrijf in het logboek' }).click()
    await log(leader, 'wij betalen niet')
    const observer = await play.room('ot_engineer', incident)
    await observer.getByLabel('Waarneming').fill('Niemand vroeg of de lijn veilig stond')
    await observer.getByRole('button', { name: 'Noteer' }).click()
    await log(leader, 'Niemand vroeg of de lijn veilig stond')
    await leader.getByText('1 waarneming', { exact: false }).waitFor()
    await leader.getByText(/eerste besluit na [1-9]\d* min/).waitFor()
    await play.shot(leader, '8-rehearsal-room')
    await isSound(leader, 'the room of a rehearsal')
  })

  it('reminds outside the screens too, and says there that it is an exercise', async () => {
    await play.pass(13 * hourMs)
    const { letters, told } = await play.house.remind()
    const about = letters.filter(({ text }) => text.includes(`/incidents/${incident}`))
    assert.ok(about.length > 0)
    for (const { subject, text } of about) assert.match(`${subject} ${text}`, /oefening/i)
    const heard = told.filter(({ data }) => data.id === incident)
    assert.ok(heard.some(({ data }) => data.stage === 'early_warning'))
    for (const { data } of heard) assert.equal(data.is_exercise, true)
  })

  it('drafts a report that nobody can take for a real one', async () => {
    const page = await play.room('ciso', incident)
    await page.getByRole('button', { name: 'Maak het concept' }).first().click()
    await page.getByRole('button', { name: 'Bewaar als JSON voor het portaal' }).waitFor()
    const portal = JSON.parse(String(await taken(page, 'Bewaar als JSON voor het portaal')))
    assert.equal(portal.is_exercise, true)
    assert.match(String(await taken(page, 'Bewaar als bestand')), /oefening/i)
    await play.shot(page, '9-rehearsal-report')
  })

  it('is evaluated by two people, with who of the board was there, and gives work', async () => {
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/exercises/${exercise}`)
    await page.getByLabel('Duur in uren').fill('2')
    await page.getByLabel('Uitkomst').selectOption({ label: 'Deels' })
    await page.getByLabel('Lessen').fill('Vraag eerst of de lijn veilig staat')
    await page.getByRole('button', { name: 'Leg vast dat ze is gehouden' }).click()
    await page.getByText('Aanwezig: Kim director').waitFor()
    // Held is over: no clock of it rings on, on no page and in no letter.
    assert.deepEqual((await play.house.ask('ciso', '/clocks')).clocks, [])
    await page.getByLabel('Wat gaat u anders doen').fill('Veilige stand als eerste vraag')
    await page.getByRole('button', { name: 'Toevoegen' }).click()
    await page.getByRole('link', { name: 'Veilige stand als eerste vraag' }).waitFor()
    await page.getByRole('button', { name: 'Rond de evaluatie af' }).click()
    await page.getByText('Dit wacht op een tweede').waitFor()
    const director = await play.as('director')
    await director.goto(`${play.house.address}/waiting`)
    await director.getByRole('button', { name: 'Goedkeuren' }).first().click()
    await director.getByText('Niets wacht op u.').waitFor()
    const { state } = await play.house.ask('ciso', `/exercises/${exercise}`)
    assert.equal(state, 'evaluated')
    await page.goto(`${play.house.address}/exercises`)
    await page
      .getByText('Het bestuur oefende het laatst op 17 nov 2026', { exact: false })
      .waitFor()
    await play.shot(page, '10-rehearsals')
  })

  it('counts in no figure of real incidents, and the folder proves all of it', async () => {
    const { standing } = await play.house.ask('director', '/standing')
    assert.deepEqual(standing.open_incidents, [])
    const { exit, out } = await play.verified()
    assert.equal(exit, 0, out)
  })
})
