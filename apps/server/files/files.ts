// SPDX-License-Identifier: EUPL-1.2
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { StorageFault } from '../storage/fault.ts'
import type { Storage } from '../storage/storage.ts'
import { FolderStore } from './folder-store.ts'
import { type ArrivalRefusal, Incoming } from './incoming.ts'
import { everNamed } from './references.ts'
import { type FileRow, storeFile, touchFile } from './rows.ts'
import type { Claim } from './sniffing/claims.ts'
import type { ByteRange, FileStore } from './store.ts'

export interface Upload extends Claim {
  readonly tenant: string
  readonly by: string
  readonly at: string
  /** SHA-256 in hex that the bytes are said to have. */
  readonly digest?: string | undefined
  readonly stream: AsyncIterable<Uint8Array>
}

export interface FilesOptions {
  readonly storage: Storage
  /** The data folder: what comes in lies there first, also when it is kept elsewhere. */
  readonly folder: string
  /** By default a folder beside the database. */
  readonly store?: FileStore
}

/** Files to which nothing ever referred stay this long after somebody last brought them. */
export const unusedDays = 90
const dayMs = 86_400_000

/** The files of every tenant: what is on record in storage, and the bytes in a store. */
export class Files {
  readonly store: FileStore
  readonly #storage: Storage
  readonly #incoming: Incoming

  constructor({ storage, folder, store }: FilesOptions) {
    this.#storage = storage
    this.store = store ?? new FolderStore(join(folder, 'files'))
    this.#incoming = new Incoming(join(folder, 'files', 'incoming'))
  }

  /**
   * 1. The bytes are on disk and judged before anything is known of them.
   * 2. A file that is on record already is touched, so that it is not on its way out meanwhile.
   * 3. The bytes get their place, then the record. A crash in between leaves bytes that nobody
   *    knows; the same upload, made again, finishes it.
   */
  async take(upload: Upload): Promise<Outcome<FileRow, ArrivalRefusal>> {
    const { tenant, by, at, name, mediaType } = upload
    const arrived = await this.#incoming.take(upload.stream, upload)
    if (!arrived.ok) return arrived
    const { digest, bytes, type, doubts, path } = arrived.value
    try {
      const state = await this.#storage.write(tenant, (db) => touchFile(db, digest, at))
      if (state === 'leaving') {
        throw new StorageFault('storage-unavailable', 'the same file is just being removed')
      }
      const stored = await this.store.size(tenant, digest)
      if (stored !== bytes) await this.store.put(tenant, digest, path)
      const row = await this.#storage.write(tenant, (db) =>
        storeFile(db, { digest, size: bytes, type, doubts, name, claimedType: mediaType, by, at }),
      )
      return ok(row)
    } finally {
      await rm(path, { force: true })
    }
  }

  open(tenant: string, digest: string, range?: ByteRange): Promise<Readable | undefined> {
    return this.store.open(tenant, digest, range)
  }

  /**
   * Takes away what nothing has ever referred to for so long; gives the digests. What a killed
   * process left half removed is finished first.
   */
  async collect(tenant: string, now: string, days = unusedDays): Promise<readonly string[]> {
    const before = new Date(Date.parse(now) - days * dayMs).toISOString()
    const marked = await this.#storage.write(tenant, async (db) => {
      const old = await db
        .selectFrom('files')
        .select(['digest', 'state'])
        .where((where) =>
          where.or([
            where('state', '=', 'leaving'),
            where.and([
              where('state', 'in', ['stored', 'quarantined']),
              where('touched_at', '<', before),
            ]),
          ]),
        )
        .execute()
      if (old.length === 0) return []
      const named = await everNamed(db)
      // What is on its way out has no bytes to count on any more, whoever names it since.
      const unused = old
        .filter(({ digest, state }) => state === 'leaving' || !named.has(digest))
        .map(({ digest }) => digest)
      if (unused.length === 0) return []
      const rows = await db
        .updateTable('files')
        .set({ state: 'leaving' })
        .where('digest', 'in', unused)
        // Somebody may have brought one while the records were being read.
        .where((where) =>
          where.or([where('state', '=', 'leaving'), where('touched_at', '<', before)]),
        )
        .returning('digest')
        .execute()
      return rows.map(({ digest }) => digest)
    })
    for (const digest of marked) await this.#finish(tenant, digest)
    return marked
  }

  /**
   * Takes the bytes of one file away at once, for whoever named it in this table and does so no more.
   * False where something else names it, or it is gone. Cut off, `collect` finishes it.
   */
  async erase(
    tenant: string,
    digest: string,
    namedIn: NonNullable<Parameters<typeof everNamed>[1]>,
  ): Promise<boolean> {
    const isLeaving = await this.#storage.write(tenant, async (db) => {
      if ((await everNamed(db, namedIn)).has(digest)) return false
      const { numUpdatedRows } = await db
        .updateTable('files')
        .set({ state: 'leaving' })
        .where('digest', '=', digest)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    })
    if (isLeaving) await this.#finish(tenant, digest)
    return isLeaving
  }

  async #finish(tenant: string, digest: string): Promise<void> {
    await this.store.remove(tenant, digest)
    await this.#storage.write(tenant, (db) =>
      db.deleteFrom('files').where('digest', '=', digest).where('state', '=', 'leaving').execute(),
    )
  }

  /**
   * Clears away what uploads that were cut off have left. At the start of the only process that has
   * the folder that is everything; otherwise what is too old to be still coming in.
   */
  sweep({ isAlone = false }: { readonly isAlone?: boolean } = {}): Promise<number> {
    return this.#incoming.sweep(isAlone ? 0 : undefined)
  }
}

/** What a request asks for by `Range`; undefined is everything. RFC 9110, section 14. */
export function rangeOf(
  header: string | undefined,
  size: number,
): Outcome<ByteRange | undefined, 'range-outside'> {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  // Several ranges at once, or another unit: the whole is a right answer too.
  if (first === '' && last === '') return ok(undefined)
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < from) return ok(undefined)
  if (from >= size || to < from) return refuse('range-outside', { size })
  return ok({ from, to })
}
