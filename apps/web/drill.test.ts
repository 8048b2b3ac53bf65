// SPDX-License-Identifier: EUPL-1.2
// Ransomware at 02:40 on a Sunday, through the screens, by everybody whose turn it is. The clock is
// the test's own, in the server as in the browsers. Afterwards the data folder proves what happened.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isSound } from './testing/browser.ts'
import type { Who } from './testing/drill-house.ts'
import { inDrill, taken } from './testing/drill-play.ts'

const hourMs = 3_600_000

inDrill('a drill: ransomware on line 2 in the night', '2026-11-15T01:40:00.000Z', (play) => {
  let incident = ''
  let code = ''
  const room = (who: Who) => play.room(who, incident)
  const clock = (stage: string) => play.clock(incident, stage)

  /** Whoever watches over incidents got a letter about the warning; a webhook heard it, no more. */
  const isTold = async (isOver: boolean) => {
    const { letters, told } = await play.house.remind()
    const about = letters.filter(({ subject }) => /vroegtijdige waarschuwing/i.test(subject))
    assert.equal(about.length, 1, JSON.stringify(letters.map(({ subject }) => subject)))
    assert.match(about[0]?.to[0] ?? '', /ciso/)
    assert.match(about[0]?.subject ?? '', isOver ? /te laat|verstreken/i : /uiterlijk|vóór|loopt/i)
    assert.ok(about[0]?.text.includes(`/incidents/${incident}`))
    const heard = told.filter(({ data }) => data.stage === 'early_warning')
    assert.deepEqual(
      heard.map(({ type, data }) => [type, data.id, data.is_over]),
      [['incident.due', incident, isOver]],
    )
  }

  it('is told by somebody on the floor with a phone and no account', async () => {
    const page = await play.opened()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(play.house.meldpunt)
    await page.locator('textarea').first().fill('Op de HMI van lijn 2 staat een losgeldbrief')
    await page.getByLabel('Waar', { exact: false }).first().fill('Hal 2')
    await play.shot(page, '1-meldpunt')
    await page.getByRole('button', { name: 'Versturen' }).click()
    code = (await page.locator('output strong.mono').first().textContent()) ?? ''
    assert.match(code, /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  })

  it('is sorted into an incident, with an answer to whoever told it', async () => {
    await play.pass(5 * 60_000)
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/incidents`)
    await page.getByRole('link', { name: 'Op de HMI van lijn 2', exact: false }).click()
    await page.getByText('Gemeld. Wat is dit?').waitFor()
    incident = page.url().split('/').at(-1) ?? ''
    await play.shot(page, '2-triage')
    await isSound(page, 'triage')
    await page.getByRole('button', { name: 'Een incident', exact: true }).click()
    await page.getByText('Gemeld. Wat is dit?').waitFor({ state: 'detached' })
    const told = await play.house.follow(code)
    assert.equal(told.state, 'looked_at')
    assert.match(told.feedback, /Dank voor uw melding/)
  })

  it('starts its clocks with who knew, and they stand on every page', async () => {
    const values = {
      ...{ incident, person: play.house.person('ciso'), recorded_by: play.house.person('ciso') },
      ...{ how: 'employee_report', aware_at: play.house.iso(), recorded_at: play.house.iso() },
    }
    await play.house.ask('ciso', '/awarenesses', { values })
    const { version } = await play.house.ask('ciso', `/incidents/${incident}`)
    await play.house.change('ciso', `/incidents/${incident}`, version, {
      ...{ started_at: play.house.iso(), processes: [play.house.line], zones: [play.house.zone] },
      ...{ playbook: play.house.playbook, lead: play.house.person('ciso'), is_malicious: 'yes' },
      ...{ crosses_borders: 'no', type: 'ransomware', severity: 'critical', is_ongoing: true },
    })
    const page = await play.as('director')
    await page.goto(`${play.house.address}/measures`)
    await page.locator('aside').getByText('Vroegtijdige waarschuwing').first().waitFor()
    assert.equal((await clock('early_warning')).due_at, '2026-11-16T02:45:00+01:00')
    await play.shot(page, '3-clock-on-every-page')
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
    await play.shot(page, '4-room')
    await isSound(page, 'the room')
    await page.setViewportSize({ width: 390, height: 844 })
    await play.shot(page, '4-room-phone')
    await page.setViewportSize({ width: 1280, height: 800 })
    const english = await play.opened('ciso', 'en')
    await english.goto(`${play.house.address}/incidents/${incident}`)
    await english.getByText('Significant', { exact: false }).first().waitFor()
    await play.shot(english, '4-room-en')
    await english.close()
  })

  it('keeps a line that is refused, with why, and holds up no other for it', async () => {
    const page = await room('process_owner')
    const log = '**/api/v1/incidents/*/log'
    const said = { type: 'about:blank', title: 'x', instance: 'r', code: 'not-permitted' }
    const no = { status: 403, contentType: 'application/problem+json' }
    await page.route(log, (route) =>
      route.fulfill({ ...no, body: JSON.stringify({ ...said, status: 403 }) }),
    )
    const write = async (text: string) => {
      await page.getByLabel('Schrijf een regel').fill(text)
      await page.getByRole('button', { name: 'Schrijf in het logboek' }).first().click()
    }
    await write('Rook bij cel 3')
    await page.getByText('staat niet in het logboek', { exact: false }).waitFor()
    await page.unroute(log)
    await write('Brandweer is gebeld')
    await page.locator('ol.log').getByText('Brandweer is gebeld').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Zet terug onder de pen' }).click()
    assert.equal(await page.getByLabel('Schrijf een regel').inputValue(), 'Rook bij cel 3')
    await page.getByRole('button', { name: 'Schrijf in het logboek' }).first().click()
    await page.locator('ol.log').getByText('Rook bij cel 3').waitFor()
    assert.equal(await page.getByText('staat niet in het logboek', { exact: false }).count(), 0)
  })

  it('says who wrote what somebody else said', async () => {
    const { room: before } = await play.house.ask('ciso', `/incidents/${incident}/room`)
    await play.house.ask('ot_engineer', '/incident-log-entries', {
      values: {
        ...{ incident, number: before.log.length + 1, type: 'decision', text: 'Geen losgeld' },
        ...{ happened_at: play.house.iso(), recorded_at: play.house.iso() },
        author: play.house.person('director'),
      },
    })
    const page = await room('ciso')
    const line = page.locator('ol.log article').filter({ hasText: 'Geen losgeld' })
    await line.getByText('Kim director').waitFor()
    assert.match((await line.textContent()) ?? '', /Kim ot_engineer\s+namens\s+Kim director/)
  })

  it('drafts the warning, which a second person reads, and which is sent too late', async () => {
    const body = { rule: 'nl.cbw.early_warning', language: 'nl' }
    const { id: report } = await play.house.ask('ciso', `/incidents/${incident}/drafts`, body)
    const url = `/incident-reports/${report}`
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/incidents/${incident}/reports/${report}`)
    const portal = JSON.parse(String(await taken(page, 'Bewaar als JSON voor het portaal')))
    assert.deepEqual([portal.is_complete, portal.lacking, portal.is_exercise], [true, [], false])
    const text = String(await taken(page, 'Bewaar als bestand'))
    for (const { title, text: said } of portal.items) {
      if (said !== null) assert.ok(text.includes(`${title}\n${said}`), title)
    }
    assert.match(text, /2026-11-15 02:45 \(UTC\+01:00\)/)
    const paper = await page.request.get(
      `${play.house.address}/api/v1/incidents/${incident}/reports/${report}/paper?language=nl`,
    )
    assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
    play.keep('early-warning.pdf', await paper.body())
    play.keep('early-warning.txt', text)
    play.keep('early-warning.json', JSON.stringify(portal, null, 2))
    const { version } = await play.house.ask('ciso', url)
    await play.house.move('ciso', url, version, 'ready')
    await play.house.approve('director', 'incident-reports', report)
    // Thirteen hours later eleven are left: by letter and webhook, once.
    await play.pass(13 * hourMs)
    await isTold(false)
    const again = await play.house.remind()
    assert.deepEqual([again.letters, again.told], [[], []])
    // Twelve more, and it is an hour over its term.
    await play.pass(12 * hourMs)
    await isTold(true)
    await page.goto(`${play.house.address}/incidents/${incident}/reports/${report}`)
    await page.getByText('Gelezen door een tweede persoon').waitFor()
    const proof = { name: 'ontvangst.txt', mimeType: 'text/plain', buffer: Buffer.from('ok') }
    await page.locator('input[name=receipt]').setInputFiles(proof)
    await page.locator('input[name=reference]').fill('NCSC-2026-1')
    await page.getByRole('button', { name: 'Leg vast dat het is verstuurd' }).click()
    await page.getByText('Bewijs bewaard', { exact: false }).waitFor()
    await play.shot(page, '5-report-sent')
    const { state, values } = await play.house.ask('ciso', `/incident-reports/${report}`)
    assert.deepEqual([state, values.reference], ['sent', 'NCSC-2026-1'])
    assert.match(values.receipt, /[0-9a-f]{64}/)
    assert.equal((await clock('early_warning')).status, 'sent_late')
  })

  it('runs again when the owner of the line says so, and nobody else', async () => {
    const ot = await room('ot_engineer')
    await ot.locator('#standstills').waitFor()
    assert.equal(await ot.getByRole('button', { name: 'Herstart aanvaarden' }).count(), 0)
    const url = `/incidents/${incident}`
    const { version } = await play.house.ask('ciso', url)
    for (const said of [{ recovered_at: play.house.iso() }, { processes: null }]) {
      await assert.rejects(
        play.house.change('ciso', url, version, said),
        /409 .*restart-not-accepted/,
      )
    }
    const owner = await room('process_owner')
    await owner.getByRole('button', { name: 'Herstart aanvaarden' }).click()
    await owner.getByText('herstart aanvaard', { exact: false }).first().waitFor()
    await play.shot(owner, '6-restart')
  })

  it('ends with lessons, and late stays late; the folder proves all of it', async () => {
    const url = `/incidents/${incident}`
    const on = async () => (await play.house.ask('ciso', url)).version
    const step = async (to: string, values: object) => {
      await play.house.change('ciso', url, await on(), values)
      await play.house.move('ciso', url, await on(), to)
    }
    await step('contained', { contained_at: play.house.iso() })
    await step('handled', { handled_at: play.house.iso(), cause: 'Macro in een bijlage' })
    await play.house.change('ciso', url, await on(), {
      lessons: 'Kantoor en cel 2 blijven gescheiden',
    })
    await play.house.move('ciso', url, await on(), 'closed')
    await play.house.approve('director', 'incidents', incident)
    assert.equal((await play.house.ask('ciso', url)).state, 'closed')
    assert.equal((await clock('early_warning')).status, 'sent_late')
    const { exit, out } = await play.verified()
    assert.equal(exit, 0, out)
  })
})
