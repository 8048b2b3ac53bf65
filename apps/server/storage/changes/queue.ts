// SPDX-License-Identifier: EUPL-1.2
import { faultOf, StorageFault } from '../fault.ts'
import type { Log } from '../ledger/log.ts'
import type { Session } from '../session.ts'
import { type BatchResult, runBatch, Sketch } from './batch.ts'
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
  /** Of the changes that wait, from the first on. */
  #sketch: Sketch | undefined
  #running: Promise<void> | undefined
  #publishing: Promise<void> = Promise.resolve()

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

  /**
   * Resolves when what another server on the same database added stands under our checkpoint too,
   * so that no reader sees the log shrink by asking the other server. A log that took another way
   * is refused by this, as by a change.
   */
  async follow(): Promise<void> {
    this.#session.assertOutside()
    if (!(await this.#isBehind())) return
    // Our own that is stored and not yet published is not behind.
    await this.settled()
    if (!(await this.#isBehind())) return
    while (this.#running !== undefined) await this.#running
    const following = this.#catchUp()
    this.#running = following.then(
      () => this.#run(),
      () => this.#run(),
    )
    await following
  }

  /** When everything that was asked so far has its answer. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
    await this.#publishing
  }

  async #isBehind(): Promise<boolean> {
    const log = this.#log
    if (log.refusal !== undefined) return false
    const size = await this.#session.run(
      { tenant: log.tenant },
      () => log.storedSize(this.#session.transaction),
      { isReadOnly: true },
    )
    return size !== log.head.size
  }

  async #catchUp(): Promise<void> {
    const log = this.#log
    await this.#session.run({ tenant: log.tenant }, () => log.lock(this.#session.transaction))
    await log.publish(log.grown([]).head)
  }

  async #run(): Promise<void> {
    // A turn later, so that changes asked for in one go stand in one transaction.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostChanges)
      const sketch = this.#sketch
      this.#sketch = undefined
      await this.#turn(batch, sketch)
    }
    this.#running = undefined
  }

  async #turn(batch: readonly Waiting[], sketch?: Sketch): Promise<void> {
    try {
      const changes = batch.map(({ change }) => change)
      const { told, grown } = await this.#attempt(changes, sketch)
      if (grown !== undefined) this.#log.keep(grown.tree)
      // The next transaction need not wait for it. A crash leaves two heads unpublished then.
      this.#publishing = this.#publish({ batch, told, grown, after: this.#publishing })
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
    sketch = new Sketch(this.#clock()),
  ): Promise<BatchResult> {
    const log = this.#log
    if (log.refusal !== undefined) throw log.refusal
    sketch.draw(changes)
    let result: BatchResult | undefined
    try {
      result = await this.#session.run(
        { tenant: log.tenant },
        async () => {
          const { transaction } = this.#session
          result = await runBatch({ transaction, log, changes, clock: this.#clock, sketch })
          // While the database stores and nothing else is to be done.
          setImmediate(() => this.#drawNext())
          return result
        },
        { isPlannedOnce: true },
      )
    } catch (error) {
      // What a statement failed with says more than that there is nothing to keep because of it.
      await result?.stored
      throw error
    }
    await result.stored
    return result
  }

  #drawNext(): void {
    if (this.#waiting.length === 0 || this.#sketch !== undefined) return
    const sketch = new Sketch(this.#clock())
    try {
      sketch.draw(this.#waiting.slice(0, mostChanges).map(({ change }) => change))
      this.#sketch = sketch
    } catch {
      // It will be thrown again, to whoever asked for it.
    }
  }

  /** In the order of the transactions; those who asked learn only now what came of it. */
  async #publish({
    batch,
    told,
    grown,
    after,
  }: Pick<BatchResult, 'told' | 'grown'> & {
    readonly batch: readonly Waiting[]
    readonly after: Promise<void>
  }): Promise<void> {
    await after
    try {
      if (grown !== undefined) await this.#log.publish(grown.head)
    } catch (error) {
      const fault = faultOf(error)
      for (const { reject } of batch) reject(fault)
      return
    }
    for (const [at, { resolve }] of batch.entries()) resolve(told[at] as Told)
    if (grown !== undefined) await this.#onKept(this.#log, grown.entries).catch(() => {})
  }
}
