// SPDX-License-Identifier: EUPL-1.2
// The round of the year by hand: an audit planned, what it found on the list of improvements with
// work on it, and the review by the management with its whole agenda, from wherever one plans it.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

inExample('the yearly round', (example) => {
  const part = (page: Page, name: string) => page.getByRole('region', { name })
  const saved = (page: Page, plural: string) =>
    page.waitForURL(new RegExp(`/registers/${plural}/[0-9a-f-]{36}$`))
  const save = (page: Page) => page.getByRole('button', { name: 'Bewaren', exact: true }).click()

  it('plans an audit, and keeps what it found until it is mended', async () => {
    const page = await example.pageOf('Marloes', '/cycle')
    const complaints = complaintsOf(page)
    await part(page, 'Auditplan')
      .getByText(/^Een audit is een blik van iemand/)
      .waitFor()
    await page.getByRole('link', { name: 'Audit plannen' }).click()
    await page.getByLabel(/^Code/).fill('AU-1')
    await page.getByLabel(/^Naam/).fill('Toegang tot lijn 2')
    await page.getByLabel(/^Soort/).selectOption({ label: 'Intern' })
    await page.getByLabel(/^Gepland op/).fill('2030-03-14')
    await save(page)
    await saved(page, 'audits')

    await page.goto(`${example.address}/cycle`)
    const audit = part(page, 'Auditplan').getByRole('row').filter({ hasText: 'Toegang tot lijn 2' })
    await audit.getByText('14 mrt 2030').waitFor()
    await audit.getByText('geen').waitFor()
    // From its own line: where the finding comes from is filled in already.
    await audit.getByRole('link', { name: 'Bevinding vastleggen' }).click()
    await page.getByLabel(/^Code/).fill('B-1')
    await page.getByLabel(/^Naam/).fill('Oude sleutels werken nog')
    await page.getByLabel(/^Ernst/).selectOption({ label: 'Hoog' })
    await page.getByLabel(/^Gevonden op/).fill('2026-11-02')
    await save(page)
    await saved(page, 'findings')

    await page.goto(`${example.address}/cycle`)
    await audit.getByText('1, waarvan 1 open').waitFor()
    await part(page, 'Verbeterlijst')
      .getByText(/^Nog \d+ open bevindingen$/)
      .click()
    const line = part(page, 'Verbeterlijst').getByRole('row').filter({ hasText: 'Oude sleutels' })
    await line.getByText('Toegang tot lijn 2').waitFor()
    await line.getByText('nog geen actie').waitFor()
    await isSound(page, 'cycle with an audit')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  it('plans the review by the management on the clock of the factory', async () => {
    const own = await example.contextOf('Marloes')
    const storageState = await own.storageState()
    const away = await own
      .browser()
      ?.newContext({ locale: 'nl-NL', timezoneId: 'America/New_York', storageState })
    assert.ok(away !== undefined)
    const page = await away.newPage()
    await page.goto(`${example.address}/cycle`)
    const review = part(page, 'Directiebeoordeling')
    await review.getByText('Er is nog geen directiebeoordeling vastgelegd.').waitFor()
    assert.equal(await review.getByRole('row').count(), 11)
    await review.getByLabel('Dag').fill('2030-06-12')
    await review.getByRole('button', { name: 'Beoordeling plannen' }).click()
    await review.getByRole('link', { name: 'De volgende staat op 12 jun 2030.' }).click()
    await page.getByRole('heading', { name: 'Directiebeoordeling 2030' }).waitFor()
    const agenda = page.getByText('Wat er kwam van wat vorige keer is afgesproken')
    await agenda.first().waitFor()
    const listed = await away.request.get(`${example.address}/api/v1/meetings?limit=100`)
    const { items } = (await listed.json()) as {
      items: readonly { readonly values: { readonly code: string; readonly planned_at: string } }[]
    }
    const planned = items.find(({ values }) => values.code === 'DB-2030-06-12')?.values.planned_at
    // Nine in the morning in Deventer, in summer.
    assert.equal(planned, '2030-06-12T07:00:00.000Z')
    await away.close()
    await own.close()
  })
})
