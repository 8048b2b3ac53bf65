// SPDX-License-Identifier: EUPL-1.2
// A quarter of a board in a real browser: limits asked for, a deviation proposed for the agenda, the
// pack frozen, one member away with a proxy and one against, votes signed with passkeys, a changed
// subject that lapses them, an outcome that the votes do not bear out, the decision confirmed, an
// objection to it, the minutes, and a dossier that is judged without the server.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readZip } from '@schouw/core/ledger/dossiers'
import type { Locator, Page } from 'playwright-core'
import { isSound, withPasskeys } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

const program = join(import.meta.dirname, '../cli/main.ts')

inExample('a quarter of a board', (example) => {
  const asked = (page: Page, path: string, method = 'GET', body?: unknown, version?: number) =>
    page.evaluate(
      async (of) => {
        const came = await fetch(`/api/v1${of.path}`, {
          method: of.method,
          headers: {
            ...(of.body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(of.version === undefined ? {} : { 'if-match': `"${of.version}"` }),
          },
          ...(of.body === undefined ? {} : { body: JSON.stringify(of.body) }),
        })
        return came.json()
      },
      { path, method, body, version },
    ) as Promise<any>
  let sheet = ''
  let meeting = ''
  const question = 'Stelt u de grens voor hersteltests vast op zes maanden?'

  it('takes its vote with a proxy, a dissent and signatures that lapse', {
    timeout: 500_000,
  }, async () => {
    const ciso = await example.pageOf('Marloes', '/meetings')
    await ciso.getByRole('heading', { name: 'Vergaderingen' }).waitFor()
    const { items: kpis } = await asked(ciso, '/kpis?limit=5')
    const { items: people } = await asked(ciso, '/persons?limit=100')
    const idOf = (name: string) =>
      people.find((one: any) => one.values.name.startsWith(name))?.id as string
    const made = await asked(ciso, '/decisions', 'POST', {
      values: {
        code: 'BB-K4',
        name: 'Grens voor hersteltests',
        question,
        body: 'board',
        subject: 'set_limits',
        proposed_by: idOf('Marloes'),
        if_yes: 'Elk half jaar blijkt of wij terug kunnen.',
        if_no: 'Wij weten het pas als het misgaat.',
        ...(kpis[0] === undefined ? {} : { limits: [{ kpi: kpis[0].id, green_limit: '6' }] }),
      },
    })
    const decision = made.id as string
    await asked(ciso, `/decisions/${decision}/moves`, 'POST', { to: 'tabled' }, 1)
    sheet = `${example.address}/decisions/${decision}`
    const { id } = await asked(ciso, '/meetings', 'POST', {
      values: {
        code: 'V-K4',
        name: 'Vierde kwartaal',
        body: 'board',
        planned_at: '2026-12-01T09:00:00.000Z',
      },
    })

    meeting = `${example.address}/meetings/${id}`

    // Attendance: two there, one away with a proxy to the first.
    await ciso.goto(meeting)
    const who = ciso.getByRole('region', { name: 'Wie er is' })
    await who.getByRole('checkbox', { name: 'Hanneke Oosterduin' }).check()
    await who.getByRole('checkbox', { name: 'Saskia Vermaat' }).check()
    const proxy = who.getByRole('combobox', { name: /Pieter-Jan Brinkman/ })
    await proxy.selectOption(idOf('Hanneke'))
    await who.getByText('3 van 3 leden').waitFor()
    await who.getByRole('button', { name: 'Vergadering is begonnen' }).click()
    await who.getByRole('button', { name: 'Vergadering is begonnen' }).waitFor({ state: 'hidden' })
    await ciso.getByText('Gehouden op').waitFor()
    await ciso.getByText('buiten de grens').first().waitFor()
    await ciso.getByRole('button', { name: `Op de agenda: ${question}` }).click()
    await ciso.getByRole('link', { name: question }).waitFor()
    await ciso.getByRole('button', { name: 'Leg vast wat op tafel ligt' }).click()
    await ciso.getByText(/Op tafel lag de stand bij regel/).waitFor()

    // The server refuses a proxy that the form does not offer.
    const now = await asked(ciso, `/meetings/${id}`)
    const twice = { absent_member: idOf('Pieter-Jan'), holder: idOf('Saskia') }
    const refused = await asked(
      ciso,
      `/meetings/${id}`,
      'PATCH',
      { values: { proxies: [...now.values.proxies, twice] } },
      now.version,
    )
    assert.equal(refused.code, 'out-of-order')

    // Hanneke signs for herself, then for whoever gave her the proxy.
    const first = await example.pageOf('Hanneke', '/')
    await withPasskeys(first)
    await first.goto(sheet)
    await first.getByRole('button', { name: 'Sleutel maken' }).click()
    await first.getByRole('radio', { name: 'Voor' }).check()
    await first.getByRole('button', { name: 'Tekenen met passkey' }).click()
    await first.getByText('Getekend met passkey').waitFor()
    await first.getByLabel('Ik stem namens').selectOption(idOf('Pieter-Jan'))
    await first.getByRole('radio', { name: 'Voor' }).check()
    await first.getByRole('button', { name: 'Tekenen met passkey' }).click()
    await first.getByText('2 voor, 0 tegen').waitFor()

    // The second device computes the same fingerprint from the bytes themselves.
    const shown = await first.locator('form strong.mono').innerText()
    await first.goto(`${sheet}/second`)
    await first.getByText('Staat daar hetzelfde').waitFor()
    assert.equal(await first.locator('p.answer strong.mono').innerText(), shown)
    await isSound(first, 'the paper on a second device')

    const against = await example.pageOf('Saskia', '/')
    await withPasskeys(against)
    await against.goto(sheet)
    await against.getByRole('button', { name: 'Sleutel maken' }).click()
    await against.getByRole('radio', { name: 'Tegen' }).check()
    await against.getByRole('textbox', { name: 'Reden' }).first().fill('Drie maanden is beter.')
    await against.getByRole('button', { name: 'Tekenen met passkey' }).click()
    await against.getByText('2 voor, 1 tegen').waitFor()

    // A changed subject lapses every vote; what was signed stands again when it is as it was.
    const tabled = await asked(ciso, `/decisions/${decision}`)
    const text = { values: { if_nothing: 'Dan blijft het bij één keer per jaar.' } }
    const changed = await asked(ciso, `/decisions/${decision}`, 'PATCH', text, tabled.version)
    await against.reload()
    await against.getByText('Vervallen: na deze stem').first().waitFor()
    const back = { values: { if_nothing: null } }
    await asked(ciso, `/decisions/${decision}`, 'PATCH', back, changed.version)
    await against.reload()
    await against.getByText('2 voor, 1 tegen').waitFor()
    await against.getByText('Getekend met passkey').first().waitFor()
    assert.equal(await against.getByText('Vervallen: na deze stem').count(), 0)

    // What is recorded follows from the votes: another outcome is refused, in words.
    await ciso.goto(sheet)
    await ciso.getByRole('button', { name: 'Afwijzen' }).click()
    await ciso.getByText('De stemmen komen op iets anders uit.').first().waitFor()
    for (const page of [ciso, first, against]) await page.context().close()
  })

  it('ends in a decision, an objection, minutes and a dossier that outsiders judge', {
    timeout: 500_000,
  }, async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-quarter-'))
    test.after(() => rmSync(folder, { recursive: true, force: true }))
    const ciso = await example.pageOf('Marloes', '/')
    await ciso.goto(sheet)
    await ciso.getByRole('button', { name: 'Goedkeuren' }).click()
    await ciso.getByText('Nog niet bevestigd').waitFor()

    const first = await example.pageOf('Hanneke', '/')
    await first.goto(sheet)
    await first.getByRole('button', { name: 'Goedkeuren', exact: true }).click()
    await first.getByText(/^Besloten op .*, bevestigd op .* door Hanneke Oosterduin$/).waitFor()

    // Who was for thinks again: the vote stays in the log, and counts no more.
    await first.getByRole('button', { name: 'Bezwaar maken' }).first().click()
    await first.getByLabel('Waarom').selectOption({ index: 1 })
    await first.getByLabel('Toelichting').fill('De kosten stonden er niet bij.')
    await first.getByRole('button', { name: 'Bezwaar vastleggen' }).click()
    await first.getByText(/^Bezwaar gemaakt op/).waitFor()
    await first.getByText(/^Omstreden: een lid maakte bezwaar/).waitFor()
    await isSound(first, 'a decision that is objected to')

    await ciso.goto(meeting)
    await ciso.getByRole('button', { name: 'Notulen maken' }).click()
    await ciso.getByRole('button', { name: 'Notulen vaststellen' }).click()
    await first.goto(meeting)
    await first.getByRole('button', { name: 'Goedkeuren', exact: true }).click()
    await first.getByText('Notulen vastgesteld').first().waitFor()
    const who = first.getByRole('region', { name: 'Wie er is' })
    await who.getByText('Pieter-Jan Brinkman: afwezig met volmacht aan Hanneke').waitFor()
    const minutes = first.getByRole('region', { name: 'Notulen', exact: true })
    const paper = await saved(first, minutes.getByRole('link').first(), folder)
    assert.equal(paper.subarray(0, 5).toString(), '%PDF-')

    await first.goto(`${example.address}/proof`)
    await first.getByLabel('Met namen van mensen').check()
    const dossier = await saved(first, first.getByRole('link', { name: 'Dossier maken' }), folder)
    for (const page of [ciso, first]) await page.context().close()

    // The command, on a machine that has the file and nothing else.
    const verdictOf = (bytes: Uint8Array) => {
      const file = join(folder, 'judged.asice')
      writeFileSync(file, bytes)
      const words = ['--disable-warning=ExperimentalWarning', program, 'verify', file]
      const env = { PATH: process.env['PATH'] ?? '' }
      return spawnSync(process.execPath, words, { encoding: 'utf8', env, cwd: folder })
    }
    const proven = verdictOf(dossier)
    assert.equal(proven.status, 0, proven.stdout + proven.stderr)
    for (let step = 1; step <= 5; step += 1) {
      const changed = Buffer.from(dossier)
      changed[(step * 7919 * 131) % changed.length]! ^= step
      assert.notEqual(verdictOf(changed).status, 0, `step ${step}`)
    }

    // The page that travelled in the dossier itself, from a file, in a browser without a network.
    const page = join(folder, 'verify.html')
    const files = readZip(new Uint8Array(dossier))
    assert.ok(files.ok)
    const travelled = files.value.find(({ name }) => name === 'verify.html')
    writeFileSync(page, travelled?.bytes ?? '')
    const context = await example.contextOf('Hanneke')
    await context.clearCookies()
    await context.setOffline(true)
    const reader = await context.newPage()
    await reader.goto(pathToFileURL(page).href)
    const given = { name: 'd.asice', mimeType: 'application/zip', buffer: dossier }
    await reader.locator('input[type=file]').first().setInputFiles(given)
    await reader.getByRole('heading', { name: 'Alles wat het beweert is bewezen' }).waitFor()
    await context.close()
  })
})

async function saved(page: Page, link: Locator, folder: string): Promise<Buffer> {
  const [came] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = join(folder, came.suggestedFilename())
  await came.saveAs(file)
  return readFileSync(file)
}
