// SPDX-License-Identifier: EUPL-1.2
// From packet to euro in a real browser: the example's limits and curve, measures on and off, one
// risk's trail with every step a link that leads somewhere, and the practice of estimating.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { complaintsOf, contextIn, inBrowser, launched, patienceMs } from './testing/browser.ts'
import { colleague, founder, type Somebody, type Started, started } from './testing/factory.ts'

inBrowser('risks in euros', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-risks-'))
  let server: Started
  let ans: Somebody
  let browser: Browser
  let page: Page
  let complaints: readonly string[]
  before(async () => {
    server = await started(join(folder, 'data'))
    ans = await founder(server)
    await ans.send('POST', '/api/v1/first-state/example')
    browser = await launched()
    const context = await contextIn(browser, 'en')
    const [name = '', ...value] = ans.cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: server.address }])
    page = await context.newPage()
    page.setDefaultTimeout(patienceMs)
    complaints = complaintsOf(page)
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are on the home page, with what the measures would bring', async () => {
    await page.goto(server.address)
    const figure = page.getByRole('link', { name: /^On average €.* a year\.$/ })
    await figure.waitFor()
    await page.getByText(/With the 17 measures proposed €/).waitFor()
    await figure.click()
    await page.getByRole('heading', { name: 'Risks in euros' }).waitFor()
  })

  it('fall with a measure and rise without', async () => {
    await page.getByText(/17 measures together avoid €/).waitFor()
    await page.getByRole('button', { name: 'Nothing' }).click()
    await page.getByText(/together avoid €/).waitFor({ state: 'detached' })
    await page.getByLabel('Budget first year').fill('minus')
    await page.getByText(/Expected: whole euros/).waitFor()
    await page.getByLabel('Budget first year').fill('60000')
    await page.getByRole('button', { name: 'Best choice' }).click()
    await page.getByText(/measures together avoid €/).waitFor()
  })

  it('are drawn of one line by itself, and of one risk', async () => {
    await page.goto(`${server.address}/risks`)
    const part = page.getByLabel('Of', { exact: true })
    await part.selectOption({ label: 'Verspanen (lijn 1)' })
    await page.getByText(/counts with both: parts do not add up/).waitFor()
    await page.getByRole('heading', { name: 'Largest risks' }).waitFor()
    await page
      .getByText('Brand in de laserhal van Hengelo legt plaatwerk maanden stil')
      .first()
      .waitFor({ state: 'detached' })
    await page.locator('.risk-table a[href^="/risks/"]').first().click()
    await page.getByText('The curve of this risk alone').click()
    await page.locator('.trail svg[role="img"]').first().waitFor()
  })

  it('lead from packet to decision, every step a link', async () => {
    await page.goto(`${server.address}/risks`)
    await page
      .locator('.risk-table a[href^="/risks/"]', { hasText: 'office' })
      .first()
      .or(page.locator('.risk-table a[href^="/risks/"]', { hasText: 'kantoor' }).first())
      .first()
      .click()
    await page.getByRole('heading', { name: 'From packet to euro' }).waitFor()
    await page
      .getByText(/\.pcap\S* #\d+/)
      .first()
      .waitFor()
    await page.locator('.hops a').nth(4).waitFor()
    await page.getByText(/a day of standstill/).waitFor()
    const steps = await page.locator('.trail > li').all()
    const addresses = await Promise.all(
      steps.map((step) =>
        step
          .locator('a')
          .first()
          .getAttribute('href', { timeout: 5000 })
          .catch(() => null),
      ),
    )
    // All but the acceptance, which nobody has asked for yet.
    assert.equal(addresses.filter((one) => one === null).length, 1, JSON.stringify(addresses))
    for (const address of addresses.flatMap((one) => one ?? [])) {
      await page.goto(server.address + address)
      await page.locator('h1').first().waitFor()
      assert.ok(
        !/not here|bestaat niet/i.test(await page.locator('h1').first().innerText()),
        address,
      )
    }
    // The packet itself, from the recording that is kept: the one the finding was made on.
    await page.goto(server.address + (addresses[0] ?? ''))
    await page.getByRole('heading', { name: /^Packet \d+$/ }).waitFor()
    await page.getByText('its fingerprint matches').waitFor()
    assert.match(await page.locator('pre.hex').innerText(), /^0000 {2}(?:[0-9a-f]{2} ){15}/)
    assert.match(await page.locator('.frame-facts').innerText(), /10\.\d+\.\d+\.\d+/)
    assert.deepEqual(complaints, [])
  })

  it('say when a recording is not kept, and look a packet up in the file one has', async () => {
    const found = await ans.send('GET', '/api/v1/findings?limit=100')
    const [of] = found.items.filter((one: any) => /pcap #\d+/.test(one.values.description))
    const [, capture = ''] = /(\S+\.pcap) #\d+/.exec(of.values.description) ?? []
    const kept = await ans.send('GET', `/api/v1/evidence-files?filter=about:eq:${of.id}`)
    const one = kept.items.find((file: any) => file.values.origin === capture)
    // As if only the digest had been carried over to this server.
    await page.route(`**/api/v1/files/${one.values.file}`, async (route) => {
      const came = await route.fetch()
      await route.fulfill({ response: came, json: { ...(await came.json()), state: 'absent' } })
    })
    await page.goto(`${server.address}/findings/${of.id}/frame`)
    await page.getByText(/The recording is not kept here/).waitFor()
    const input = page.locator('input[type="file"]')
    await input.setInputFiles({ name: 'x.pcap', mimeType: '', buffer: Buffer.from('something') })
    await page.getByText(/This is another file/).waitFor()
    await input.setInputFiles(join(import.meta.dirname, '../../examples/factory', capture))
    await page.locator('pre.hex').waitFor()
    await page.unroute(`**/api/v1/files/${one.values.file}`)
    assert.deepEqual(complaints, [])
  })

  it('are lived with as they stood, and no longer when they grow heavier', async () => {
    const kim = await colleague(ans, 'director')
    const { items } = await ans.send('GET', '/api/v1/risks?limit=50')
    const risk = items.find((one: any) => one.values.code === 'supplier_failure')
    await page.goto(`${server.address}/risks/${risk.id}`)
    await page.getByRole('button', { name: 'Ask for acceptance…' }).click()
    await page.getByLabel('Why').fill('The second supplier is not there before spring')
    await page.getByLabel('Who accepts').selectOption({ label: 'Kim director' })
    await page.getByLabel('Until').fill('2031-01-01')
    await page.getByLabel('Condition').fill('Stock for four weeks')
    await page.getByRole('button', { name: 'Ask for acceptance' }).click()
    await page.getByText('Asked. A director approves.').waitFor()
    // Nothing is accepted by asking.
    await page.goto(`${server.address}/risks/${risk.id}`)
    await page.getByRole('button', { name: 'Ask for acceptance…' }).waitFor()
    assert.equal(await page.getByText(/accepted until/).count(), 0)

    const context = await contextIn(browser, 'en')
    const [name = '', ...value] = kim.cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: server.address }])
    const board = await context.newPage()
    await board.goto(`${server.address}/waiting`)
    const act = board.locator('article.decision', { hasText: 'Acceptance' })
    await act.getByRole('button', { name: 'Approve' }).click()
    await act.waitFor({ state: 'detached' })
    await context.close()

    await page.goto(`${server.address}/risks/${risk.id}`)
    await page.getByRole('link', { name: /^accepted until/ }).waitFor()
    const acceptances = await ans.send('GET', '/api/v1/acceptances')
    const [{ state, values }] = acceptances.items
    assert.deepEqual([state, values.subject_version], ['accepted', risk.version])
    const heavier = { values: { outage_hours_high: '999' } }
    await ans.send('PATCH', `/api/v1/risks/${risk.id}`, heavier, risk.version)
    await page.reload()
    await page.getByRole('link', { name: 'acceptance lapsed' }).waitFor()
    await page.goto(`${server.address}/risks`)
    await page.getByRole('link', { name: 'acceptance lapsed' }).first().waitFor()
    assert.deepEqual(complaints, [])
  })

  it('can be estimated better by practice', async () => {
    await page.goto(`${server.address}/risks/practice`)
    await page.getByRole('button', { name: 'Check' }).waitFor()
    for (const box of await page.getByLabel(/^Low/).all()) await box.fill('1')
    for (const box of await page.getByLabel(/^High/).all()) await box.fill('2000')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText(/^10 of 10 hit/).waitFor()
  })
})
