// SPDX-License-Identifier: EUPL-1.2
// The example factory on either engine, and whoever of it a test wants to be.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { contextIn, inBrowser, launched } from './browser.ts'

export interface Demonstration {
  readonly address: string
  /** Signs a browser in as the first person whose name begins so. */
  readonly become: (context: BrowserContext, name: string) => Promise<void>
  readonly stop: () => Promise<unknown>
}

/** The example factory in a browser, for as long as some tests go on. */
export interface Example {
  readonly address: string
  /** The browser of the first person whose name begins so. */
  readonly contextOf: (name: string, language?: 'nl' | 'en') => Promise<BrowserContext>
  /** Makes a browser somebody else's. */
  readonly become: Demonstration['become']
  /** A new page of theirs, at a path when one is given. */
  readonly pageOf: (name: string, path?: string) => Promise<Page>
}

/** Tests that share one example factory on the embedded engine; they see what those before them did. */
export function inExample(title: string, tests: (example: Example) => void): void {
  inBrowser(title, () => {
    let browser: Browser | undefined
    let shown: Demonstration | undefined
    before(async () => {
      browser = await launched()
      shown = await demonstration('embedded')
    })
    after(async () => {
      await browser?.close()
      await shown?.stop()
    })
    const standing = () => {
      if (browser === undefined || shown === undefined)
        throw new Error('the example does not stand')
      return { browser, shown }
    }
    const contextOf = async (name: string, language: 'nl' | 'en' = 'nl') => {
      const { browser, shown } = standing()
      const context = await contextIn(browser, language)
      await shown.become(context, name)
      return context
    }
    tests({
      get address() {
        return standing().shown.address
      },
      contextOf,
      become: (context, name) => standing().shown.become(context, name),
      pageOf: async (name, path) => {
        const page = await (await contextOf(name)).newPage()
        if (path !== undefined) await page.goto(standing().shown.address + path)
        return page
      },
    })
  })
}

/** Undefined when this machine has no such engine. */
export async function demonstration(
  engine: 'embedded' | 'postgres',
): Promise<Demonstration | undefined> {
  const program = join(import.meta.dirname, '../../server/demo/testing/serve.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, engine]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const over = new Promise((resolve) => child.on('exit', resolve))
  const stop = () => {
    child.kill('SIGTERM')
    return over
  }
  for (;;) {
    const [, address, token] = /(http\S+)\/demo#(\S+)\n/.exec(said) ?? []
    if (address !== undefined && token !== undefined) {
      return { address, stop, become: (context, name) => become(context, { address, token, name }) }
    }
    if (said.includes('no postgres')) return undefined
    if (child.exitCode !== null) throw new Error(said)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function become(
  context: BrowserContext,
  asked: { readonly address: string; readonly token: string; readonly name: string },
): Promise<void> {
  const { address, token, name } = asked
  const post = async (path: string, data: object) => {
    const headers = { origin: address }
    const came = await context.request.post(`${address}/api/v1/demo/${path}`, { data, headers })
    if (!came.ok()) throw new Error(`${path}: ${came.status()} ${await came.text()}`)
    return came.json()
  }
  const { items } = (await post('people', { token })) as {
    items: readonly { readonly account: string; readonly name: string }[]
  }
  const found = items.find((one) => one.name.startsWith(name))
  if (found === undefined) throw new Error(`nobody is called ${name}`)
  await post('enter', { token, account: found.account })
}
