// SPDX-License-Identifier: EUPL-1.2
// The example factory asked for by somebody new, stopped while it is measured, and then loaded.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { complaintsOf, isSound } from './testing/browser.ts'
import { inOwnFactory } from './testing/own-factory.ts'

inOwnFactory('a first state', (factory) => {
  it('says what it is doing, is stopped with nothing left, and begins again', async () => {
    const page = await factory.pageOf(factory.ans, '/')
    const complaints = complaintsOf(page)
    const load = page.getByRole('button', { name: 'Laad de voorbeeldfabriek' })
    // What is done before a stop is heard stays, so the server is held until it is asked to.
    const asked = '**/api/v1/jobs'
    let isHeld = false
    await page.route(asked, async (route) => {
      const response = await route.fetch()
      const body = await response.text()
      if (!isHeld && body.includes('"active"')) {
        isHeld = true
        factory.hold(true)
      }
      await route.fulfill({ response, body })
    })
    await load.click()
    await page.getByText('Er worden bestanden gelezen en gemeten').waitFor()
    await page.getByRole('button', { name: 'Stoppen: Eerste stand laden' }).click()
    await page.unroute(asked)
    factory.hold(false)
    await page.getByText('Gestopt. Er staat niets van in de registers').waitFor()
    const { request } = page.context()
    const sites = await request.get(`${factory.address}/api/v1/sites`)
    assert.deepEqual(((await sites.json()) as { readonly items: unknown }).items, [])
    await load.click()
    await page.getByText('Er worden bestanden gelezen en gemeten').waitFor()
    await isSound(page, 'first state under way')
    await load.waitFor({ state: 'detached', timeout: 180_000 })
    const filled = await request.get(`${factory.address}/api/v1/sites`)
    assert.equal(((await filled.json()) as { readonly items: readonly unknown[] }).items.length, 2)
    await page.goto(`${factory.address}/work`)
    const ended = page.getByRole('region', { name: 'Laatst afgelopen' })
    await ended.getByText(/^gestopt/).waitFor()
    await ended.getByText('klaar').waitFor()
    assert.deepEqual(complaints, [])
  })
})
