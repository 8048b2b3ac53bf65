// SPDX-License-Identifier: EUPL-1.2
// A server that says nothing, and one that says no: every page that asks says which of the two it
// is, in words, and takes neither for an empty list.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { addressOf, declared } from './testing/addresses.ts'
import { complaintsOf } from './testing/browser.ts'
import { inExample } from './testing/demonstration.ts'

/** What asks the server for nothing before somebody does something. */
const askNothing: readonly string[] = [
  'start/board',
  'start/risk',
  'report',
  'glossary',
  'risks/practice',
  'captures',
  'capture-kit',
  'papers',
  'registers',
  'registers/:plural/differences',
  'registers/:plural/new',
]

const refused = {
  status: 400,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'No',
    status: 400,
    code: 'said-by-a-test',
    instance: 'request-1',
  }),
}

/** A page that brings no answers along asks for all of them itself. */
async function broughtNothing(route: Route) {
  if (route.request().resourceType() !== 'document') return route.fallback()
  const response = await route.fetch()
  const whole = await response.text()
  const body = whole.replace(/<script type="application\/json" id="brought">.*?<\/script>/s, '')
  return route.fulfill({ response, body })
}

/** Holds what a page asks, but for who is asking, until it is let go with a no. */
async function held(page: Page, isAnswered: (path: string) => boolean = () => false) {
  let isHeld = true
  const waiting: Route[] = []
  await page.route('**/*', broughtNothing)
  await page.route('**/api/v1/**', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/api/v1/session' || isAnswered(pathname)) return route.continue()
    if (!isHeld) return route.fulfill(refused)
    waiting.push(route)
    return undefined
  })
  return async () => {
    isHeld = false
    await Promise.all(waiting.map((route) => route.fulfill(refused).catch(() => undefined)))
  }
}

inExample('a server that is silent, or says no', (example) => {
  it('is told of on every page that asks it anything', { timeout: 900_000 }, async () => {
    const context = await example.contextOf('Marloes')
    for (const path of ['', ...declared].filter((one) => !askNothing.includes(one))) {
      const address = await addressOf(context, example.address, path)
      if (address === undefined) continue
      const page = await context.newPage()
      const complaints = complaintsOf(page)
      const letGo = await held(page)
      await page.goto(`${example.address}/${address}`)
      const busy = page.locator('main output', { hasText: 'Even geduld' }).filter({ visible: true })
      const isBusy = await busy
        .first()
        .waitFor()
        .then(
          () => true,
          () => false,
        )
      assert.ok(isBusy, `${path} does not say that it waits`)
      await letGo()
      const failed = page.locator('main [role=alert]', { hasText: 'kon niet worden opgehaald' })
      await failed.filter({ visible: true }).first().waitFor()
      await busy.first().waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Opnieuw proberen' }).first().waitFor()
      assert.deepEqual(complaints, [], path)
      await page.close()
    }
    await context.close()
  })

  it('is no zero in an answer to the supervisory board', async () => {
    const page = await (await example.contextOf('Geert')).newPage()
    const letGo = await held(page, (path) => path === '/api/v1/standing')
    await page.goto(example.address)
    await page.getByRole('heading', { name: /^4\. / }).waitFor()
    const said = async () => (await page.locator('main').innerText()).match(/nog (geen|niet)/)
    assert.equal(await said(), null)
    await letGo()
    await page.locator('main [role=alert]').nth(3).waitFor()
    assert.equal(await said(), null)
    await page.context().close()
  })

  it('does not keep the page busy while the clocks are awaited', async () => {
    const page = await (await example.contextOf('Marloes')).newPage()
    const complaints = complaintsOf(page)
    // No two looks at the clock see the same moment, as on a machine that has much else to do.
    await page.addInitScript(`{
      const Before = Date
      let looked = 0
      window.Date = class extends Before {
        constructor(...given) {
          if (given.length > 0) super(...given)
          else super(Before.now() + (looked += 1))
        }
      }
      window.ticking = 0
      const before = window.setInterval
      window.setInterval = (act, ms, ...rest) => {
        if (ms === 10_000) window.ticking += 1
        return before(act, ms, ...rest)
      }
    }`)
    await page.route('**/api/v1/clocks', () => undefined)
    await page.goto(`${example.address}/incidents`)
    await page.getByRole('heading', { name: 'Ruimtes' }).waitFor()
    await page.locator('main table').first().waitFor()
    // In another language everything is drawn once more.
    await page.locator('#own button[lang=en]').dispatchEvent('click')
    await page.getByRole('heading', { name: 'Rooms' }).waitFor()
    const ticking = await page.evaluate(`new Promise((done) => {
      let left = 60
      const next = () => (left-- > 0 ? requestAnimationFrame(next) : done(window.ticking))
      next()
    })`)
    assert.ok(Number(ticking) < 10, `begun again ${ticking} times`)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })
})
