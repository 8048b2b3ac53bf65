// SPDX-License-Identifier: EUPL-1.2
import type { Browser, BrowserContext } from 'playwright-core'
import { contextIn, launched } from '../apps/web/testing/browser.ts'
import { type Demonstration, demonstration } from '../apps/web/testing/demonstration.ts'
import { alone, type Figure } from './figure.ts'
import { quantile } from './storage/quantile.ts'

/*
 * How long until a page of the example factory can be used, in Chromium with its processor slowed
 * four times, as on an old laptop: it is seen with its title, and the last task of over 50 ms before
 * the network falls silent has ended. Once as somebody who never was here, with nothing kept by the
 * browser, and once as somebody who comes every week. The server is not slowed. Nothing of the
 * measurement looks for elements meanwhile: in a slowed page that takes as long as a part of it.
 * Beside the time stands how long the main thread itself was at work for it, and with scripts: of
 * the processor, not by the clock, so that other work of the machine bends it little.
 */
const slowed = 4
const goalMs = 1_000
const lookMs = 100

const visits = [
  { name: 'Hanneke', path: '/', as: 'home_of_a_director' },
  { name: 'Marloes', path: '/', as: 'home_of_the_ciso' },
  { name: 'Hanneke', path: '/measures', as: 'measures' },
  { name: 'Hanneke', path: '/risks', as: 'risks' },
  { name: 'Marloes', path: '/registers/assets', as: 'register_of_assets' },
] as const

export async function* pagesFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const rounds = isQuick ? 3 : 9
  const browser = await launched()
  const shown = await demonstration('embedded')
  if (shown === undefined) throw new Error('the embedded engine does not start')
  try {
    for (const { name: who, path, as } of visits) {
      const first: Visit[] = []
      const again: Visit[] = []
      for (let round = 0; round <= rounds; round += 1) {
        const times = await twice({ browser, shown, name: who, path })
        // The first round warms up the server.
        if (round === 0) continue
        first.push(times.first)
        again.push(times.again)
      }
      const of = { bench: 'pages, processor slowed 4 x', unit: 'ms', goal: goalMs }
      for (const [name, visits] of [
        ['first', first],
        ['later', again],
      ] as const) {
        const median = (figure: keyof Visit) =>
          quantile(
            visits.map((one) => one[figure]),
            0.5,
          )
        yield alone({ ...of, metric: `${as}_${name}_visit_median`, value: median('usableMs') })
        const { bench, unit } = of
        const busy = `${as}_${name}_visit_main_thread_median`
        yield alone({ bench, unit, metric: busy, value: median('busyMs') })
        const script = `${as}_${name}_visit_script_median`
        yield alone({ bench, unit, metric: script, value: median('scriptMs') })
      }
    }
  } finally {
    await browser.close()
    await shown.stop()
  }
}

async function twice(of: {
  readonly browser: Browser
  readonly shown: Demonstration
  readonly name: string
  readonly path: string
}): Promise<{ readonly first: Visit; readonly again: Visit }> {
  const context = await contextIn(of.browser, 'nl')
  try {
    await of.shown.become(context, of.name)
    const address = of.shown.address + of.path
    return { first: await usable(context, address), again: await usable(context, address) }
  } finally {
    await context.close()
  }
}

interface Visit {
  /** From asking for the page. */
  readonly usableMs: number
  /** Of the processor, on the main thread. */
  readonly busyMs: number
  readonly scriptMs: number
}

async function usable(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  await page.addInitScript(`
    window.busyUntil = 0
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        window.busyUntil = Math.max(window.busyUntil, startTime + duration)
      }
    }).observe({ type: 'longtask', buffered: true })
    window.seenAt = 0
    new MutationObserver((_, observer) => {
      if (document.querySelector('.whole-page:not(.unseen) h1') === null) return
      window.seenAt = performance.now()
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true, attributeFilter: ['class'] })
  `)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  while (Number(await page.evaluate('window.seenAt')) === 0) await page.waitForTimeout(lookMs)
  await page.waitForLoadState('networkidle')
  const at = await page.evaluate('Math.max(window.busyUntil, window.seenAt)')
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000
  await page.close()
  return { usableMs: Number(at), busyMs: ms('TaskDuration'), scriptMs: ms('ScriptDuration') }
}
