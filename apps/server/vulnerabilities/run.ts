// SPDX-License-Identifier: EUPL-1.2
// What an import and a matching run do, step by step. Every step bears being done again.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Files } from '../files/files.ts'
import type { Steps } from '../jobs/job.ts'
import { entryAlone } from '../sources/accept.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import type { DocumentRead, ReadPart, ReadProblem } from './matching/messages.ts'
import { MatchingThread, TooLarge } from './matching/thread.ts'
import { refreshQueue } from './queue/refresh.ts'
import {
  currentsOf,
  importRow,
  noteImport,
  packedDocuments,
  replaceMatches,
  type Storing,
  storeCatalogue,
  storeDocument,
  storedOf,
  storeFacts,
} from './store.ts'
import { dropGone, newestSubject, subjectCount, subjectOf, subjectRows } from './subjects.ts'

export interface Around {
  readonly storage: Storage
  readonly files: Files
  readonly clock: () => string
}

/** The run of a job, as far as this needs one. */
export interface Going {
  readonly tenant: string
  readonly signal?: AbortSignal
  progress(steps: Steps): Promise<void>
}

const mostProblems = 200

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
  signatures_not_checked: number
  catalogues: number
}

/** Reads what was carried in, keeps it, and matches what is new or otherwise. */
export async function runImport(around: Around, id: string, going: Going): Promise<void> {
  const { storage, clock } = around
  const { tenant } = going
  const row = await storage.read(tenant, (db) => importRow(db, id))
  if (row === undefined || row.state === 'done') return
  const thread = new MatchingThread(going.signal)
  const note = (set: Parameters<typeof noteImport>[2]) =>
    storage.write(tenant, (db) => noteImport(db, id, set))
  const problems: ReadProblem[] = []
  try {
    await note({ state: 'reading' })
    const from = { id, digest: row.digest, name: row.file_name }
    const taken = await readInto(around, thread, going, { ...row, ...from, problems })
    await note({ state: 'matching' })
    const newest = await storage.read(tenant, newestSubject)
    await refreshFacts(around, thread, tenant)
    const matched = await matchDocuments(around, thread, going, taken.changed)
    await storage.write(tenant, (db) => beginFollowing(db, newest, matched, clock()))
    // What is exploited may move any line.
    if (taken.counters.catalogues > 0) await refreshQueue({ storage, tenant, now: clock() })
    const counters = { ...taken.counters, ...matched }
    const payload = { what: 'advisories', input_sha256: row.digest, ...whole(counters) }
    const told = await storage.apply(tenant, entryAlone(id, 'matched', row.made_by, payload))
    const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
    await note({
      state: 'done',
      counters,
      problems: problems.slice(0, mostProblems),
      finished_at: clock(),
      ...(entry === undefined ? {} : { entry }),
    })
  } catch (error) {
    // What was read stays, and none of it may stay unmatched: the next turn holds all of it.
    await storage.write(tenant, forgetFollowing)
    if (going.signal?.aborted === true) {
      await note({
        state: 'cancelled',
        problems: problems.slice(0, mostProblems),
        finished_at: clock(),
      })
      throw error
    }
    if (!(error instanceof TooLarge)) throw error
    problems.unshift({ path: row.file_name, expected: 'a document that fits', found: 'too large' })
    await note({ state: 'failed', problems: problems.slice(0, mostProblems), finished_at: clock() })
  } finally {
    thread.close()
  }
}

/** The first advisories are held against everything: from there on only what changes is followed. */
async function beginFollowing(db: Database, newest: number, counters: object, at: string) {
  const known = await db
    .selectFrom('vulnerability_catalogues')
    .select('name')
    .where('name', '=', 'matching')
    .executeTakeFirst()
  if (known !== undefined || Object.keys(counters).length === 0) return
  const row = {
    name: 'matching' as const,
    digest: String(newest),
    asOf: at,
    bytes: null,
    counters,
    at,
  }
  await storeCatalogue(db, row)
}

async function forgetFollowing(db: Database): Promise<void> {
  await db
    .updateTable('vulnerability_catalogues')
    .set({ digest: '-1' })
    .where('name', '=', 'matching')
    .execute()
}

interface Reading {
  readonly id: string
  readonly digest: string
  readonly name: string
  readonly licence: string
  readonly origin: string
  readonly size: number
  readonly problems: ReadProblem[]
}

async function readInto(
  { storage, files, clock }: Around,
  thread: MatchingThread,
  { tenant, progress }: Going,
  reading: Reading,
): Promise<{ readonly counters: Counters; readonly changed: readonly string[] }> {
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
    signatures_not_checked: 0,
    catalogues: 0,
  }
  try {
    const bytes = await files.open(tenant, reading.digest)
    if (bytes === undefined) throw new Error('the file of an import is gone')
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
    await thread.ask('open', { path, name: reading.name })
    for (;;) {
      const part = await thread.ask('next', null)
      reading.problems.push(...part.problems)
      counters.other_files += part.others
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
  const storing: Storing[] = []
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
  await storage.write(tenant, async (db) => {
    for (const one of storing) await storeDocument(db, one)
  })
}

function count(read: DocumentRead, counters: Counters): void {
  if (read.oddities.length > 0) counters.invalid_documents += 1
  if (read.hash === 'matched') counters.digests_matched += 1
  if (read.hash === 'differs') counters.digests_differ += 1
  if (read.hasSignature) counters.signatures_not_checked += 1
}

/** Matches these documents with every subject, and puts the outcome in the place of the old one. */
export async function matchDocuments(
  around: Around,
  thread: MatchingThread,
  going: Going,
  documents: readonly string[],
): Promise<object> {
  if (documents.length === 0) return {}
  const { storage, clock } = around
  const counted = await addDocuments(around, thread, going.tenant, documents)
  const sums = { subjects: 0, unknown_vendor: 0, not_assessable: 0 }
  const total = await storage.read(going.tenant, (db) => subjectCount(db))
  const outcome = { new_matches: 0, changed_matches: 0, gone_matches: 0 }
  const touched = new Set<string>()
  for await (const { told, ids, count } of matchedSubjects(around, thread, going.tenant)) {
    const scope = { documents, subjects: ids }
    const replaced = await storage.write(going.tenant, (db) =>
      replaceMatches(db, scope, told.rows, clock()),
    )
    sums.subjects += count
    await going.progress({ done: sums.subjects, total, of: 'devices' })
    sums.unknown_vendor += told.unknownVendor.length
    sums.not_assessable += told.notAssessable.length
    outcome.new_matches += replaced.fresh
    outcome.changed_matches += replaced.changed
    outcome.gone_matches += replaced.gone
    for (const id of replaced.touched) touched.add(id)
  }
  await refreshQueue({ storage, tenant: going.tenant, now: clock(), subjects: [...touched] })
  return {
    product_entries: counted.entries,
    unreadable_ranges: counted.unreadable,
    conditional_ranges: counted.conditional,
    ...sums,
    ...outcome,
  }
}

/** Matches these subjects, or all, with every document that counts. */
export async function matchSubjects(
  around: Around,
  going: Going,
  subjects?: readonly string[],
): Promise<object> {
  const { storage, clock } = around
  const thread = new MatchingThread(going.signal)
  try {
    const counted = await addDocuments(around, thread, going.tenant)
    const total = await storage.read(going.tenant, (db) => subjectCount(db, subjects))
    const sums = {
      subjects: 0,
      unknown_vendor: 0,
      not_assessable: 0,
      fresh: 0,
      changed: 0,
      gone: 0,
    }
    const touched = new Set<string>()
    for await (const { told, ids, count } of matchedSubjects(
      around,
      thread,
      going.tenant,
      subjects,
    )) {
      const outcome = await storage.write(going.tenant, (db) =>
        replaceMatches(db, { subjects: ids }, told.rows, clock()),
      )
      sums.subjects += count
      sums.unknown_vendor += told.unknownVendor.length
      sums.not_assessable += told.notAssessable.length
      sums.fresh += outcome.fresh
      sums.changed += outcome.changed
      sums.gone += outcome.gone
      for (const id of outcome.touched) touched.add(id)
      await going.progress({ done: sums.subjects, total, of: 'devices' })
    }
    if (subjects === undefined) {
      sums.gone += await storage.write(going.tenant, (db) => dropGone(db))
    }
    const { tenant } = going
    const whose = subjects === undefined ? {} : { subjects: [...touched] }
    await refreshQueue({ storage, tenant, now: clock(), ...whose })
    return { product_entries: counted.entries, unreadable_ranges: counted.unreadable, ...sums }
  } finally {
    thread.close()
  }
}

async function addDocuments(
  { storage }: Around,
  thread: MatchingThread,
  tenant: string,
  only?: readonly string[],
) {
  let counted = { entries: 0, unreadable: 0, conditional: 0 }
  for (let after = ''; ; ) {
    const documents = await storage.read(tenant, (db) => packedDocuments(db, { after, only }))
    const last = documents.at(-1)
    if (last === undefined) return counted
    counted = await thread.ask('add', { documents })
    after = last.document
  }
}

async function* matchedSubjects(
  { storage }: Around,
  thread: MatchingThread,
  tenant: string,
  ids?: readonly string[],
) {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await storage.read(tenant, (db) => subjectRows(db, { after, ids }))
    const last = rows.at(-1)
    if (last === undefined) return
    const told = await thread.ask('match', { assets: rows.map(subjectOf) })
    yield { told, ids: rows.map(({ id }) => id), count: rows.length }
    after = last.id
  }
}

/** What the catalogues say of the vulnerabilities that advisories name now. */
async function refreshFacts({ storage }: Around, thread: MatchingThread, tenant: string) {
  const { catalogues, weaknesses } = await storage.read(tenant, async (db) => ({
    catalogues: await db
      .selectFrom('vulnerability_catalogues')
      .select(['name', 'bytes'])
      .where('name', 'in', ['kev', 'epss'])
      .execute(),
    weaknesses: await db
      .selectFrom('advisories')
      .select('weaknesses')
      .where('is_current', '=', true)
      .execute(),
  }))
  const bytesOf = (name: string) => catalogues.find((one) => one.name === name)?.bytes ?? null
  const names = [...new Set(weaknesses.flatMap((row) => row.weaknesses))]
  const facts = await thread.ask('facts', {
    kev: bytesOf('kev'),
    epss: bytesOf('epss'),
    weaknesses: names,
  })
  await storage.write(tenant, (db) => storeFacts(db, facts))
}

/** The log takes whole numbers. */
function whole(counters: object): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counters).filter(([, value]) => Number.isInteger(value)),
  ) as Record<string, number>
}
