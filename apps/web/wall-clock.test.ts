// SPDX-License-Identifier: EUPL-1.2
// When somebody knew, typed by whoever sits in another zone than the organisation: in the hour that
// comes twice, and corrected with a second person.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { Page } from 'playwright-core'
import { isSound } from './testing/browser.ts'
import { colleague, type Somebody } from './testing/factory.ts'
import { inOwnFactory } from './testing/own-factory.ts'

inOwnFactory('the clock on the wall', (factory) => {
  let kim: Somebody
  let page: Page
  let incident = ''

  before(async () => {
    kim = await colleague(factory.ans, 'director')
    const values = { code: 'I-1', name: 'Lijn 2 ligt stil' }
    incident = (await factory.ans.send('POST', '/api/v1/incidents', { values })).id
    const { version } = await factory.ans.send('GET', `/api/v1/incidents/${incident}`)
    const url = `/api/v1/incidents/${incident}/moves`
    await factory.ans.send('POST', url, { to: 'open' }, version)
    page = await factory.pageOf(factory.ans)
    await elsewhere(page)
  })
  const elsewhere = async (of: Page) => {
    const session = await of.context().newCDPSession(of)
    await session.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' })
  }
  const awareAt = async () =>
    (await factory.ans.send('GET', '/api/v1/awarenesses')).items
      .map((one: any) => one.values.aware_at)
      .toSorted()

  it('takes the second time of an hour that comes twice, on the clock of the organisation', async () => {
    await page.goto(`${factory.address}/incidents/${incident}`)
    await page.getByRole('link', { name: 'Leg vast wie het wist' }).click()
    const field = page.getByRole('textbox', { name: 'Bekend op' })
    await field.fill('26-10-2025 02:30')
    const which = page.getByLabel('dit uur komt twee keer', { exact: false })
    await which.selectOption({ label: 'de tweede keer: 26 okt 2025, 02:30 CET' })
    assert.equal(await field.inputValue(), '26-10-2025 02:30')
    await isSound(page, 'awareness')
    await page.getByLabel('Hoe bekend', { exact: false }).first().selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.locator('dd').getByText('26 okt 2025, 02:30 CET').waitFor()
    assert.deepEqual(await awareAt(), ['2025-10-26T01:30:00.000Z'])
  })

  it('says of the hour that is skipped that it does not exist', async () => {
    await page.goto(`${factory.address}/incidents/${incident}`)
    await page.getByText('Bekend sinds 26 okt 2025, 02:30 CET').waitFor()
    await page.getByRole('link', { name: 'Verbeter dit moment' }).click()
    const field = page.getByRole('textbox', { name: 'Bekend op' })
    assert.equal(await field.inputValue(), '26-10-2025 02:30')
    await field.fill('30-03-2025 02:30')
    await page.getByText('02:30 bestaat niet').waitFor()
    await field.fill('26-10-2025 02:30')
    await page.getByText('02:30 bestaat niet').waitFor({ state: 'detached' })
  })

  it('is corrected only once a second person agrees', async () => {
    const which = page.getByLabel('dit uur komt twee keer', { exact: false })
    await which.selectOption({ label: 'de eerste keer: 26 okt 2025, 02:30 CEST' })
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await page.getByText('Wacht op een tweede persoon').first().waitFor()
    await page.getByRole('button', { name: 'Goedkeuren' }).click()
    await page.getByRole('alert').filter({ hasText: 'Iemand anders' }).waitFor()
    assert.deepEqual(await awareAt(), ['2025-10-26T01:30:00.000Z'])
    const second = await factory.pageOf(kim, '/waiting')
    await elsewhere(second)
    await second.getByRole('button', { name: 'Goedkeuren' }).click()
    await second.getByText('Niets wacht op u.').waitFor()
    assert.deepEqual(await awareAt(), ['2025-10-26T00:30:00.000Z', '2025-10-26T01:30:00.000Z'])
    await page.goto(`${factory.address}/incidents/${incident}`)
    await page.getByText('Bekend sinds 26 okt 2025, 02:30 CEST').waitFor()
  })
})
