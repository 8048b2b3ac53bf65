// SPDX-License-Identifier: EUPL-1.2
// From an advisory about something that is being exploited to the controller it is in, the way there
// from the office, the stop in which it can be updated, what is decided, and the proof of all of it.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { it } from 'node:test'
import { generateKey } from 'openpgp'
import type { Locator, Page } from 'playwright-core'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'
import { verified } from './testing/verified.ts'

/** The proof of a step and a dossier, taken along and held against the key of the log offline. */
async function holdsElsewhere(page: Page, step: Locator): Promise<void> {
  const { origin } = new URL(page.url())
  const keys = await page.request.get(`${origin}/api/v1/log/keys`)
  const key = (await keys.text()).trim()
  const waits = page.waitForEvent('download')
  await step.getByRole('link', { name: 'Bewijs bewaren' }).click()
  const proof = await (await waits).path()
  await endsWith(0, verified(proof, '--key', key))
  // One letter otherwise, and it is no proof any more.
  const changed = `${proof}.json`
  const body = JSON.parse(readFileSync(proof, 'utf8'))
  const bytes = Buffer.from(body.slots[0].bytes, 'base64')
    .toString()
    .replace('next_window', 'next_windoW')
  body.slots[0].bytes = Buffer.from(bytes).toString('base64')
  writeFileSync(changed, JSON.stringify(body))
  await endsWith(1, verified(changed, '--key', key))
  const asked = 'scope=regulator&language=nl&from=2026-01-01&until=2099-12-31'
  const dossier = await page.request.get(`${origin}/api/v1/dossier?${asked}`)
  assert.equal(dossier.status(), 200)
  writeFileSync(`${proof}.zip`, await dossier.body())
  await endsWith(0, verified(`${proof}.zip`, '--key', key))
}

async function endsWith(exit: number, verdict: ReturnType<typeof verified>): Promise<void> {
  const told = await verdict
  assert.equal(told.exit, exit, told.out)
}

inExample('a vulnerability in a controller', (example) => {
  it('is followed from the advisory to the decision', { timeout: 300_000 }, async () => {
    const page = await example.pageOf('Marloes')
    const complaints = complaintsOf(page)
    await page.goto(`${example.address}/vulnerabilities/advisories`)
    const row = page.getByRole('row').filter({ hasText: 'EX-26-001' })
    await row.getByText('misbruikt').waitFor()
    await row.getByRole('link', { name: 'EX-26-001' }).click()
    await page.getByRole('heading', { level: 1, name: 'EX-26-001' }).waitFor()
    await page.getByText('Nog door niemand beoordeeld.').waitFor()
    await page.getByRole('button', { name: 'Gelezen', exact: true }).click()
    await page.getByText('U hebt deze versie gelezen.').waitFor()
    await page.getByLabel('Uw oordeel in eigen woorden').fill('Raakt lijn 1, via de MES-server.')
    await page.getByRole('button', { name: 'Leg vast' }).click()
    await page.getByText('Raakt lijn 1, via de MES-server.').first().waitFor()
    await isSound(page, 'an advisory')

    await page.getByRole('link', { name: 'L1-PLC01' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kwetsbaarheden van L1-PLC01' }).waitFor()
    await page.getByText('Bereikbaar langs deze weg:').waitFor()
    await page.getByRole('listitem').filter({ hasText: 'Lijn 1, verspanen' }).first().waitFor()
    await page.getByText('06:00 tot 14:00').waitFor()
    await page.getByText('wordt misbruikt (KEV), bereikbaar, kroonjuweel').waitFor()
    await page.getByText('Besluit', { exact: true }).click()
    await page.getByLabel('Waarom, in uw woorden').fill('Poort 102 dicht tot zaterdag.')
    await isSound(page, 'a device')
    await page.getByRole('button', { name: 'Bij de volgende stop' }).click()
    await page.getByText('besloten: Volgende stop, onderhanden').waitFor()
    await page.getByText('gevolgd in bevinding').waitFor()
    await page.getByText('Wie wist wat, en wanneer').click()
    const decided = page.getByRole('listitem').filter({ hasText: 'Poort 102 dicht tot zaterdag.' })
    await decided.getByText(/vermelding .* in het logboek/).waitFor()
    for (const text of ['uitgegeven, zegt de uitgever', 'wordt misbruikt, zegt KEV']) {
      await page.getByRole('listitem').filter({ hasText: text }).first().waitFor()
    }
    const kinds = [
      page.getByRole('listitem').filter({ hasText: 'hier ingelezen' }).first(),
      page.getByRole('listitem').filter({ hasText: 'Raakt lijn 1, via de MES-server.' }),
      decided,
    ]
    for (const step of kinds) {
      await step.getByRole('button', { name: 'Hier nagaan' }).click()
      await step.getByText('Klopt: deze wijziging staat in het logboek').waitFor()
      await step.getByText('De vermelding hoort bij wat hier staat.').waitFor()
    }
    await isSound(page, 'who knew what when')
    await holdsElsewhere(page, decided)
    for (const path of [
      'vulnerabilities',
      'vulnerabilities/advisories',
      'vulnerabilities/products',
    ]) {
      await page.goto(`${example.address}/${path}`)
      await page
        .getByRole('row')
        .filter({ hasText: '6ES7515-2AM01-0AB0' })
        .or(page.getByRole('row').filter({ hasText: 'EX-26-001' }))
        .first()
        .waitFor()
      await isSound(page, path)
    }
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('is looked for in the parts of a device, and told of in own products', async () => {
    const page = await example.pageOf('Marloes', '/vulnerabilities/components')
    const panel = page.getByRole('row').filter({ hasText: 'L1-HMI01' })
    await panel.waitFor()
    await isSound(page, 'software in devices')
    // What a recommended test says of an advisory of one's own is shown, and keeps nothing.
    await page.route('**/api/v1/own-advisories', async (route) => {
      const body = await (await route.fetch()).json()
      const items = body.items.map((one: object) => ({ ...one, warnings: ['6.2.18'] }))
      await route.fulfill({ json: { ...body, items } })
    })
    await page.goto(`${example.address}/vulnerabilities/own`)
    await page.getByText('schrijf de getroffen versies als VERS').waitFor()
    await page.getByRole('row').filter({ hasText: 'OVM-26-01' }).waitFor()
    await isSound(page, 'own products')
    await page.context().close()
  })

  it('is looked for by names that the factory knows', { timeout: 200_000 }, async () => {
    const page = await example.pageOf('Marloes', '/vulnerabilities/products')
    await page.getByText('Namen die u kent en Schouw niet').click()
    const makers = page.getByLabel('Fabrikanten')
    await makers.fill('Lampworks = Lamp Works GmbH\nLW')
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText('Regel 2 is zo niet te lezen.').waitFor()
    await isSound(page, 'names with a wrong line')
    await makers.fill('Lampworks = Lamp Works GmbH, LW')
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText('Vastgelegd.').waitFor()
    await page.reload()
    await page.getByText('Namen die u kent en Schouw niet').click()
    assert.equal(await makers.inputValue(), 'Lampworks = Lamp Works GmbH, LW')
    await page.context().close()
  })

  it('is believed by the keys of publishers', { timeout: 200_000 }, async () => {
    const page = await example.pageOf('Marloes', '/vulnerabilities/advisories')
    await page.getByText('Ophalen bij fabrikanten').click()
    await page.getByText('Er is nog geen sleutel').waitFor()
    await page.getByLabel('Openbare sleutel').fill('geen sleutel')
    await page.getByRole('button', { name: 'Sleutel aannemen' }).click()
    await page.getByText('Hier staat geen openbare sleutel in.').waitFor()
    const { publicKey } = await generateKey({ userIDs: [{ name: 'Lampworks PSIRT' }] })
    await page.getByLabel('Openbare sleutel').fill(publicKey)
    await page.getByRole('button', { name: 'Sleutel aannemen' }).click()
    await page.getByText('Lampworks PSIRT').waitFor()
    await page.getByText(/aangenomen door Marloes/).waitFor()
    await isSound(page, 'keys of publishers')
    await page.context().close()
  })

  it('is shown as surely as is asked for', { timeout: 200_000 }, async () => {
    const page = await example.pageOf('Marloes', '/vulnerabilities')
    const listed = async (query: string) => {
      const came = await page.request.get(`${example.address}/api/v1/vulnerabilities${query}`)
      return ((await came.json()).items as { confidence: number }[]).map((one) => one.confidence)
    }
    const sure = (await listed('?done=false&confidence=95')).length
    const all = (await listed('?done=false')).length
    assert.ok(sure < all, `${sure} of ${all}`)
    const rows = page.getByRole('main').getByRole('row')
    await page.getByLabel('Hoe zeker').selectOption('95')
    await page.waitForFunction(
      (count) => document.querySelectorAll('main tbody tr').length === count,
      sure,
    )
    assert.equal(await rows.count(), sure === 0 ? 0 : sure + 1)
    await isSound(page, 'a queue as sure as is asked for')
    await page.context().close()
  })

  it('is taken away with a reason, and what was decided stays', { timeout: 200_000 }, async () => {
    const page = await example.pageOf('Marloes', '/vulnerabilities/advisories')
    await page.getByRole('link', { name: 'EX-26-001' }).click()
    const plc = page.getByRole('link', { name: 'L1-PLC01' })
    const device = new URL((await plc.getAttribute('href')) ?? '', page.url()).href
    await page.getByText('Melding weghalen').click()
    const act = page.getByRole('button', { name: 'Haal weg' })
    assert.equal(await act.isDisabled(), true)
    await page.getByLabel('Waarom', { exact: true }).fill('Ingetrokken door de uitgever.')
    await isSound(page, 'taking an advisory away')
    await act.click()
    await page.getByText(/^De melding is weg/).waitFor()
    await isSound(page, 'an advisory that is gone')
    await page.getByRole('link', { name: 'Naar de meldingen' }).click()
    await page.getByText('Weggehaald', { exact: true }).click()
    const one = page.getByRole('listitem').filter({ hasText: 'Ingetrokken door de uitgever.' })
    await one.getByText(/bestand (gewist|met andere meldingen)/).waitFor()
    await one.getByRole('button', { name: 'Hier nagaan' }).click()
    await one.getByText('De vermelding hoort bij wat hier staat.').waitFor()
    await isSound(page, 'what was taken away')
    assert.equal(await page.getByRole('link', { name: 'EX-26-001' }).count(), 0)

    await page.goto(device)
    await page.getByRole('heading', { name: 'Eerder besloten' }).waitFor()
    await page.getByText('besloten: Volgende stop').waitFor()
    await page.getByText('Wie wist wat, en wanneer').last().click()
    await page.getByText('melding weggehaald').waitFor()
    await isSound(page, 'what was decided earlier')
    await page.context().close()
  })
})
