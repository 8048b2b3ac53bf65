// SPDX-License-Identifier: EUPL-1.2
import type { Files } from '../files/files.ts'
import { newId } from '../http/ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { type Job, job, type Schedule, schedule, texts } from '../jobs/job.ts'
import type { Storage } from '../storage/storage.ts'
import type { Around, Going } from './around.ts'
import { followedUntil, moveFollowing, noteFollowing } from './following.ts'
import { matchDocuments, matchSubjects } from './matching/match.ts'
import { WarmThreads } from './matching/warm.ts'
import type { Bounds } from './providers/bounds.ts'
import { runFetch } from './providers/fetch.ts'
import { providerRows } from './providers/store.ts'
import { followQueue } from './queue/fresh.ts'
import { runImport } from './run.ts'
import { importRow, noteImport } from './store.ts'
import { subjectsSince } from './subjects.ts'

const terms = { retries: 3, longestRunSeconds: 3_600, isTracked: true } as const

const nobody = { progress: async () => {} }

/** Imports and matching: as jobs where there is somebody to do them, else at once. */
export class Vulnerabilities {
  readonly around: Around
  readonly importJob: Job<{ readonly import: string }>
  readonly matchJob: Job<{ readonly scope: string }>
  readonly fetchJob: Job<{ readonly provider: string }>
  /** Whether addresses that are not public may be asked, for a mirror of one's own. */
  readonly isPrivateAllowed: boolean
  readonly #fetched: (id: string, going: Going) => Promise<void>
  #isBehind = false
  #wake: () => void = () => {}

  constructor({
    storage,
    files,
    clock,
    isPrivateAllowed = false,
    bounds,
  }: {
    readonly storage: Storage
    readonly files: Files
    readonly clock: () => string
    readonly isPrivateAllowed?: boolean
    /** Of one round of fetching. */
    readonly bounds?: Bounds
  }) {
    this.around = { storage, files, clock, warm: new WarmThreads(storage) }
    this.isPrivateAllowed = isPrivateAllowed
    const outside = { isPrivateAllowed, ...(bounds === undefined ? {} : { bounds }) }
    this.#fetched = (id, going) => runFetch({ ...this.around, ...outside }, id, going)
    this.fetchJob = job(
      'advisories-fetch',
      texts('provider'),
      (data, run) => this.#fetched(data.provider, run),
      terms,
    )
    this.importJob = job(
      'advisories-import',
      texts('import'),
      (data, run) => runImport(this.around, data.import, run),
      terms,
    )
    this.matchJob = job(
      'advisories-match',
      texts('scope'),
      (data, run) => this.#match(run.tenant, readScope(data.scope), run),
      terms,
    )
  }

  get jobs(): readonly Job<never>[] {
    return [this.importJob, this.matchJob, this.fetchJob] as readonly Job<never>[]
  }

  /** Devices are registered and changed all day: what is otherwise is matched within a minute. */
  get schedules(): readonly Schedule[] {
    return [
      schedule('advisories-follow', '* * * * *', async (signal) => {
        for (const { id } of await this.around.storage.tenants()) {
          if (signal.aborted) return
          await this.follow(id, signal)
          await followQueue({ storage: this.around.storage, tenant: id, now: this.around.clock() })
        }
      }),
      // Once a day each; asked every hour, so that a server that was off makes up for it.
      schedule('advisories-fetch-due', '17 * * * *', async (signal) => {
        for (const { id } of await this.around.storage.tenants()) {
          if (signal.aborted) return
          await this.fetchDue(id)
        }
      }),
    ]
  }

  /** Gives how many rounds were begun. */
  async fetchDue(tenant: string): Promise<number> {
    const { storage, clock } = this.around
    const before = new Date(Date.parse(clock()) - fetchedAnewMs).toISOString()
    const rows = await storage.read(tenant, providerRows)
    const due = rows.filter(({ is_on, last_at }) => is_on && (last_at === null || last_at < before))
    for (const { id, made_by } of due) await this.fetch(tenant, id, made_by)
    return due.length
  }

  /** Gives the job; null where it was done at once. */
  async fetch(tenant: string, id: string, by: string): Promise<string | null> {
    const { storage, clock } = this.around
    if (!this.#isBehind) {
      await this.#fetched(id, { tenant, ...nobody })
      await this.follow(tenant)
      return null
    }
    const jobId = newId(clock())
    await storage.write(tenant, async (db) => {
      const asked = { now: clock(), id: jobId, askedBy: by }
      await enqueue(db, this.fetchJob, { provider: id }, asked)
      await db.updateTable('advisory_providers').set({ job: jobId }).where('id', '=', id).execute()
    })
    this.#wake()
    return jobId
  }

  /** From now on work is left to the jobs. */
  leaveToJobs(wake: () => void): void {
    this.#isBehind = true
    this.#wake = wake
  }

  /** Gives the job; null where it was done at once. */
  async bring(tenant: string, id: string, by: string): Promise<string | null> {
    const { storage, clock } = this.around
    if (!this.#isBehind) {
      await runImport(this.around, id, { tenant, ...nobody })
      await this.follow(tenant)
      return null
    }
    const jobId = newId(clock())
    await storage.write(tenant, async (db) => {
      const row = await importRow(db, id)
      const about = row === undefined ? {} : { about: { file: row.file_name } }
      const asked = { now: clock(), id: jobId, askedBy: by, ...about }
      await enqueue(db, this.importJob, { import: id }, asked)
      await noteImport(db, id, { job: jobId })
    })
    this.#wake()
    return jobId
  }

  async matchAgain(tenant: string, scope: Scope, by: string) {
    const { storage, clock } = this.around
    if (!this.#isBehind) {
      const counters = await this.#match(tenant, scope, nobody)
      return { job: null, counters }
    }
    const jobId = newId(clock())
    await storage.write(tenant, (db) =>
      enqueue(
        db,
        this.matchJob,
        { scope: JSON.stringify(scope) },
        { now: clock(), id: jobId, askedBy: by },
      ),
    )
    this.#wake()
    return { job: jobId, counters: {} }
  }

  /** Matches what was registered or changed since the last time; gives how many. */
  async follow(tenant: string, signal?: AbortSignal): Promise<number> {
    const { storage, clock, warm } = this.around
    const { since, ids, isIdle } = await storage.read(tenant, async (db) => {
      const from = await followedUntil(db)
      const any = await db.selectFrom('advisories').select('digest').limit(1).executeTakeFirst()
      const changed = any === undefined ? [] : await subjectsSince(db, from)
      return { since: from, ids: changed, isIdle: changed.length === 0 }
    })
    if (isIdle) return 0
    const going = { tenant, ...nobody, ...(signal === undefined ? {} : { signal }) }
    const isAll = since === -1 || ids.length > mostTogether
    await warm.use(going, async (held) => {
      const until = held.newest
      const counters = await matchSubjects(this.around, held, going, isAll ? undefined : ids)
      const at = clock()
      await storage.write(tenant, (db) =>
        isAll ? noteFollowing(db, { until, counters, at }) : moveFollowing(db, until, at),
      )
    })
    return ids.length
  }

  /** Now, or within a minute where work is left to the jobs. */
  async followSoon(tenant: string): Promise<void> {
    if (!this.#isBehind) await this.follow(tenant)
  }

  /** Ends the threads that are kept. */
  close(): void {
    this.around.warm.close()
  }

  async #match(
    tenant: string,
    { subjects, documents }: Scope,
    going: Pick<Going, 'progress' | 'signal'>,
  ): Promise<Readonly<Record<string, number>>> {
    const { storage, clock, warm } = this.around
    const run = {
      tenant,
      progress: going.progress.bind(going),
      ...(going.signal ? { signal: going.signal } : {}),
    }
    const counters = await warm.use(run, async (held) => {
      if (documents !== undefined) return matchDocuments(this.around, held, run, documents)
      const until = held.newest
      const told = await matchSubjects(this.around, held, run, subjects)
      if (subjects === undefined) {
        const at = clock()
        await storage.write(tenant, (db) => noteFollowing(db, { until, counters: told, at }))
      }
      return told
    })
    return counters as Record<string, number>
  }
}

const fetchedAnewMs = 22 * 3_600_000

/** More than this at once is everything, for what the reading of all advisories costs. */
const mostTogether = 2_000

export interface Scope {
  readonly subjects?: readonly string[] | undefined
  readonly documents?: readonly string[] | undefined
}

function readScope(text: string): Scope {
  return JSON.parse(text) as Scope
}
