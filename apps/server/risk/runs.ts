// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { blockCount, type LossInput, type LossResult, lossModel } from '@schouw/core/risk'
import type { FromRun } from './worker.ts'

interface Run {
  readonly input: LossInput
  readonly of: number
  done: number
  readonly outcome: Promise<LossResult | null>
  settle(outcome: LossResult | null): void
  fail(error: unknown): void
  worker: Worker | undefined
  /** Requests that wait for it now. */
  waiting: number
  lease: NodeJS.Timeout | undefined
}

export interface RunSettings {
  /** A request waits so long before it is told how far the run is. */
  readonly patienceMs: number
  /** A run that nobody asks for this long is ended. */
  readonly leaseMs: number
  readonly atOnce: number
  /** Runs under way or in line; more are refused. */
  readonly most: number
  /** Results that are kept. */
  readonly kept: number
}

const usual: RunSettings = { patienceMs: 1_500, leaseMs: 10_000, atOnce: 1, most: 32, kept: 128 }

export type RunTold =
  | { readonly result: LossResult }
  | { readonly progress: { readonly done: number; readonly of: number } }
  | { readonly busy: true }

/**
 * Simulations, one for each input however many ask for it. The input decides the result, so that a
 * kept one tells nobody anything that they could not have worked out.
 */
export class LossRuns {
  readonly #settings: RunSettings
  readonly #results = new Map<string, LossResult>()
  readonly #runs = new Map<string, Run>()

  constructor(settings: Partial<RunSettings> = {}) {
    this.#settings = { ...usual, ...settings }
  }

  /** Under way or in line. */
  get count(): number {
    return this.#runs.size
  }

  /** Of an input without problems. */
  async ask(input: LossInput): Promise<RunTold> {
    const key = keyOf(input)
    const known = this.#results.get(key)
    if (known !== undefined) {
      this.#keep(key, known)
      return { result: known }
    }
    if (!this.#runs.has(key) && this.#runs.size >= this.#settings.most) return { busy: true }
    const run = this.#runs.get(key) ?? this.#enter(key, input)
    clearTimeout(run.lease)
    run.waiting += 1
    const patience = new AbortController()
    try {
      const late = pause(this.#settings.patienceMs, null, { signal: patience.signal })
      const result = await Promise.race([run.outcome, late.catch(() => null)])
      return result === null ? { progress: { done: run.done, of: run.of } } : { result }
    } finally {
      patience.abort()
      run.waiting -= 1
      if (run.waiting === 0) {
        run.lease = setTimeout(() => this.#leave(key, run), this.#settings.leaseMs)
        run.lease.unref()
      }
    }
  }

  /** How far it is, in years simulated; asks for nothing. */
  peek(input: LossInput): { readonly done: number; readonly total: number } | 'done' | 'gone' {
    const key = keyOf(input)
    if (this.#results.has(key)) return 'done'
    const run = this.#runs.get(key)
    if (run === undefined) return 'gone'
    const { years } = run.input
    return { done: Math.floor((years * run.done) / run.of), total: years }
  }

  /** Ends it, whoever waits. */
  drop(input: LossInput): void {
    const key = keyOf(input)
    const run = this.#runs.get(key)
    if (run !== undefined) this.#leave(key, run)
  }

  close(): void {
    for (const [key, run] of this.#runs) this.#leave(key, run)
  }

  #enter(key: string, input: LossInput): Run {
    const { promise, resolve, reject } = Promise.withResolvers<LossResult | null>()
    promise.catch(() => {})
    const run: Run = {
      input,
      of: blockCount(lossModel(input)),
      done: 0,
      outcome: promise,
      settle: resolve,
      fail: reject,
      worker: undefined,
      waiting: 0,
      lease: undefined,
    }
    this.#runs.set(key, run)
    this.#startNext()
    return run
  }

  #startNext(): void {
    const runs = [...this.#runs]
    const busy = runs.filter(([, { worker }]) => worker !== undefined).length
    const [next] = runs.filter(([, { worker }]) => worker === undefined)
    if (next === undefined || busy >= this.#settings.atOnce) return
    const [key, run] = next
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { workerData: run.input })
    run.worker = worker
    worker.on('message', (message: FromRun) => {
      if (message.say === 'progress') {
        run.done = message.done
        return
      }
      this.#keep(key, message.result)
      run.settle(message.result)
      this.#leave(key, run)
    })
    worker.once('error', (error) => {
      run.fail(error)
      this.#leave(key, run)
    })
    worker.once('exit', () => this.#leave(key, run))
  }

  /** Ends what is under way; whoever still waits hears how far it came. */
  #leave(key: string, run: Run): void {
    if (this.#runs.get(key) !== run) return
    this.#runs.delete(key)
    clearTimeout(run.lease)
    run.settle(null)
    run.worker?.terminate().catch(() => {})
    this.#startNext()
  }

  #keep(key: string, result: LossResult): void {
    this.#results.delete(key)
    this.#results.set(key, result)
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= this.#settings.kept) break
      this.#results.delete(oldest)
    }
  }
}

export function keyOf(input: LossInput): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}
