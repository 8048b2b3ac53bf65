// SPDX-License-Identifier: EUPL-1.2
// A drill as its people live it: everybody in a browser of their own, under the clock of the house.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { contextIn, inBrowser, launched } from './browser.ts'
import { type Drill, drillHouse, type Who } from './drill-house.ts'
import { verified } from './verified.ts'

/** Where pictures go, for whoever wants to look at them. */
const pictures = process.env['SCHOUW_PICTURES']

export class Play {
  readonly folder = mkdtempSync(join(tmpdir(), 'schouw-drill-'))
  readonly #contexts: BrowserContext[] = []
  readonly #pages = new Map<Who, Page>()
  #house: Drill | undefined
  #browser: Browser | undefined

  get house(): Drill {
    if (this.#house === undefined) throw new Error('the house does not stand')
    return this.#house
  }

  async begin(startMs: number): Promise<void> {
    this.#house = await drillHouse(this.folder, startMs)
    this.#browser = await launched()
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
  }

  async end(): Promise<void> {
    await this.#browser?.close()
    await this.#house?.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A new browser; without anybody it is that of a passer-by. */
  async opened(who?: Who, language: 'nl' | 'en' = 'nl'): Promise<Page> {
    if (this.#browser === undefined) throw new Error('the browser does not stand')
    const context = await contextIn(this.#browser, language)
    await context.clock.setSystemTime(this.house.now())
    if (who !== undefined) await context.addCookies([this.#cookieOf(who)])
    this.#contexts.push(context)
    return context.newPage()
  }

  /** The browser that somebody has open all the while. */
  async as(who: Who): Promise<Page> {
    const page = this.#pages.get(who) ?? (await this.opened(who))
    this.#pages.set(who, page)
    return page
  }

  async pass(ms: number): Promise<void> {
    this.house.pass(ms)
    // Sessions end in the meantime; signing in again is tested elsewhere.
    await this.house.signIn()
    for (const [who, page] of this.#pages) await page.context().addCookies([this.#cookieOf(who)])
    for (const context of this.#contexts) await context.clock.setSystemTime(this.house.now())
  }

  /** The room of an incident, on the screen of somebody. */
  async room(who: Who, incident: string): Promise<Page> {
    const page = await this.as(who)
    await page.goto(`${this.house.address}/incidents/${incident}`)
    await page.locator('#log').waitFor()
    return page
  }

  async clock(incident: string, stage: string) {
    const { room } = await this.house.ask('ciso', `/incidents/${incident}/room`)
    return room.clocks.find(
      (one: { regime: string; stage: string }) => one.regime === 'cbw' && one.stage === stage,
    )
  }

  async shot(page: Page, name: string): Promise<void> {
    if (pictures === undefined) return
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.waitForTimeout(300)
      await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), fullPage: true })
    }
  }

  keep(name: string, bytes: Buffer | string): void {
    if (pictures !== undefined) writeFileSync(join(pictures, name), bytes)
  }

  /** What `schouw verify` says of all that is on disk. */
  async verified(): ReturnType<typeof verified> {
    await this.house.stop()
    return verified(this.folder)
  }

  #cookieOf(who: Who) {
    const [name = '', value = ''] = this.house.cookie(who).split('=')
    return { name, value, url: this.house.address }
  }
}

/** What a button or link lets a person take along. */
export async function taken(page: Page, name: string, role: 'button' | 'link' = 'button') {
  const waits = page.waitForEvent('download')
  await page.getByRole(role, { name }).first().click()
  return readFileSync(await (await waits).path())
}

/** Tests that share one drill, from a moment on; they see what those before them did. */
export function inDrill(title: string, start: string, tests: (play: Play) => void): void {
  inBrowser(title, () => {
    const play = new Play()
    before(() => play.begin(Date.parse(start)))
    after(() => play.end())
    tests(play)
  })
}
