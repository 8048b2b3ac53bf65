// SPDX-License-Identifier: EUPL-1.2
// A quarter of a board in a real browser: limits asked for, a deviation proposed for the agenda, the
// pack frozen, one member away with a proxy and one against, votes signed with passkeys, a changed
// subject that lapses them, and an outcome that the votes do not bear out.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound, withPasskeys } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

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
    const sheet = `${example.address}/decisions/${decision}`
    const { id: meeting } = await asked(ciso, '/meetings', 'POST', {
      values: {
        code: 'V-K4',
        name: 'Vierde kwartaal',
        body: 'board',
        planned_at: '2026-12-01T09:00:00.000Z',
      },
    })

    // Attendance: two there, one away with a proxy to the first.
    await ciso.goto(`${example.address}/meetings/${meeting}`)
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
    const now = await asked(ciso, `/meetings/${meeting}`)
    const twice = { absent_member: idOf('Pieter-Jan'), holder: idOf('Saskia') }
    const refused = await asked(
      ciso,
      `/meetings/${meeting}`,
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
})
