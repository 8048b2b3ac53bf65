// SPDX-License-Identifier: EUPL-1.2
import { StorageFault } from '../fault.ts'
import type { Log } from '../ledger/log.ts'
import type { Session } from '../session.ts'
import { type BatchResult, runBatch } from './batch.ts'
import type { Change, Told } from './change.ts'

/** Changes of one transaction, at most: what waits behind it waits some tens of milliseconds. */
const mostChanges = 500

/** Called when entries are published; the next transaction waits for it, callers do not. */
export type OnKept = (log: Log, entries: number) => Promise<void>

interface Waiting {
  readonly change: Change
  readonly resolve: (told: Told) => void
  readonly reject: (error: unknown) => void
}

/**
 * The one way in which records change. While a transaction of a tenant is under way, further
 * changes wait and go into the next one together: one commit, one fsync, one checkpoint for all.
 */
export class ChangeQueue {
  readonly #session: Session
  readonly #log: Log
  readonly #clock: () => string
  readonly #onKept: OnKept
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  constructor(options: {
    readonly session: Session
    readonly log: Log
    readonly clock: () => string
    readonly onKept: OnKept
  }) {
    this.#session = options.session
    this.#log = options.log
    this.#clock = options.clock
    this.#onKept = options.onKept
  }

  get log(): Log {
    return this.#log
  }

  /** Resolves when the change is on disk and under a published checkpoint, or is refused. */
  async apply(change: Change): Promise<Told> {
    this.#session.assertOutside()
    return await new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** When everything that was asked so far has its answer. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  async #run(): Promise<void> {
    // A turn later, so that changes asked for in one go stand in one transaction.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#turn(this.#waiting.splice(0, mostChanges))
    this.#running = undefined
  }

  async #turn(batch: readonly Waiting[]): Promise<void> {
    try {
      const { told, entries } = await this.#attempt(batch.map(({ change }) => change))
      for (const [at, { resolve }] of batch.entries()) resolve(told[at] as Told)
      if (entries > 0) await this.#onKept(this.#log, entries).catch(() => {})
    } catch (error) {
      // Of several one may be at fault; alone each gets its own answer.
      if (batch.length > 1 && !(error instanceof StorageFault)) {
        for (const one of batch) await this.#turn([one])
      } else {
        for (const { reject } of batch) reject(error)
      }
    }
  }

  async #attempt(
    changes: readonly Change[],
  ): Promise<{ readonly told: readonly Told[]; readonly entries: number }> {
    const log = this.#log
    if (log.refusal !== undefined) throw log.refusal
    const { told, grown } = await this.#session.run(
      { tenant: log.tenant },
      (): Promise<BatchResult> =>
        runBatch({ transaction: this.#session.transaction, log, changes, clock: this.#clock }),
    )
    const before = log.head.size
    if (grown === undefined) return { told, entries: 0 }
    log.keep(grown.tree)
    await log.publish(grown.head)
    return { told, entries: grown.head.size - before }
  }
}
