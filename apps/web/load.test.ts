// SPDX-License-Identifier: EUPL-1.2
// What the first page costs whoever waits for it, and how it goes without a mouse: the weight of its
// script, what moves under the reader, what waits for what, and where the keyboard is.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { inExample } from './testing/demonstration.ts'

/** Bytes of script, packed, until the page of the board stands. */
const mostScript = 190 * 1024
const mostShift = 0.02
/** A question that never comes is given up on after this. */
const followMs = 30_000

/** Of what stands below the first screen, or belongs to what somebody may do with the page. */
function isLater(path: string): boolean {
  return /^\/api\/v1\/(?:risk\/proposals|organisations|names)/.test(path)
}

inExample('the first page', (example) => {
  const settled = async (page: Page, path = '/') => {
    await page.goto(`${example.address}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }

  it('weighs at most 190 KB of script', async (test) => {
    const page = await example.pageOf('Hanneke')
    await settled(page)
    const names = (await page.evaluate(
      `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))`,
    )) as string[]
    let bytes = 0
    for (const name of names) {
      const came = await page.request.get(name)
      bytes += gzipSync(await came.body(), { level: 9 }).length
    }
    test.diagnostic(`${names.length} scripts, ${Math.round(bytes / 1024)} KB`)
    assert.ok(bytes <= mostScript, `${bytes} bytes`)
    await page.context().close()
  })

  for (const name of ['Hanneke', 'Marloes', 'Geert']) {
    it(`does not move under the reader: ${name}`, async (test) => {
      const page = await example.pageOf(name)
      await page.addInitScript(`
        window.shift = 0
        new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries()) {
            if (!hadRecentInput) window.shift += value
          }
        }).observe({ type: 'layout-shift', buffered: true })
      `)
      await settled(page)
      await page.waitForTimeout(500)
      const shift = Number(await page.evaluate('window.shift'))
      test.diagnostic(`shift ${shift.toFixed(4)}`)
      assert.ok(shift < mostShift, String(shift))
      await page.context().close()
    })
  }

  for (const name of ['Hanneke', 'Marloes']) {
    it(`asks for everything at once, and for what follows from that: ${name}`, async (test) => {
      // Twice a first visit. What the page itself names is answered; whatever is asked for then is
      // heard and left waiting, so that nothing can follow from an answer to it.
      const visited = async (
        isHeld: boolean,
        isEnough: (asked: ReadonlySet<string>) => boolean,
      ) => {
        const page = await example.pageOf(name)
        const asked = new Set<string>()
        let named = ''
        let done = () => {}
        const enough = new Promise<void>((resolve) => {
          done = resolve
        })
        await page.route('**/*', async (route) => {
          const address = new URL(route.request().url())
          const path = address.pathname + address.search
          if (route.request().resourceType() === 'document') {
            const came = await route.fetch()
            named = await came.text()
            return route.fulfill({ response: came })
          }
          // The feed of changes is no part of what a page shows.
          if (path === '/api/v1/changes') return route.abort()
          if (named.includes(`"${path}"`)) return route.continue()
          asked.add(path)
          if (isEnough(asked)) done()
          return isHeld ? undefined : route.continue()
        })
        return { page, asked, enough }
      }
      const whole = await visited(false, () => false)
      await settled(whole.page)
      await whole.page.locator('figure.picture').first().waitFor()
      await whole.page.waitForLoadState('networkidle')
      const left = (asked: ReadonlySet<string>) => [...whole.asked].filter((one) => !asked.has(one))
      const first = await visited(true, (asked) => left(asked).length === 0)
      await first.page.goto(`${example.address}/`, { waitUntil: 'commit' })
      const patience = new Promise((resolve) => setTimeout(resolve, followMs).unref())
      if (whole.asked.size > 0) await Promise.race([first.enough, patience])
      test.diagnostic(`${whole.asked.size} questions follow from the first answers`)
      assert.deepEqual(left(first.asked), [], 'asked for only after an answer to an answer')
      for (const { page } of [whole, first]) {
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await page.context().close()
      }
    })
  }

  for (const [name, path] of [
    ['Hanneke', '/'],
    ['Marloes', '/'],
    ['Geert', '/'],
    ['Hanneke', '/measures'],
    ['Hanneke', '/risks'],
    ['Marloes', '/registers/assets'],
  ] as const) {
    it(`brings its answers with it: ${name} at ${path}`, async (test) => {
      const page = await example.pageOf(name)
      // The first time nothing is warm: what then takes long is asked for by the page.
      await settled(page, path)
      const asked: string[] = []
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url())
        if (pathname.startsWith('/api/') && pathname !== '/api/v1/changes') {
          asked.push(pathname + search)
        }
      })
      await settled(page, path)
      await page.locator('.whole-page:not(.unseen) h1').waitFor()
      test.diagnostic(asked.join(' '))
      assert.deepEqual(
        asked.filter((one) => !isLater(one)),
        [],
      )
      await page.context().close()
    })
  }

  it('goes by keyboard: past the menu, into a dialog and back to where one was', async () => {
    const page = await example.pageOf('Hanneke')
    await settled(page)
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate('document.activeElement?.className ?? ""')
    assert.equal(await focused(), 'skip')
    const outline = 'getComputedStyle(document.activeElement).outlineStyle'
    assert.equal(await page.evaluate(outline), 'solid')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'content')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.closest("main") !== null'), true)
    assert.equal(await page.evaluate(outline), 'solid')

    const button = page.getByRole('button', { name: /Zoeken/ })
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').waitFor()
    for (let round = 0; round < 6; round += 1) {
      await page.keyboard.press('Tab')
      const isInside = 'document.activeElement.closest("[role=dialog]") !== null'
      assert.equal(await page.evaluate(isInside), true, 'focus stays in the dialog')
    }
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const back = page.locator('button:focus[aria-keyshortcuts]')
    await back.waitFor()
    await page.context().close()
  })

  it('prints the board and not the menu', async () => {
    const page = await example.pageOf('Hanneke')
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.locator('header.top').isVisible(), false)
    assert.equal(await page.locator('figure.picture').first().isVisible(), true)
    const colour = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    assert.equal(colour, 'rgb(255, 255, 255)')
    await page.context().close()
  })
})
