// SPDX-License-Identifier: EUPL-1.2
// A meeting in a real browser: who is there, a proxy, an agenda that proposes itself, the pack
// frozen at a size of the log, minutes, and an action that a decision asks for.
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('a meeting', (example) => {
  const sent = (page: Page, path: string, values: unknown) =>
    page.evaluate(
      async ({ url, body }) => {
        const came = await fetch(`/api/v1${url}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return came.json()
      },
      { url: path, body: { values } },
    ) as Promise<any>

  it('has its quorum, its agenda, its pack and its minutes', async () => {
    const page = await example.pageOf('Saskia', '/meetings')
    await page.getByRole('heading', { name: 'Vergaderingen' }).waitFor()
    await page.getByRole('link', { name: 'Dossier maken' }).waitFor()
    await isSound(page, 'meetings')
    const values = {
      code: 'V-2026-4',
      name: 'Bestuur, vierde kwartaal',
      body: 'board',
      planned_at: '2026-12-01T09:00:00.000Z',
    }
    const { id } = await sent(page, '/meetings', values)
    await page.goto(`${example.address}/meetings/${id}`)
    const who = page.getByRole('region', { name: 'Wie er is' })
    await who.getByText('geen quorum').waitFor()
    const boxes = who.getByRole('checkbox')
    await boxes.nth(2).waitFor()
    await boxes.nth(0).check()
    const proxy = who.getByRole('combobox').first()
    await proxy.selectOption({ index: 1 })
    await who.getByText('er is quorum').waitFor()
    await who.getByRole('button', { name: 'Vergadering is begonnen' }).click()
    await who.getByRole('button', { name: 'Vergadering is begonnen' }).waitFor({ state: 'hidden' })
    await page.getByText('Gehouden op').waitFor()
    await page.getByRole('button', { name: 'Alles op de agenda' }).click()
    await page.getByText('Niets vraagt nu om de agenda.').waitFor()
    await page.getByRole('button', { name: 'Leg vast wat op tafel ligt' }).click()
    await page.getByText(/Op tafel lag de stand bij regel/).waitFor()
    await page.getByLabel('Wat er gezegd of afgesproken is').fill('De hersteltest komt eerst.')
    await page.getByRole('button', { name: 'Optekenen' }).click()
    await page.getByText('De hersteltest komt eerst.').last().waitFor()
    await page.getByLabel('Besluit', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('Wat er moet gebeuren').fill('Hersteltest van lijn 2')
    await page.getByRole('button', { name: 'Actie maken' }).click()
    await page.getByText('De actie staat in het plan.').waitFor()
    await isSound(page, 'a meeting')
    await page.context().close()
  })
})
