// SPDX-License-Identifier: EUPL-1.2
// Reads what was carried in, part by part, and keeps each document once.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Storage } from '../storage/storage.ts'
import type { Around, Going } from './around.ts'
import type { DocumentRead, ReadPart, ReadProblem } from './matching/messages.ts'
import type { MatchingThread } from './matching/thread.ts'
import {
  currentsOf,
  nextChange,
  type Storing,
  storeCatalogue,
  storeDocument,
  storedOf,
} from './store.ts'

interface Counters {
  documents: number
  new_documents: number
  new_revisions: number
  /** Revisions in which nothing changed that matters to a match. */
  quiet_revisions: number
  older_revisions: number
  known_documents: number
  invalid_documents: number
  other_files: number
  digests_matched: number
  digests_differ: number
  signatures_good: number
  /** Left out: not what an accepted key signed. */
  signatures_bad: number
  signatures_unknown: number
  signatures_not_checked: number
  catalogues: number
}

export interface Reading {
  readonly id: string
  readonly digest: string
  readonly name: string
  readonly licence: string
  readonly origin: string
  readonly size: number
  /** Armoured: those that signatures of it are held against. */
  readonly keys: readonly string[]
  readonly problems: ReadProblem[]
}

export interface Taken {
  readonly counters: Counters
  /** Documents that say something they did not say before. */
  readonly changed: readonly string[]
}

export async function readInto(
  { storage, files, clock }: Around,
  thread: MatchingThread,
  { tenant, progress }: Going,
  reading: Reading,
): Promise<Taken> {
  const path = join(tmpdir(), `schouw-advisories-${randomUUID()}`)
  const changed = new Set<string>()
  const counters: Counters = {
    documents: 0,
    new_documents: 0,
    new_revisions: 0,
    quiet_revisions: 0,
    older_revisions: 0,
    known_documents: 0,
    invalid_documents: 0,
    other_files: 0,
    digests_matched: 0,
    digests_differ: 0,
    signatures_good: 0,
    signatures_bad: 0,
    signatures_unknown: 0,
    signatures_not_checked: 0,
    catalogues: 0,
  }
  try {
    const bytes = await files.open(tenant, reading.digest)
    if (bytes === undefined) throw new Error('the file of an import is gone')
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
    await thread.ask('open', { path, name: reading.name, keys: reading.keys })
    for (;;) {
      const part = await thread.ask('next', null)
      reading.problems.push(...part.problems)
      counters.other_files += part.others
      counters.signatures_bad += part.forged
      await keepCatalogues(storage, tenant, part, clock())
      counters.catalogues += part.catalogues.length
      await keepDocuments({ storage, thread, tenant, at: clock() }, part.documents, {
        reading,
        counters,
        changed,
      })
      // Of an archive nobody knows beforehand how much is in it.
      await progress({ done: counters.documents, total: null, of: 'documents' })
      if (part.isLast) break
    }
  } finally {
    await rm(path, { force: true })
  }
  return { counters, changed: [...changed] }
}

async function keepCatalogues(storage: Storage, tenant: string, part: ReadPart, at: string) {
  for (const { name, sha256, asOf, packed, count } of part.catalogues) {
    const row = { name, digest: sha256, asOf, bytes: packed, counters: { count }, at }
    await storage.write(tenant, (db) => storeCatalogue(db, row))
  }
}

interface Keeping {
  readonly storage: Storage
  readonly thread: MatchingThread
  readonly tenant: string
  readonly at: string
}

interface Kept {
  readonly reading: Reading
  readonly counters: Counters
  readonly changed: Set<string>
}

/** One part in one transaction: a revision may follow another in the same part. */
async function keepDocuments(
  { storage, thread, tenant, at }: Keeping,
  documents: readonly DocumentRead[],
  { reading, counters, changed }: Kept,
): Promise<void> {
  const { known, currents } = await storage.read(tenant, async (db) => ({
    known: await storedOf(
      db,
      documents.map(({ sha256 }) => sha256),
    ),
    currents: await currentsOf(
      db,
      documents.map(({ document }) => document),
    ),
  }))
  const storing: Omit<Storing, 'change'>[] = []
  for (const read of documents) {
    counters.documents += 1
    count(read, counters)
    if (known.has(read.sha256)) {
      counters.known_documents += 1
      continue
    }
    known.add(read.sha256)
    const current = currents.get(read.document)
    const compared =
      current?.bytes == null || read.packed === null
        ? null
        : await thread.ask('compare', { before: current.bytes, after: read.packed })
    const isCurrent = current === undefined || compared === null || compared.isNewer
    const { id, licence, origin } = reading
    storing.push({
      read,
      import: id,
      licence,
      origin,
      at,
      isCurrent,
      former: isCurrent ? (current?.digest ?? null) : null,
      compared: isCurrent ? compared : null,
    })
    if (!isCurrent) counters.older_revisions += 1
    else if (current === undefined) counters.new_documents += 1
    else counters.new_revisions += 1
    if (!isCurrent) continue
    currents.set(read.document, { digest: read.sha256, bytes: read.packed })
    if (compared !== null && compared.changes.length === 0) counters.quiet_revisions += 1
    else changed.add(read.document)
  }
  if (storing.length === 0) return
  await storage.write(tenant, async (db) => {
    const change = await nextChange(db, at)
    for (const one of storing) await storeDocument(db, { ...one, change })
  })
}

function count(read: DocumentRead, counters: Counters): void {
  if (read.oddities.length > 0) counters.invalid_documents += 1
  if (read.hash === 'matched') counters.digests_matched += 1
  if (read.hash === 'differs') counters.digests_differ += 1
  if (read.signature === 'good') counters.signatures_good += 1
  else if (read.signature === 'not_checked') counters.signatures_not_checked += 1
  else if (read.signature !== 'absent') counters.signatures_unknown += 1
}
