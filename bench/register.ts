// SPDX-License-Identifier: EUPL-1.2
import type { BrowserContext, Page } from 'playwright-core'
import { contextIn, launched } from '../apps/web/testing/browser.ts'
import { demonstration } from '../apps/web/testing/demonstration.ts'
import { alone, type Figure } from './figure.ts'

/*
 * A register of 100,000 rows, brought in as a table through the server and read in Chromium: scrolled
 * from the first row to the last as fast as rows come, then up and down at speed with all of it
 * there, and by keyboard. Of each frame the time that the page kept its thread counts, not the clock.
 */
const rows = 100_000
/** A frame that takes longer is seen as a jerk: 20 frames a second. */
const goalMs = 50
const deltas = 200

export async function* registerFigures(): AsyncGenerator<Figure> {
  const browser = await launched()
  const shown = await demonstration('embedded')
  if (shown === undefined) throw new Error('the embedded engine does not start')
  try {
    const context = await contextIn(browser, 'nl')
    context.setDefaultTimeout(600_000)
    await shown.become(context, 'Marloes')
    await brought(context, shown.address)
    const page = await context.newPage()
    await page.addInitScript(`
      window.tasks = []
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.tasks.push(duration)
      }).observe({ type: 'longtask', buffered: true })
    `)
    await page.goto(`${shown.address}/registers/suppliers`)
    const box = page.locator('section.rows')
    await box.waitFor()
    yield* readToTheEnd(page)
    yield* scrolledAbout(page)
    yield* byKeyboard(page)
  } finally {
    await browser.close()
    await shown.stop()
  }
}

async function brought(context: BrowserContext, address: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) => `L${at};Leverancier ${at}`)
  const data = Buffer.from(['code;name', ...lines].join('\n'))
  const send = async (method: 'GET' | 'POST', path: string, more: object = {}) => {
    const came = await context.request.fetch(`${address}/api/v1/imports${path}`, {
      method,
      timeout: 600_000,
      headers: { origin: address },
      ...more,
    })
    if (!came.ok()) throw new Error(`${path}: ${came.status()} ${await came.text()}`)
    return (await came.json()) as Import
  }
  const csv = { origin: address, 'content-type': 'text/csv' }
  const { id } = await send('POST', '?register=suppliers&name=lang.csv', {
    data,
    headers: csv,
  })
  await send('POST', `/${id}/dry-run`)
  // So many rows are judged and written by work of its own.
  const judged = await until(
    () => send('GET', `/${id}`),
    ({ judgement }) => judgement !== null,
  )
  await send('POST', `/${id}/confirm`, { data: { digest: judged.judgement?.digest } })
  await until(
    () => send('GET', `/${id}`),
    ({ result }) => result !== null,
  )
}

interface Import {
  readonly id: string
  readonly judgement: { readonly digest: string } | null
  readonly result: object | null
}

const lookMs = 1_000

async function until<Value>(
  look: () => Promise<Value>,
  isSo: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isSo(value)) return value
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}

const bench = 'register of 100,000 rows'

/** The end of what is here is scrolled to again and again until no more comes. */
async function* readToTheEnd(page: Page): AsyncGenerator<Figure> {
  const spent = await busy(page, async () => {
    await page.evaluate(`new Promise((done) => {
      const look = () => {
        const box = document.querySelector('section.rows')
        if (box.querySelector('table').getAttribute('aria-rowcount') !== '-1') return done()
        box.scrollTop = box.scrollHeight
        setTimeout(look, 50)
      }
      look()
    })`)
  })
  yield alone({ bench, metric: 'script_to_read_all', value: spent.scriptMs, unit: 'ms' })
  const count = Number(await page.locator('section.rows table').getAttribute('aria-rowcount')) - 1
  yield alone({ bench, metric: 'rows_there', value: count, unit: 'rows' })
  const drawn = await page.locator('section.rows tbody tr').count()
  yield alone({ bench, metric: 'rows_drawn', value: drawn, unit: 'rows', goal: 120 })
}

async function* scrolledAbout(page: Page): AsyncGenerator<Figure> {
  const spent = await busy(page, async () => {
    await page.evaluate(`new Promise((done) => {
      const box = document.querySelector('section.rows')
      let left = ${deltas}
      const step = () => {
        if (left === 0) return done()
        left -= 1
        // Some by a notch of the wheel, some by the bar.
        box.scrollTop = left % 10 === 0 ? Math.random() * box.scrollHeight : box.scrollTop + 240
        requestAnimationFrame(step)
      }
      step()
    })`)
  })
  yield alone({
    ...{ bench, metric: 'thread_a_frame_mean', value: spent.taskMs / deltas, unit: 'ms' },
    goal: goalMs,
    aim: 16,
  })
  yield alone({ bench, metric: 'script_a_frame_mean', value: spent.scriptMs / deltas, unit: 'ms' })
  yield alone({ bench, metric: 'longest_task', value: spent.longestMs, unit: 'ms' })
}

async function* byKeyboard(page: Page): AsyncGenerator<Figure> {
  const box = page.locator('section.rows')
  await page.evaluate(`document.querySelector('section.rows').scrollTop = 0`)
  await box.locator('[data-row="0"]').focus()
  await page.keyboard.press('End')
  await box.locator('[data-row]:focus').waitFor()
  const spent = await busy(page, async () => {
    for (let at = 0; at < 50; at += 1) await page.keyboard.press('PageUp')
  })
  const at = Number(await page.locator('[data-row]:focus').getAttribute('data-row'))
  yield alone({ bench, metric: 'row_after_end_and_50_pages_up', value: at, unit: 'row' })
  yield alone({
    bench,
    metric: 'thread_a_key_mean',
    value: spent.taskMs / 50,
    unit: 'ms',
    goal: goalMs,
  })
}

interface Spent {
  readonly taskMs: number
  readonly scriptMs: number
  readonly longestMs: number
}

async function busy(page: Page, act: () => Promise<void>): Promise<Spent> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0
    return { task: of('TaskDuration'), script: of('ScriptDuration') }
  }
  await page.evaluate('window.tasks.length = 0')
  const before = await read()
  await act()
  const after = await read()
  await session.detach()
  return {
    taskMs: (after.task - before.task) * 1000,
    scriptMs: (after.script - before.script) * 1000,
    longestMs: Number(await page.evaluate('Math.max(0, ...window.tasks)')),
  }
}
