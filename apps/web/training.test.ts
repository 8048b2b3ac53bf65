// SPDX-License-Identifier: EUPL-1.2
// The training file of a director, from certificate to the end of the term: brought in by whoever
// sits on the board, compared by somebody else, and only then counted.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('the training of a director', (example) => {
  const pageOf = (name: string) => example.pageOf(name, '/people/training')
  const seat = (page: Page) => page.getByRole('region', { name: 'Saskia Vermaat' })

  it('counts down two years from the appointment', async () => {
    const page = await pageOf('Saskia')
    await seat(page)
      .getByText('Certificaat uiterlijk 1 sep 2028, twee jaar na de benoeming')
      .waitFor()
    await seat(page).getByText('Er is nog geen certificaat.').waitFor()
    await page.context().close()
  })

  it('says what is missing and what differs, and waits until that is mended', async () => {
    const page = await pageOf('Saskia')
    await seat(page).getByRole('button', { name: 'Certificaat toevoegen' }).click()
    const buffer = Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    )
    const file = { name: 'certificaat.pdf', mimeType: 'application/pdf', buffer }
    const form = page.locator('form')
    await form.locator('input[type=file]').setInputFiles(file)
    await form.getByLabel('Titel').fill('Cybersecurity voor bestuurders')
    await form.getByLabel('Naam op het certificaat').fill('S. Vermaat')
    await form.getByLabel('Begonnen op').fill('2026-10-01')
    await form.getByLabel('Afgerond op').fill('2026-10-02')
    await form.getByLabel('Soorten risico’s').check()
    await form.getByLabel('Aanbieder').fill('Academie Weerbaar Bestuur')
    assert.equal(await form.getByLabel('Taal van het certificaat').inputValue(), '')
    await isSound(page, 'form of a certificate')
    await form.getByRole('button', { name: 'Bewaren' }).click()
    await seat(page).getByText('Naam: wijkt af').waitFor()
    await seat(page)
      .getByText(/Onderwerpen: wijkt af, niet: /)
      .waitFor()
    await seat(page).getByText('Nederlands of Engels: ontbreekt').waitFor()
    assert.ok(
      await seat(page).getByRole('button', { name: 'Voorleggen ter controle' }).isDisabled(),
    )
    await isSound(page, 'training with differences')
    await page.context().close()
  })

  it('counts once it is whole and somebody else has compared it', async () => {
    const page = await pageOf('Saskia')
    await seat(page).getByRole('link', { name: 'Vul eerst aan wat ontbreekt.' }).click()
    await page.getByRole('button', { name: 'Wijzigen', exact: true }).click()
    await page.getByLabel('Naam op het certificaat').fill('Saskia Vermaat')
    for (const topic of [
      'Proces van risicobeheer',
      'Methoden van beoordeling',
      'Beheersmaatregelen',
    ]) {
      await page.getByLabel(topic).check()
    }
    await page.getByLabel(/^Taal/).fill('nl')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.getByRole('tab', { name: 'Geschiedenis' }).waitFor()
    await page.goto(`${example.address}/people/training`)
    await seat(page).getByRole('button', { name: 'Voorleggen ter controle' }).click()
    await seat(page).getByText('Wacht op een tweede persoon.').waitFor()
    await seat(page).getByText('Loopt').waitFor()
    await page.context().close()

    const other = await pageOf('Marloes')
    await seat(other).getByRole('link', { name: 'Wacht op een tweede persoon.' }).click()
    await other.getByRole('button', { name: 'Goedkeuren', exact: true }).click()
    await other.getByText('Nagekeken', { exact: true }).first().waitFor()
    await other.goto(`${example.address}/people/training`)
    await seat(other).getByText('Voldaan').waitFor()
    await other.context().close()
  })
})
