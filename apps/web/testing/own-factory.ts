// SPDX-License-Identifier: EUPL-1.2
// A new organisation on a server of its own, and the browsers of its people.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { contextIn, inBrowser, launched } from './browser.ts'
import { founder, type Somebody, type Started, started } from './factory.ts'

export interface OwnFactory {
  readonly address: string
  /** Who set the organisation up. */
  readonly ans: Somebody
  /** Of the server's data; it goes with the server. */
  readonly folder: string
  /** Makes the server stand still where it is, or go on. */
  readonly hold: Started['hold']
  /** A new page of theirs in Dutch, at a path when one is given. */
  readonly pageOf: (who: Somebody, path?: string) => Promise<Page>
}

/** Tests that share one new organisation; they see what those before them did. */
export function inOwnFactory(title: string, tests: (factory: OwnFactory) => void): void {
  inBrowser(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-factory-'))
    let browser: Browser | undefined
    let server: Started | undefined
    let ans: Somebody | undefined
    before(async () => {
      browser = await launched()
      server = await started(folder)
      ans = await founder(server)
    })
    after(async () => {
      await browser?.close()
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    const standing = () => {
      if (browser === undefined || server === undefined || ans === undefined)
        throw new Error('the organisation does not stand')
      return { browser, server, address: server.address, ans }
    }
    tests({
      folder,
      get address() {
        return standing().address
      },
      get ans() {
        return standing().ans
      },
      hold: (isHeld) => standing().server.hold(isHeld),
      pageOf: async (who, path) => {
        const { browser, address } = standing()
        const context = await contextIn(browser, 'nl')
        const [name = '', value = ''] = who.cookie.split('=')
        await context.addCookies([{ name, value, url: address }])
        const page = await context.newPage()
        if (path !== undefined) await page.goto(address + path)
        return page
      },
    })
  })
}
