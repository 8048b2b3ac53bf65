// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import type { Storage } from '../storage/storage.ts'
import type { About } from './enqueue.ts'
import type { Steps } from './job.ts'
import { endRun } from './runs.ts'

export interface OngoingSettings {
  readonly storage: Storage
  readonly clock: () => string
  /** What takes less is not worth telling; afterwards a sign is given so often. */
  readonly signMs?: number
}

export interface Begun {
  readonly tenant: string
  /** Whose request it is. */
  readonly by: string
  readonly name: 'export' | 'simulation' | 'source' | 'first-state'
  readonly about?: About
}

/** Somebody asked it to stop. */
export class Stopped extends Error {
  constructor() {
    super('stopped by somebody')
    this.name = 'Stopped'
  }
}

/**
 * Work that a request does itself, shown with the other work once it takes a while: whatever server
 * does it, it is seen and can be stopped at every one.
 */
export class Ongoing {
  readonly #settings: Required<OngoingSettings>

  constructor(settings: OngoingSettings) {
    this.#settings = { signMs: 1_000, ...settings }
  }

  begin(begun: Begun): OngoingWork {
    return new OngoingWork(this.#settings, begun)
  }

  /** For as long as the work lasts; what it throws is passed on. */
  async during<Value>(begun: Begun, work: (going: OngoingWork) => Promise<Value>): Promise<Value> {
    const going = this.begin(begun)
    try {
      const value = await work(going)
      await going.end(going.signal.aborted ? 'cancelled' : 'done')
      return value
    } catch (error) {
      await going.end(going.signal.aborted ? 'cancelled' : 'failed')
      throw error
    }
  }
}

export class OngoingWork {
  readonly #settings: Required<OngoingSettings>
  readonly #begun: Begun
  readonly #id: string
  readonly #at: string
  readonly #stop = new AbortController()
  readonly #timer: NodeJS.Timeout
  #steps: Steps | undefined
  #isStored = false
  #isEnded = false
  #isConcluding = false
  #signing: Promise<void> = Promise.resolve()

  constructor(settings: Required<OngoingSettings>, begun: Begun) {
    this.#settings = settings
    this.#begun = begun
    this.#at = settings.clock()
    this.#id = newId(this.#at)
    this.#timer = setInterval(() => this.sign(), settings.signMs)
    this.#timer.unref()
  }

  /** Aborted with `Stopped` once somebody asked for it. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  get isStored(): boolean {
    return this.#isStored
  }

  /**
   * The last moment to stop: whoever asked before it is heard. From here on it is not stopped any
   * more: what comes is short, and stands or falls as one.
   */
  async conclude(): Promise<void> {
    if (this.#isStored) {
      this.sign()
      await this.#signing
    }
    this.#isConcluding = true
  }

  count(steps: Steps): void {
    this.#steps = steps
  }

  /** Tells how far it is, now; one at a time, and nothing when the database is away. */
  sign(): void {
    this.#signing = this.#signing.then(() => this.#give()).catch(() => {})
  }

  async end(state: 'done' | 'failed' | 'cancelled'): Promise<void> {
    if (this.#isEnded) return
    this.#isEnded = true
    clearInterval(this.#timer)
    await this.#signing
    if (!this.#isStored) return
    const { storage, clock } = this.#settings
    // Whoever asked has had the answer; a row that is left open tells that it gave no sign.
    await storage
      .write(this.#begun.tenant, (db) => endRun(db, this.#id, { state, now: clock() }))
      .catch(() => {})
  }

  async #give(): Promise<void> {
    if (this.#isEnded) return
    const { storage, clock } = this.#settings
    const { tenant, by, name, about } = this.#begun
    const steps = this.#steps
    const now = clock()
    const told = {
      seen_at: now,
      ...(steps && { steps_done: steps.done, steps_total: steps.total, steps_of: steps.of }),
    }
    await storage.write(tenant, async (db) => {
      if (this.#isStored) {
        const row = await db
          .updateTable('job_runs')
          .set(told)
          .where('id', '=', this.#id)
          .returning('is_cancel_asked')
          .executeTakeFirst()
        if (row?.is_cancel_asked === true && !this.#isConcluding) this.#stop.abort(new Stopped())
        return
      }
      await db
        .insertInto('job_runs')
        .values({
          id: this.#id,
          name,
          asked_by: by,
          asked_at: this.#at,
          started_at: this.#at,
          state: 'active',
          ...(about === undefined ? {} : { about: JSON.stringify(about) }),
          ...told,
        })
        .execute()
    })
    this.#isStored = true
  }
}
