// SPDX-License-Identifier: EUPL-1.2
// What an import does, step by step. Every step bears being done again.
import { entryAlone } from '../sources/accept.ts'
import type { Database } from '../storage/dialect.ts'
import type { Around, Going } from './around.ts'
import { beginFollowing, forgetFollowing } from './following.ts'
import { matchDocuments, refreshFacts } from './matching/match.ts'
import type { ReadProblem } from './matching/messages.ts'
import { MatchingThread, TooLarge } from './matching/thread.ts'
import { acceptedKeys } from './providers/keys.ts'
import { refreshQueue } from './queue/refresh.ts'
import { type Reading, readInto, type Taken } from './read-into.ts'
import { importRow, noteImport } from './store.ts'

const mostProblems = 200
/** What is small is read where the documents are held; what is large may end the thread it is in. */
const smallBytes = 8 * 1024 * 1024

/** Reads what was carried in, keeps it, and matches what is new or otherwise. */
export async function runImport(around: Around, id: string, going: Going): Promise<void> {
  const { storage, clock } = around
  const { tenant } = going
  const known = await storage.read(tenant, (db) => rowAndKeys(db, id))
  if (known === undefined || known.row.state === 'done') return
  const { row, keys } = known
  const problems: ReadProblem[] = []
  const noted = (db: Database, set: Parameters<typeof noteImport>[2]) =>
    noteImport(db, id, { ...set, problems: problems.slice(0, mostProblems) })
  const note = (set: Parameters<typeof noteImport>[2]) =>
    storage.write(tenant, (db) => noted(db, set))
  const reading = { ...row, name: row.file_name, keys, problems }
  try {
    // Of what is small nobody sees between two looks where it is.
    if (row.size > smallBytes) await note({ state: 'reading' })
    const { counters, matched, until } = await readAndMatch(around, going, reading)
    const payload = { what: 'advisories', input_sha256: row.digest, ...whole(counters) }
    const told = await storage.apply(tenant, entryAlone(id, 'matched', row.made_by, payload))
    const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
    const end = { state: 'done', counters, finished_at: clock() }
    await storage.write(tenant, async (db) => {
      await beginFollowing(db, until, matched, clock())
      await noted(db, entry === undefined ? end : { ...end, entry })
    })
  } catch (error) {
    // What was read stays, and none of it may stay unmatched: the next turn holds all of it.
    await storage.write(tenant, forgetFollowing)
    if (going.signal?.aborted === true) {
      await note({ state: 'cancelled', finished_at: clock() })
      throw error
    }
    if (!(error instanceof TooLarge)) throw error
    problems.unshift({ path: row.file_name, expected: 'a document that fits', found: 'too large' })
    await note({ state: 'failed', finished_at: clock() })
  }
}

async function rowAndKeys(db: Database, id: string) {
  const row = await importRow(db, id)
  return row === undefined ? undefined : { row, keys: await acceptedKeys(db, row.origin) }
}

interface Done {
  /** Of what was read and of what it was held against. */
  readonly counters: object
  readonly matched: object
  /** The last entry of the registers that it was held against. */
  readonly until: number
}

async function readAndMatch(around: Around, going: Going, reading: Reading): Promise<Done> {
  const { storage, clock, warm } = around
  const { tenant } = going
  const early = reading.size > smallBytes ? await readApart(around, going, reading) : undefined
  return warm.use({ ...going, isTakingIn: true }, async (held) => {
    const taken: Taken = early ?? (await readInto(around, held.thread, going, reading))
    if (early !== undefined) {
      await storage.write(tenant, (db) => noteImport(db, reading.id, { state: 'matching' }))
    }
    await held.refresh()
    await refreshFacts(around, held, { tenant, documents: taken.changed })
    const matched = await matchDocuments(around, held, going, taken.changed)
    // What is exploited may move any line.
    if (taken.counters.catalogues > 0) await refreshQueue({ storage, tenant, now: clock() })
    return { counters: { ...taken.counters, ...matched }, matched, until: held.newest }
  })
}

async function readApart(around: Around, going: Going, reading: Reading): Promise<Taken> {
  const thread = new MatchingThread(going.signal)
  try {
    return await readInto(around, thread, going, reading)
  } finally {
    thread.close()
  }
}

/** The log takes whole numbers. */
function whole(counters: object): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counters).filter(([, value]) => Number.isInteger(value)),
  ) as Record<string, number>
}
