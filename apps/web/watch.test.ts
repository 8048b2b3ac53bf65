// SPDX-License-Identifier: EUPL-1.2
// What keeps watch and what brings back, each pressed once by whoever does it: an alert of a sensor
// handed to a SOC, looked at and ended; reports of backup software; a restore test; a playbook.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { eveText } from '@schouw/fixtures/sources'
import { isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('what keeps watch and what brings back', (example) => {
  const file = (name: string, text: string) => ({
    ...{ name, mimeType: 'text/plain' },
    buffer: Buffer.from(text),
  })
  it('an alert is read in, handed to who watches at night, looked at, and ended with a reason', async () => {
    const page = await example.pageOf('Marloes', '/monitoring')
    await page.getByText('Er wacht niets.').waitFor()
    await page.locator('input[type=file]').first().setInputFiles(file('eve.json', eveText()))
    await page.getByText(/^1 nieuw, 0 opnieuw gezien/).waitFor()
    const alert = page.locator('section[aria-labelledby=waiting] article').first()
    await alert.getByRole('link', { name: 'S7 STOP from an office address' }).waitFor()
    await alert.getByLabel('Draag over aan').first().click()
    await page.locator('[data-combobox-option]').first().click()
    await alert.getByRole('button', { name: 'Draag over' }).click()
    await alert.getByText('Overgedragen aan').waitFor()
    await alert.getByRole('button', { name: 'Ik kijk hiernaar' }).click()
    await page.getByText(/^Bekeken na .* uur \(midden van 1\)/).waitFor()
    await isSound(page, 'an alert that is looked at')
    await alert.getByText('Stil zetten of sluiten').click()
    await alert.getByLabel('Waaraan ziet u dat').fill('Proef van de OT-engineer, aangekondigd')
    await alert.getByRole('button', { name: 'Sluit' }).click()
    const done = page.locator('section[aria-labelledby=done]')
    await done.getByRole('link', { name: 'S7 STOP from an office address' }).waitFor()
    // The sheet for whoever watches: what never, what first, whom to call.
    await page.getByText('Doe dit nooit zonder de OT-engineer van dienst').waitFor()
    await page.context().close()
  })

  it('reports of backup software are shown first, then written, from a table and from a mail', async () => {
    const page = await example.pageOf('Ruben', '/continuity')
    const bring = page.locator('details', { hasText: 'Rapport van back-upsoftware inlezen' })
    await bring.locator('summary').click()
    const table = [
      'Job Name,Status,End Time',
      'ERP nacht,Success,2026-11-22 23:10:00',
      'Files incremental,Failed,2026-11-22 22:05:00',
      'Nobody knows,Success,2026-11-22 22:00:00',
    ].join('\n')
    await bring.locator('input[type=file]').setInputFiles(file('jobs.csv', table))
    await bring.getByText('3 keer gelopen.').waitFor()
    await bring.getByText('Nobody knows (1)').waitFor()
    await bring.getByRole('button', { name: 'Vastleggen' }).click()
    await bring.getByText('2 kopieën zijn bijgewerkt.').waitFor()
    const line = (name: string) => page.getByRole('row', { name: new RegExp(name) })
    await line('Bestanden en tekeningen').getByText('laatste keer mislukt').waitFor()
    await page.reload()
    await bring.locator('summary').click()
    const mail = [
      'From: backup@oosterduin.example',
      'To: ruben@oosterduin.example',
      'Subject: [Success] Files incremental (1 objects)',
      'Date: Mon, 23 Nov 2026 00:05:00 +0100',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'All objects were processed.',
      '',
    ].join('\r\n')
    await bring.locator('input[type=file]').setInputFiles(file('job.eml', mail))
    await bring.getByRole('button', { name: 'Vastleggen' }).click()
    await bring.getByText('Eén kopie is bijgewerkt.').waitFor()
    await isSound(page, 'the copies')
    await page.context().close()
    // Whoever oversees hears what was tested of it, without a list.
    const overseen = await example.pageOf('Geert', '/questions')
    await overseen.getByText(/Hersteltesten van \d+ kopieën: /).waitFor()
    await overseen.context().close()
  })

  it('a step of a playbook that is changed is a new version, which waits for a yes', async () => {
    const page = await example.pageOf('Marloes', '/incidents')
    const playbooks = page.locator('section[aria-labelledby=playbooks]')
    await playbooks.getByRole('link', { name: 'Gijzelsoftware op de productielijn' }).click()
    await page.getByRole('button', { name: 'Stappen aanpassen' }).click()
    const before = await page.getByRole('group', { name: /^Stap \d+$/ }).count()
    await page.getByRole('button', { name: 'Stap toevoegen' }).click()
    const added = page.getByRole('group', { name: `Stap ${before + 1}`, exact: true })
    await added.getByLabel('Wat').fill('Leg de reserve-PLC naast de kast en laat hem uit.')
    await added.getByLabel('Binnen, uren').fill('1,5')
    await page.getByRole('button', { name: 'Bewaren als nieuwe versie' }).click()
    await page.getByText('· versie 2 ·').waitFor()
    const steps = page.locator('section[aria-labelledby=steps] ol.tasks > li')
    assert.equal(await steps.count(), before + 1)
    assert.match(await steps.last().innerText(), /binnen 1 u 30 min/)
    await page.getByRole('button', { name: 'Vraag goedkeuring' }).click()
    await page.getByText('Dit wacht op een tweede.').waitFor()
    await page.context().close()
  })
})
