// SPDX-License-Identifier: EUPL-1.2
import { PgBoss } from 'pg-boss'
import { inTurn } from '../storage/engine/turns.ts'
import { faultOf } from '../storage/fault.ts'
import type { Storage } from '../storage/storage.ts'
import { attempt, type Fetched, type Surroundings } from './attempt.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Job, NotYet, type Schedule, type Terms } from './job.ts'
import { relay, relayRows } from './relay.ts'
import { statementsOn } from './statements.ts'

/** What the operator should know; no values of anybody. */
export interface Log {
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

export interface JobsOptions {
  readonly storage: Storage
  readonly jobs: readonly Job<never>[]
  readonly schedules?: readonly Schedule[]
  /** Finds work by looking, with every look for work that is due; says whether there is more. */
  readonly look?: () => Promise<boolean>
  readonly log: Log
  /** UTC to the millisecond. */
  readonly clock?: () => string
  readonly pace?: Partial<Pace>
}

/** Seconds between two looks. Work of this process is seen at once; these are for the rest. */
export interface Pace {
  /** For work that is due, or that other processes wrote. */
  readonly look: number
  /** In the queue, for what is to be tried again or was left by others. */
  readonly poll: number
  /** For work whose process died. */
  readonly watch: number
  /** A process that was not heard of for so long is dead; ten at least. */
  readonly heartbeat: number
  /** After the database was found away or full. */
  readonly rest: number
}

/** Where the library keeps its own. */
export const schema = 'jobs'
/** What was given up. Nobody works on it: it is there to be seen, and sent again by hand. */
export const givenUp = 'given-up'
const daySeconds = 86_400
/** What is under way gets this long when the server stops; then it is somebody else's. */
const stopMs = 20_000

const systemClock = () => new Date().toISOString()

/**
 * Work in the background. Whatever is enqueued in a transaction that was kept is done at least
 * once, by one process at a time, whichever processes die meanwhile.
 */
export class Jobs {
  readonly #storage: Storage
  readonly #boss: PgBoss
  readonly #jobs: ReadonlyMap<string, Job<unknown>>
  readonly #schedules: readonly Schedule[]
  readonly #look: () => Promise<boolean>
  readonly #log: Log
  readonly #clock: () => string
  readonly #pace: Pace
  /** Workers of each queue, to be woken. */
  readonly #workers = new Map<string, string[]>()
  #ring: (() => void) | undefined
  #isRung = false
  #isStopping = false
  #isAway = false
  #relaying: Promise<void> = Promise.resolve()

  constructor(options: JobsOptions) {
    const { storage, jobs, schedules = [], log, clock = systemClock, pace } = options
    const isEmbedded = storage.engine.name === 'embedded'
    this.#storage = storage
    this.#jobs = new Map(jobs.map((one) => [one.name, one as Job<unknown>]))
    this.#schedules = schedules
    this.#look = options.look ?? (async () => false)
    this.#log = log
    this.#clock = clock
    this.#pace = { look: 2, poll: 10, watch: 30, heartbeat: 60, rest: isEmbedded ? 20 : 3, ...pace }
    this.#boss = new PgBoss({
      db: statementsOn(storage.engine, this.#pace.rest * 1_000),
      backend: isEmbedded ? 'pglite' : 'postgres',
      schema,
      superviseIntervalSeconds: this.#pace.watch,
      monitorIntervalSeconds: this.#pace.watch,
      maintenanceIntervalSeconds: 3_600,
      queueCacheIntervalSeconds: 600,
      // We use neither flows nor migrations in the background.
      flowIntervalSeconds: 3_600,
      bamIntervalSeconds: 600,
      cronMonitorIntervalSeconds: 30,
      cronWorkerIntervalSeconds: 30,
      // The embedded engine has no other connection to do these beside.
      reindex: !isEmbedded,
      monitorVacuum: !isEmbedded,
    })
    // Without a listener an error would end the process.
    this.#boss.on('error', (error) => this.#complain(error))
    this.#boss.on('warning', ({ message }) => this.#log.warn({}, `jobs: ${message}`))
  }

  async start(): Promise<void> {
    const { engine } = this.#storage
    try {
      // Of servers that start together on a new database one makes the library's tables, and the
      // others find them there.
      if (engine.name === 'embedded') await this.#prepare()
      else await inTurn(engine, 'jobs', () => this.#prepare())
      for (const job of this.#jobs.values()) await this.#work(job)
      for (const one of this.#schedules) await this.#keepTime(one)
    } catch (error) {
      await this.#boss.stop({ graceful: false, close: false }).catch(() => {})
      throw faultOf(error)
    }
    this.#relaying = this.#relay()
  }

  async #prepare(): Promise<void> {
    await this.#boss.start()
    await this.#allow()
    await this.#makeQueues()
  }

  /** Takes nothing new, lets what is under way finish. Whatever does not is tried again later. */
  async stop(): Promise<void> {
    if (this.#isStopping) return
    this.#isStopping = true
    this.wake()
    await this.#relaying
    await this.#boss.stop({ graceful: true, timeout: stopMs, close: false })
  }

  /** There may be work that was just written. */
  wake(): void {
    this.#isRung = true
    this.#ring?.()
  }

  figures(): Promise<Figures> {
    return figuresOf(this.#storage, this.#clock())
  }

  /** The roles that move work and end it; tenants reach the outbox only. */
  async #allow(): Promise<void> {
    await this.#storage.engine.pool.query(
      `grant usage on schema ${schema} to schouw_system;
       grant select, insert, update, delete on all tables in schema ${schema} to schouw_system`,
    )
  }

  async #makeQueues(): Promise<void> {
    const apart = { retentionSeconds: 60 * daySeconds }
    const known = new Map((await this.#boss.getQueues()).map((queue) => [queue.name, queue]))
    const wanted: [string, object][] = [
      [givenUp, apart],
      ...[...this.#jobs.values()].map(({ name, terms }): [string, object] => [
        name,
        { ...this.#queueOf(terms), deadLetter: givenUp },
      ]),
      ...this.#schedules.map(({ name, terms }): [string, object] => [
        name,
        // One at a time, and no second one in the queue, however many servers there are.
        { ...this.#queueOf(terms), ...(known.has(name) ? {} : { policy: 'exclusive' }) },
      ]),
    ]
    for (const [name, options] of wanted) {
      if (known.has(name)) await this.#boss.updateQueue(name, options)
      else await this.#boss.createQueue(name, options)
    }
  }

  #queueOf(terms: Terms): object {
    return {
      retryLimit: terms.retries,
      retryDelay: terms.firstRetrySeconds,
      retryBackoff: true,
      retryDelayMax: terms.longestRetrySeconds,
      expireInSeconds: terms.longestRunSeconds,
      heartbeatSeconds: this.#pace.heartbeat,
      retentionSeconds: 60 * daySeconds,
      deleteAfterSeconds: 3_600,
    }
  }

  async #work(job: Job<unknown>): Promise<void> {
    const around: Surroundings = { storage: this.#storage, boss: this.#boss, clock: this.#clock }
    const options = { includeMetadata: true, pollingIntervalSeconds: this.#pace.poll } as const
    const workers: string[] = []
    this.#workers.set(job.name, workers)
    for (let place = 0; place < job.terms.concurrency; place += 1) {
      const worker = await this.#boss.work<unknown>(job.name, options, async ([fetched]) => {
        if (fetched === undefined) return
        await this.#attempt(job, fetched, around)
        // There may be more of it, and what this one enqueued.
        this.#boss.notifyWorker(worker)
        this.wake()
      })
      workers.push(worker)
    }
  }

  async #attempt(job: Job<unknown>, fetched: Fetched, around: Surroundings): Promise<void> {
    try {
      await attempt(job, fetched, around)
    } catch (error) {
      const facts = { job: job.name, id: fetched.id, attempt: fetched.retryCount + 1 }
      if (!(error instanceof NotYet)) {
        this.#log.warn({ ...facts, err: error }, 'a job is to be tried again')
      }
      // Of an error only its name is stored: its text may quote the values it was about.
      throw new Error(error instanceof Error ? error.name : 'thrown')
    }
  }

  async #keepTime({ name, cron, run }: Schedule): Promise<void> {
    await this.#boss.schedule(name, cron, {}, { tz: 'UTC' })
    await this.#boss.work(name, { pollingIntervalSeconds: this.#pace.watch }, async ([turn]) => {
      if (turn === undefined) return
      try {
        await run(turn.signal)
      } catch (error) {
        this.#log.warn({ schedule: name, err: error }, 'a turn is to be tried again')
        throw new Error(error instanceof Error ? error.name : 'thrown')
      }
    })
  }

  async #relay(): Promise<void> {
    const names = [...this.#jobs.keys()]
    if (names.length === 0) return
    const { look } = this.#pace
    while (!this.#isStopping) {
      this.#isRung = false
      const isMore = await this.#round(names)
      if (!isMore) await this.#rest(look * 1_000)
    }
  }

  async #round(names: readonly string[]): Promise<boolean> {
    try {
      const isMore = await this.#look()
      const now = this.#clock()
      const moved = await relay({ storage: this.#storage, boss: this.#boss, names, now })
      this.#isAway = false
      for (const [name, count] of moved) {
        const workers = this.#workers.get(name) ?? []
        for (const worker of workers.slice(0, count)) this.#boss.notifyWorker(worker)
      }
      return isMore || [...moved.values()].reduce((sum, count) => sum + count, 0) >= relayRows
    } catch (error) {
      this.#complain(error)
      return false
    }
  }

  async #rest(ms: number): Promise<void> {
    if (this.#isRung || this.#isStopping) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#ring = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.#ring = undefined
  }

  /** A database that is away is said once, not with every look. */
  #complain(error: unknown): void {
    const code = faultCodeOf(error)
    if (code === undefined) {
      this.#log.error({ err: asError(error) }, 'jobs: something went wrong on our side')
      return
    }
    if (!this.#isAway) this.#log.warn({ code }, 'jobs: the database is away')
    this.#isAway = true
  }
}

/** The library hands on errors as plain objects, with what belonged to the error. */
function faultCodeOf(given: unknown): string | undefined {
  const { code }: { code?: unknown } = typeof given === 'object' && given !== null ? given : {}
  return typeof code === 'string' && code.startsWith('storage-') ? code : undefined
}

function asError(given: unknown): Error {
  if (given instanceof Error) return given
  const { message, stack }: { message?: unknown; stack?: unknown } =
    typeof given === 'object' && given !== null ? given : {}
  return Object.assign(new Error(String(message)), typeof stack === 'string' ? { stack } : {})
}
