// SPDX-License-Identifier: EUPL-1.2
// Threads that hold the documents and devices of an organisation from one run to the next: what
// changed is added to them, and nothing is read or compiled again.
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { ownNames } from '../names.ts'
import { packedDocuments } from '../store.ts'
import { goneSubjects, newestSubject, subjectOf, subjectRows } from '../subjects.ts'
import { MatchingThread } from './thread.ts'

/** Each takes some hundred megabytes of memory for a thousand documents and ten thousand devices. */
const mostWarm = 2
/** Nothing was asked of it for so long: the memory is worth more than the second it takes to read. */
const idleMs = 10 * 60_000

interface Using {
  readonly tenant: string
  readonly signal?: AbortSignal | undefined
}

export class WarmThreads {
  readonly #storage: Storage
  #warm: Warm[] = []
  readonly #turns = new Map<string, Promise<void>>()
  #isClosed = false
  #timer: NodeJS.Timeout | undefined

  constructor(storage: Storage) {
    this.#storage = storage
  }

  /** One at a time for an organisation; with everything in it that is stored at that moment. */
  async use<Outcome>(
    { tenant, signal }: Using,
    work: (warm: Warm) => Promise<Outcome>,
  ): Promise<Outcome> {
    const before = this.#turns.get(tenant)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#turns.set(tenant, promise)
    await before
    const warm = this.#warmFor(tenant)
    const stop = () => warm.thread.close()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      signal?.throwIfAborted()
      await warm.refresh()
      return await work(warm)
    } catch (error) {
      // What it holds may be half of what was asked.
      this.#drop(warm)
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
      warm.usedAt = performance.now()
      if (this.#turns.get(tenant) === promise) this.#turns.delete(tenant)
      resolve()
      this.#tidy()
    }
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    for (const { thread } of this.#warm) thread.close()
    this.#warm = []
  }

  #warmFor(tenant: string): Warm {
    const found = this.#warm.find((one) => one.tenant === tenant)
    if (found !== undefined) return found
    const warm = new Warm(this.#storage, tenant)
    this.#warm.push(warm)
    return warm
  }

  #drop(warm: Warm): void {
    warm.thread.close()
    this.#warm = this.#warm.filter((one) => one !== warm)
  }

  #tidy(): void {
    clearTimeout(this.#timer)
    const idle = this.#warm
      .filter(({ tenant }) => !this.#turns.has(tenant))
      .sort((a, b) => a.usedAt - b.usedAt)
    const tooMany = this.#warm.length - mostWarm
    for (const [at, warm] of idle.entries()) {
      const isIdle = performance.now() - warm.usedAt >= idleMs
      if (this.#isClosed || at < tooMany || isIdle) this.#drop(warm)
    }
    if (this.#warm.length > 0) this.#timer = setTimeout(() => this.#tidy(), idleMs).unref()
  }
}

const nobody = '00000000-0000-0000-0000-000000000000'

export class Warm {
  readonly tenant: string
  readonly thread = new MatchingThread()
  /** Which catalogues it has, by digest. */
  readonly catalogues = new Map<string, string>()
  usedAt = 0
  readonly #storage: Storage
  readonly #documents = new Map<string, string>()
  /** Rows are never deleted: as many revisions are the same revisions. */
  #revisions = 0
  #newest = -1
  /** Digest of the names it recognises by, beyond ours. */
  #names = ''

  constructor(storage: Storage, tenant: string) {
    this.#storage = storage
    this.tenant = tenant
  }

  /** The last entry of the registers that is in it. */
  get newest(): number {
    return this.#newest
  }

  /** Takes in what was stored since. */
  async refresh(): Promise<void> {
    const { revisions, newest, own } = await this.#storage.read(this.tenant, async (db) => ({
      own: await ownNames(db),
      revisions: await revisionCount(db),
      newest: await newestSubject(db),
    }))
    if (own.digest !== this.#names) {
      await this.thread.ask('names', own.names)
      this.#names = own.digest
      this.#documents.clear()
      this.#revisions = 0
      this.#newest = -1
    }
    if (revisions !== this.#revisions) await this.#holdDocuments(revisions)
    if (newest !== this.#newest) await this.#holdSubjects(newest)
  }

  async #holdDocuments(revisions: number): Promise<void> {
    const rows = await this.#storage.read(this.tenant, currentDigests)
    const changed = rows.filter(({ document, digest }) => this.#documents.get(document) !== digest)
    const without = new Set(changed.map(({ document }) => document))
    const only = this.#documents.size === 0 ? undefined : [...without]
    for (let after = ''; without.size > 0; ) {
      const packed = await this.#storage.read(this.tenant, (db) =>
        packedDocuments(db, { after, only }),
      )
      const last = packed.at(-1)
      if (last === undefined) break
      await this.thread.ask('hold', { documents: packed })
      for (const { document } of packed) without.delete(document)
      after = last.document
    }
    // Too large to be kept by themselves: of what stood there before nothing holds any more.
    if (without.size > 0) await this.thread.ask('hold', { lost: [...without] })
    for (const { document, digest } of changed) this.#documents.set(document, digest)
    this.#revisions = revisions
  }

  async #holdSubjects(until: number): Promise<void> {
    const since = this.#newest
    for (let after = nobody; ; ) {
      const rows = await this.#storage.read(this.tenant, (db) =>
        subjectRows(db, { after, since, until }),
      )
      const last = rows.at(-1)
      if (last === undefined) break
      await this.thread.ask('hold', { subjects: rows.map(subjectOf) })
      after = last.id
    }
    const gone =
      since === -1 ? [] : await this.#storage.read(this.tenant, (db) => goneSubjects(db, since))
    if (gone.length > 0) await this.thread.ask('hold', { gone })
    this.#newest = until
  }
}

async function revisionCount(db: Database): Promise<number> {
  const { rows } = await sql<{ all: string }>`select count(*) as all from advisories`.execute(db)
  return Number(rows[0]?.all ?? 0)
}

function currentDigests(db: Database) {
  return db
    .selectFrom('advisories')
    .select(['document', 'digest'])
    .where('is_current', '=', true)
    .execute()
}
