// SPDX-License-Identifier: EUPL-1.2
// A real browser for tests, and what has to be true of every page in it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** A slow machine that does other things as well. */
export const patienceMs = 60_000

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .concat(process.env['CHROMIUM'] ?? [])
  .find((path) => existsSync(path))

/** Why there can be no test in a browser here; undefined when there can. */
function lacking(): string | undefined {
  if (executablePath === undefined) return 'no Chromium found; set CHROMIUM to its path'
  const isBuilt = existsSync(join(import.meta.dirname, '../../../.cache/web/index.html'))
  return isBuilt ? undefined : 'the web application was not built; run scripts/build-web.ts'
}

/** Tests that have a browser; on a machine without one a skip that says so, in CI a failure. */
export function inBrowser(title: string, tests: () => void): void {
  const why = lacking()
  if (why === undefined) {
    describe(title, tests)
    return
  }
  it(title, (test) => {
    console.log(`SKIPPED: ${title}: ${why}`)
    if (process.env['CI'] === 'true') assert.fail('a browser is owed here')
    test.skip(why)
  })
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launched(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? '', headless: true, args: quiet })
}

/** Somebody's browser, speaking one of our languages. */
export async function contextIn(browser: Browser, language: 'nl' | 'en'): Promise<BrowserContext> {
  const locale = { nl: 'nl-NL', en: 'en-GB' }[language]
  const context = await browser.newContext({ locale, colorScheme: 'light' })
  context.setDefaultTimeout(patienceMs)
  return context
}

/** Everything a page throws or complains of, but for answers that are no. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // That nobody is signed in yet is what the first question to the server is for.
    const isAnswer = message.text().includes('the server responded with a status of 4')
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  return complaints
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What an accessibility engine objects to in either theme, and what scrolls sideways. */
export async function objectionsTo(page: Page): Promise<readonly string[]> {
  const said: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Colours of the other theme take a moment to fade.
    await page.waitForTimeout(300)
    const found = await page.evaluate(`${axe}\n;axe.run(document, { resultTypes: ['violations'] })`)
    for (const { id, nodes } of (found as { readonly violations: readonly Violation[] })
      .violations) {
      const [node] = nodes
      said.push(
        `${colorScheme} ${id}: ${node?.html.slice(0, 200)} ${node?.failureSummary.slice(0, 200)}`,
      )
    }
  }
  // 640 is a window of 1280 at 200 percent.
  for (const width of [640, 360]) {
    await page.setViewportSize({ width, height: 740 })
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    if (over !== 0) said.push(`scrolls sideways at ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return said
}

/** In what is drawn, also what is folded away; names of files and messages as sent are no words. */
const codesShown = `(() => {
  const found = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode
    if (parentElement.closest('script, style, pre, code') !== null) continue
    const codes = textContent.matchAll(/(?<![\\w/-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?!\\w)/g)
    for (const [code] of codes) found.add('code ' + code)
  }
  return [...found]
})()`

/** What a page shows as a machine calls it, such as `early_warning`: nothing for people to read. */
export async function codesOn(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(codesShown)) as readonly string[]
}

export async function isSound(page: Page, name: string): Promise<void> {
  assert.deepEqual(await objectionsTo(page), [], name)
}

/** The authenticator that a browser has for tests, on this page. */
export async function withPasskeys(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
