// SPDX-License-Identifier: EUPL-1.2
// Every button around an incident that gives something to take along, pressed in a browser: what
// comes out is the file that it says. And what is put ready with one press, in both languages.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inDrill, taken } from './testing/drill-play.ts'

const mail = [
  'From: "Bank" <info@bank-veilig.example>',
  'Reply-To: someone@elsewhere.example',
  'To: kim@havenstaal.example',
  'Subject: Uw rekening is geblokkeerd',
  'Date: Sun, 15 Nov 2026 02:10:00 +0100',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Klik op https://bank-veilig.example/login',
  '',
].join('\r\n')

inDrill('what one takes along', '2026-11-15T01:40:00.000Z', (play) => {
  let incident = ''
  const isPdf = (name: string, bytes: Buffer) => {
    play.keep(name, bytes)
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-', name)
    assert.match(bytes.subarray(-10).toString(), /%%EOF/, name)
  }

  it('a poster for the wall, as PDF, in either language', async () => {
    const posters: Buffer[] = []
    for (const [language, place, make, save] of [
      ['nl', 'Kantine', 'Maak een meldpunt', 'Bewaar als PDF'],
      ['en', 'Quay', 'Make a report point', 'Save as PDF'],
    ] as const) {
      const page = await play.opened('ciso', language)
      await page.goto(`${play.house.address}/incidents`)
      await page.locator('section[aria-labelledby=points] input[name=name]').fill(place)
      await page.getByRole('button', { name: make }).click()
      await page.locator('article.poster svg').waitFor()
      await play.shot(page, `20-poster-${language}`)
      const poster = await taken(page, save)
      isPdf(`poster-${language}.pdf`, poster)
      posters.push(poster)
      await page.context().close()
    }
    assert.notDeepEqual(posters[0], posters[1])
  })

  it('the mail that somebody sent along: read here, and the very bytes to keep', async () => {
    const phone = await play.opened()
    await phone.setViewportSize({ width: 390, height: 844 })
    await phone.goto(play.house.meldpunt)
    await phone.locator('textarea').first().fill('Vreemde mail van de bank')
    const file = { name: 'bank.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) }
    await phone.locator('input[type=file]').setInputFiles(file)
    await phone.getByRole('button', { name: 'Versturen' }).click()
    await phone.locator('output strong.mono').first().waitFor()
    await phone.context().close()
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/incidents`)
    await page.getByRole('link', { name: 'Vreemde mail van de bank' }).click()
    await page.getByText('Uw rekening is geblokkeerd').waitFor()
    await page.getByText('https://bank-veilig.example/login').first().waitFor()
    await play.shot(page, '21-mail-along')
    assert.equal(String(await taken(page, 'bank.eml', 'link')), mail)
    incident = page.url().split('/').at(-1) ?? ''
  })

  it('a report of every stage as PDF, each of its own, which says what it is', async () => {
    const now = play.house.iso()
    const values = {
      ...{ incident, person: play.house.person('ciso'), how: 'employee_report' },
      ...{ recorded_by: play.house.person('ciso'), aware_at: now, recorded_at: now },
    }
    await play.house.ask('ciso', '/awarenesses', { values })
    const page = await play.as('ciso')
    const papers = new Set<string>()
    const rules = ['early_warning', 'notification', 'intermediate', 'final', 'inform_recipients']
    for (const rule of rules) {
      const body = { rule: `nl.cbw.${rule}`, language: 'nl' }
      const { id } = await play.house.ask('ciso', `/incidents/${incident}/drafts`, body)
      await page.goto(`${play.house.address}/incidents/${incident}/reports/${id}`)
      const paper = await taken(page, 'Als PDF', 'link')
      isPdf(`report-${rule}.pdf`, paper)
      papers.add(paper.toString('latin1'))
    }
    assert.equal(papers.size, rules.length)
    await play.shot(page, '22-report')
  })

  it('the pack for when nothing works, with whom to call, from the crisis page and the room', async () => {
    const values = { code: 'B1', name: 'Politie', function: 'police', phone: '+31 88 662 98 98' }
    await play.house.ask('ciso', '/crisis-contacts', { values })
    const page = await play.as('ciso')
    await page.goto(`${play.house.address}/crisis`)
    const pack = await taken(page, 'PDF', 'link')
    isPdf('pack.pdf', pack)
    await play.shot(page, '23-crisis')
    await play.room('ciso', incident)
    await page.getByRole('link', { name: '+31 88 662 98 98' }).first().waitFor()
    assert.deepEqual(await taken(page, 'Noodpakket als PDF', 'link'), pack)
  })

  it('ten playbooks and four first messages, put ready in Dutch and again in English', async () => {
    for (const [language, playbooks, messages] of [
      ['nl', 'Zet 10 draaiboeken', 'Zet 4'],
      ['en', 'Put 10 playbooks', 'Prepare 4'],
    ] as const) {
      const page = await play.opened('ciso', language)
      for (const [path, button] of [
        ['/incidents', playbooks],
        ['/crisis', messages],
      ] as const) {
        await page.goto(play.house.address + path)
        await page.getByRole('button', { name: button }).click()
        await page.getByRole('button', { name: button }).waitFor({ state: 'detached' })
        assert.equal(await page.getByRole('alert').count(), 0)
      }
      await page.context().close()
    }
    const count = async (kind: string) =>
      (await play.house.ask('ciso', `/${kind}?limit=100`)).items.length
    // One of the house itself stood there.
    assert.deepEqual([await count('playbooks'), await count('holding-statements')], [21, 8])
  })

  it('a line that runs without the word of its owner: by name, with the reason, and for good', async () => {
    const page = await play.room('ciso', incident)
    const url = `/incidents/${incident}`
    const on = async () => (await play.house.ask('ciso', url)).version
    await play.house.move('ciso', url, await on(), 'open')
    await play.house.change('ciso', url, await on(), { processes: [play.house.line] })
    const standing = page.locator('section[aria-labelledby=standstills]')
    await standing.getByText('Geef vrij zonder de eigenaar').click()
    await standing.getByLabel('Waarom kan dit niet wachten').fill('De oven koelt uit en scheurt')
    await play.shot(page, '24-release')
    await standing.getByRole('button', { name: 'Schrijf in het logboek' }).click()
    await standing.getByText('vrijgegeven zonder de eigenaar', { exact: false }).waitFor()
    await page.locator('ol.log').getByText('De oven koelt uit en scheurt').waitFor()
    await play.shot(page, '25-released')
    const over = { contained_at: play.house.iso(), handled_at: play.house.iso() }
    await play.house.change('ciso', url, await on(), over)
    await play.house.move('ciso', url, await on(), 'handled')
    // The owner may still say it: the release stays in sight.
    const owner = await play.room('process_owner', incident)
    await owner.getByRole('button', { name: 'Herstart aanvaarden' }).click()
    await owner.getByText('herstart aanvaard', { exact: false }).first().waitFor()
    await owner.getByText('vrijgegeven zonder de eigenaar', { exact: false }).waitFor()
  })
})
