// SPDX-License-Identifier: EUPL-1.2
// Threads that hold the documents and devices of an organisation from one run to the next: what
// changed is added to them, and nothing is read or compiled again.
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { namesIn } from '../names.ts'
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
  /** The work takes in by itself what is stored, once it has stored its own. */
  readonly isTakingIn?: boolean
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
    { tenant, signal, isTakingIn = false }: Using,
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
      if (!isTakingIn) await warm.refresh()
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
  /** Up to which change of the documents it has them. */
  #change = -1
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
    const found = await this.#storage.read(this.tenant, async (db) => {
      const rows = await db
        .selectFrom('vulnerability_catalogues')
        .select(['name', 'digest', 'bytes', 'as_of'])
        .where('name', 'in', ['names', 'documents'])
        .execute()
      const own = namesIn(rows.find(({ name }) => name === 'names'))
      const change = Number(rows.find(({ name }) => name === 'documents')?.digest ?? 0)
      const since = own.digest === this.#names ? this.#change : -1
      return {
        own,
        change,
        newest: await newestSubject(db),
        documents: change === since ? undefined : await documentsSince(db, since),
      }
    })
    const { own, change, newest, documents } = found
    if (own.digest !== this.#names) {
      await this.thread.ask('names', own.names)
      this.#names = own.digest
      this.#newest = -1
    }
    if (documents !== undefined) await this.#holdDocuments(documents)
    this.#change = change
    if (newest !== this.#newest) await this.#holdSubjects(newest)
  }

  async #holdDocuments({ changed, deleted, first }: DocumentsSince): Promise<void> {
    const without = new Set(changed)
    const only = first === undefined ? undefined : changed
    for (let after = ''; without.size > 0; ) {
      const packed =
        first !== undefined && after === ''
          ? first
          : await this.#storage.read(this.tenant, (db) => packedDocuments(db, { after, only }))
      const last = packed.at(-1)
      if (last === undefined) break
      await this.thread.ask('hold', { documents: packed })
      for (const { document } of packed) without.delete(document)
      after = last.document
    }
    // Too large to be kept by themselves, or taken away: of what stood there nothing holds any more.
    const lost = [...without, ...deleted]
    if (lost.length > 0) await this.thread.ask('hold', { lost })
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

interface DocumentsSince {
  readonly changed: readonly string[]
  /** Taken away and not brought again. */
  readonly deleted: readonly string[]
  /** Some of them, packed, by their names; absent where all there are are to be read. */
  readonly first: Awaited<ReturnType<typeof packedDocuments>> | undefined
}

async function documentsSince(db: Database, since: number): Promise<DocumentsSince> {
  const rows = await db
    .selectFrom('advisories')
    .select('document')
    .where('is_current', '=', true)
    .where('change', '>', since)
    .execute()
  const changed = rows.map(({ document }) => document)
  if (since === -1) return { changed, deleted: [], first: undefined }
  const gone = await db
    .selectFrom('advisory_deletions')
    .select('document')
    .distinct()
    .where('change', '>', since)
    .execute()
  const known = new Set(changed)
  const deleted = gone.map(({ document }) => document).filter((document) => !known.has(document))
  const first = changed.length === 0 ? [] : await packedDocuments(db, { after: '', only: changed })
  return { changed, deleted, first }
}
