// SPDX-License-Identifier: EUPL-1.2
// A register by hand: a view that is kept and shared, rows changed together and taken back as one,
// two versions of a record side by side, two days of the register, and a file kept as evidence.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('a register by hand', (example) => {
  it('keeps a view with its filter and order, for oneself or for everybody', async () => {
    const page = await example.pageOf('Marloes', '/registers/findings')
    const complaints = complaintsOf(page)
    const foot = '.rows-foot output'
    const whole = await page.locator(foot).innerText()
    await page.getByText('Filteren', { exact: true }).click()
    await page.getByRole('combobox', { name: 'Ernst' }).click()
    await page.getByRole('option', { name: 'Hoog' }).click()
    await page.waitForURL(/filter=/)
    await page.getByRole('columnheader').getByRole('button', { name: /^Naam/ }).click()
    await page.waitForURL(/sort=/)
    await page.getByText('Filteren (1)').waitFor()
    for (const [name, isShared] of [
      ['Alleen van mij', false],
      ['Voor iedereen', true],
    ] as const) {
      await page.getByLabel('Naam van de weergave').fill(name)
      await page.getByLabel(/^Delen met iedereen/).setChecked(isShared)
      await page.getByRole('button', { name: 'Weergave bewaren' }).click()
      await page.getByRole('link', { name, exact: true }).waitFor()
    }
    await isSound(page, 'kept views')
    const narrow = await page.locator(foot).innerText()
    assert.notEqual(narrow, whole)

    const other = await example.pageOf('Teun', '/registers/findings')
    await other.getByText('Filteren', { exact: true }).click()
    await other.getByText('(gedeeld)').waitFor()
    assert.equal(await other.getByRole('link', { name: 'Alleen van mij' }).count(), 0)
    // Whoever a view is shared with looks through it, and leaves it where it is.
    const forget = other.getByRole('button', { name: 'Weergave Voor iedereen verwijderen' })
    assert.equal(await forget.count(), 0)
    await other.getByRole('link', { name: 'Voor iedereen', exact: true }).click()
    await other.locator(foot).getByText(narrow, { exact: true }).waitFor()
    await other.context().close()

    await page.getByRole('button', { name: 'Weergave Alleen van mij verwijderen' }).click()
    await page.getByRole('link', { name: 'Alleen van mij' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Voor iedereen', exact: true }).waitFor()
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('changes rows together, and takes that back as one', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    for (const name of ['Spindelwolk', 'Perslucht']) await row(name).getByRole('checkbox').check()
    const bulk = page.locator('.bulk')
    await bulk.getByLabel('Wat wijzigt u?').selectOption({ label: 'Dienst' })
    await bulk.getByLabel('Dienst').fill('Onderhoud')
    await bulk.getByRole('button', { name: 'Eerst bekijken' }).click()
    await bulk.getByRole('cell', { name: 'Compressoren', exact: true }).waitFor()
    await bulk.getByRole('button', { name: '2 regels wijzigen' }).click()
    await bulk.getByText('Dit is één handeling').waitFor()
    await row('Spindelwolk').getByRole('cell', { name: 'Onderhoud' }).first().waitFor()
    await bulk.getByLabel('Waarom draait u dit terug?').fill('Verkeerde regels gekozen')
    await bulk.getByRole('button', { name: 'Alles terugdraaien' }).click()
    await bulk.getByText('Teruggedraaid. Wat iemand').waitFor()
    await page.reload()
    await row('Perslucht').getByRole('cell', { name: 'Compressoren', exact: true }).waitFor()
    await page.context().close()
  })

  it('shows two versions side by side, and what changed between two days', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    const complaints = complaintsOf(page)
    await page.getByRole('row').filter({ hasText: 'Meswerk' }).getByRole('link').click()
    await page.getByRole('button', { name: 'Wijzigen', exact: true }).click()
    await page.getByLabel(/^Dienst/).fill('MES, OEE en receptbeheer')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    await page.getByText('Vergelijk met…').click()
    await page.getByText('Kies een tweede versie.').waitFor()
    const before = page.getByLabel('Eerst', { exact: true })
    await before.selectOption({ index: 2 })
    const changed = page.getByRole('row').filter({ hasText: 'Dienst' })
    await changed.getByRole('cell', { name: 'MES en OEE', exact: true }).waitFor()
    await changed.getByRole('cell', { name: 'MES, OEE en receptbeheer' }).waitFor()
    await isSound(page, 'two versions')
    // With itself a version has no difference, and that is said.
    await before.selectOption({ index: 1 })
    await page.getByText('Deze versies zijn gelijk.').waitFor()
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('of another day says on which head of the log it rests, and what shows only today', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    const complaints = complaintsOf(page)
    const bar = page.getByRole('complementary', { name: 'Een andere dag' })
    const today = new Date().toISOString().slice(0, 10)
    for (const path of [
      '/',
      '/papers/pack',
      new URL(
        (await page.getByRole('row').getByRole('link').first().getAttribute('href')) ?? '',
        example.address,
      ).pathname,
      '/registers/suppliers',
    ]) {
      await page.goto(`${example.address}${path}?as_of=${today}`)
      await bar.getByText(/Zoals het stond op .*\d{4}\./).waitFor()
      await bar.getByText(/Stand van het logboek: [\d.]+ regels, wortel/).waitFor()
      await bar.getByText('Nog geen tijdstempel: deze tijd is die van uw eigen server.').waitFor()
    }
    await isSound(page, 'a register of another day')
    // What waits, and what is said under a record, is of today and stands beside no other day.
    await page.goto(`${example.address}/?as_of=${today}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.equal(await page.locator('.strip').count(), 0)
    await page.goto(`${example.address}/vulnerabilities?as_of=${today}`)
    await bar.getByText('Deze pagina toont vandaag.').waitFor()
    await bar.getByRole('link', { name: 'Terug naar vandaag' }).click()
    await bar.waitFor({ state: 'detached' })
    assert.equal(new URL(page.url()).search, '')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('keeps a file as evidence, which somebody else finds and opens', async () => {
    const page = await example.pageOf('Marloes', '/registers/suppliers')
    await page.getByRole('row').filter({ hasText: 'Kessel' }).getByRole('link').click()
    await page.getByRole('tab', { name: 'Bijlagen' }).click()
    await page.getByText(/^Nog geen bewijs\./).waitFor()
    const said = 'Besproken: toegang alleen na een telefoontje.\n'
    await page.locator('input[type=file]').setInputFiles({
      name: 'gesprek-kessel.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(said),
    })
    await page.getByLabel('Naam', { exact: true }).fill('Gesprek met Kessel')
    await page.getByLabel('Soort bewijs').selectOption({ label: 'Gesprek' })
    await page.getByLabel('Van wanneer is het').fill('2026-10-05')
    await page.getByRole('button', { name: 'Vastleggen als bewijs' }).click()
    await page.getByRole('link', { name: 'Gesprek met Kessel' }).waitFor()
    await isSound(page, 'attachments')

    const other = await example.pageOf('Teun', new URL(page.url()).pathname)
    await other.getByRole('tab', { name: 'Bijlagen' }).click()
    const kept = other.getByRole('listitem').filter({ hasText: 'Gesprek met Kessel' })
    await kept.getByText('5 okt 2026').waitFor()
    const coming = other.waitForEvent('download')
    await kept.getByRole('link').last().click()
    const path = await (await coming).path()
    assert.equal(await readFile(path, 'utf8'), said)
    await other.context().close()
    await page.context().close()
  })
})
