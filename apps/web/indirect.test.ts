// SPDX-License-Identifier: EUPL-1.2
// A company below the thresholds: no dead end, but what its customers will ask and where to begin.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, isSound, launched } from './testing/browser.ts'
import { founder, type Started, started } from './testing/factory.ts'

inBrowser('a company below the thresholds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-indirect-'))
  let browser: Browser
  let server: Started
  let context: BrowserContext
  before(async () => {
    browser = await launched()
    server = await started(folder)
    const ans = await founder(server)
    const [entity] = (await ans.send('GET', '/api/v1/legal-entities')).items
    const values = {
      nace: '28.93',
      fiscal_years: [
        { year: 2025, staff_awu: '31', turnover_eur: 5_200_000, balance_eur: 2_900_000 },
      ],
    }
    if (entity === undefined) {
      const named = { code: 'JM', name: 'Jansen Machines B.V.', country: 'NL', ...values }
      await ans.send('POST', '/api/v1/legal-entities', { values: named })
    } else {
      const path = `/api/v1/legal-entities/${entity.id}`
      await ans.send('PATCH', path, { values }, entity.version)
    }
    const contract = {
      code: 'K-1',
      name: 'Raamcontract',
      party: 'customer',
      party_name: 'Zuivel Noord',
      notice_hours: '24',
    }
    await ans.send('POST', '/api/v1/contracts', { values: contract })
    context = await contextIn(browser, 'nl')
    const [name = '', value = ''] = ans.cookie.split('=')
    await context.addCookies([{ name, value, url: server.address }])
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is told on the scope page what customers will ask, and what it can answer already', async () => {
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(`${server.address}/scope`)
    await page.getByRole('heading', { name: 'Wat uw klanten zullen vragen' }).waitFor()
    await page.getByRole('link', { name: 'Zuivel Noord' }).waitFor()
    const row = (question: RegExp) => page.getByRole('row').filter({ hasText: question })
    await row(/Hoe snel meldt u een incident/)
      .getByText('ja', { exact: true })
      .waitFor()
    await row(/Kunt u terugkomen na een aanval/)
      .getByText('nog niet')
      .waitFor()
    await page.getByRole('heading', { name: 'Waar u begint' }).waitFor()
    await isSound(page, 'scope below the thresholds')
    assert.deepEqual(complaints, [])
    await page.close()
  })

  it('begins with the steps of a company in the chain, on its home and on its path', async () => {
    const page = await context.newPage()
    await page.goto(server.address)
    await page.getByText('Wat u uw klanten hebt beloofd').waitFor()
    await page.getByText('Van 1 van 1 contracten staan de afspraken vast.').waitFor()
    assert.equal(await page.getByText('Bestuurders en hun trainingstermijn').count(), 0)
    await page.getByRole('link', { name: 'Wat klanten vragen' }).click()
    await page.waitForURL('**/scope#customers')
    await page.getByRole('heading', { name: 'Wat uw klanten zullen vragen' }).waitFor()
    await page.close()
  })
})
