// SPDX-License-Identifier: EUPL-1.2
// The report in a real browser: nothing is fetched, nothing is blocked by its own policy, and an
// accessibility engine finds nothing to object to. Skipped, loudly, where there is no browser.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { hostileBaseline } from '../testing/hostile.ts'
import { comparedBaseline, exampleBaseline } from '../testing/index.ts'
import { renderHtml } from './index.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .concat(process.env['CHROMIUM'] ?? [])
  .find((path) => existsSync(path))

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

if (executablePath === undefined) {
  it('the report in a browser', (test) => {
    console.log('SKIPPED: the report in a browser: no Chromium found; set CHROMIUM to its path')
    if (process.env['CI'] === 'true') assert.fail('a browser is owed here')
    test.skip('no Chromium found')
  })
} else {
  inBrowser(executablePath)
}

function inBrowser(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-screen-'))
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  let context: BrowserContext

  before(async () => {
    const options = { executablePath: path, headless: true, args: quiet }
    context = await chromium.launchPersistentContext(join(folder, 'profile'), options)
    for (const [name, html] of [
      ['nl', renderHtml(comparedBaseline(), 'nl').html],
      ['en', renderHtml(exampleBaseline(), 'en').html],
      ['hostile', renderHtml(hostileBaseline(), 'nl').html],
    ] as const) {
      writeFileSync(join(folder, `${name}.html`), html)
    }
  })
  after(async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The page, and what the browser complained about or tried to fetch. */
  async function open(
    name: string,
    size: readonly [number, number],
    colorScheme: 'light' | 'dark',
  ): Promise<{ page: Page; complaints: string[] }> {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
    })
    await page.setViewportSize({ width: size[0], height: size[1] })
    await page.emulateMedia({ colorScheme })
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    return { page, complaints }
  }

  describe('the report in a browser', () => {
    for (const [name, width, height, scheme] of [
      ['nl', 1280, 800, 'light'],
      ['nl', 390, 844, 'dark'],
      ['en', 1280, 800, 'dark'],
      ['hostile', 390, 844, 'light'],
    ] as const) {
      it(`satisfies axe and stays quiet: ${name} ${width} × ${height} ${scheme}`, async () => {
        const { page, complaints } = await open(name, [width, height], scheme)
        const found = await page.evaluate(
          `${axe}\n;axe.run(document, { resultTypes: ['violations'] })`,
        )
        const { violations } = found as {
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
        }
        const said = violations.map(
          ({ id, nodes }) =>
            `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`,
        )
        assert.deepEqual(said, [])
        assert.deepEqual(complaints, [])
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        assert.equal(overflow, 0, 'the page does not scroll sideways')
        await page.close()
      })
    }

    it('tells about a section of the dike that has the focus, and opens it with Enter', async () => {
      const { page } = await open('nl', [1280, 800], 'light')
      const section = page.locator('.wide a.section').nth(4)
      await section.focus()
      assert.ok(await page.locator('.told-e').isVisible())
      assert.match((await section.getAttribute('aria-label')) ?? '', /niveau/)
      await page.keyboard.press('Enter')
      assert.equal(new URL(page.url()).hash, '#measure-e')
      await page.close()
    })

    it('is one column on a phone', async () => {
      const { page } = await open('nl', [390, 844], 'light')
      for (const part of ['.board > div', '.duo > div', '.figures > li']) {
        for (const box of await page.locator(part).all()) {
          const { width = 0 } = (await box.boundingBox()) ?? {}
          assert.ok(width > 330, `${part} is ${width} wide`)
        }
      }
      await page.close()
    })

    it('reaches the content with the first key', async () => {
      const { page } = await open('en', [1280, 800], 'light')
      await page.keyboard.press('Tab')
      const focused = await page.evaluate('document.activeElement.getAttribute("href")')
      assert.equal(focused, '#content')
      await page.close()
    })

    it('uses the fonts it brings', async () => {
      const { page } = await open('nl', [1280, 800], 'light')
      assert.equal(await page.evaluate('document.fonts.check("16px \'Schouw Sans\'")'), true)
      const loaded = await page.evaluate(
        '[...document.fonts].filter((f) => f.status === "loaded").length',
      )
      assert.ok(Number(loaded) >= 2)
      await page.close()
    })
  })
}
