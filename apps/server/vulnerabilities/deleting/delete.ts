// SPDX-License-Identifier: EUPL-1.2
// Takes an advisory away: the log knows it first, then its rows go in one transaction, then its bytes.
import { newId } from '../../http/ids.ts'
import { entryAlone } from '../../sources/accept.ts'
import type { Around } from '../around.ts'
import { textDigest } from '../decide.ts'
import { refreshQueue } from '../queue/refresh.ts'
import { deletionRow, noteLeft, revisionsOf, takeAway, unheldFiles } from './rows.ts'

export interface Deleting {
  readonly tenant: string
  readonly by: string
  readonly document: string
  readonly reason: string
  readonly isKept: boolean
}

/** Undefined where there is no such document, or somebody else has just taken it away. */
export async function deleteAdvisory(around: Around, deleting: Deleting) {
  const { storage, files, clock, warm } = around
  const { tenant, by, document, reason, isKept } = deleting
  const revisions = await storage.read(tenant, (db) => revisionsOf(db, document))
  if (revisions.length === 0) return undefined
  const at = clock()
  const id = newId(at)
  const payload = {
    what: 'advisory-deletion',
    document,
    revisions: revisions.map(({ digest }) => digest),
    bytes: isKept ? 'kept' : 'erased',
    reason_sha256: textDigest(reason),
  }
  // 1. The log. A crash after it leaves a document that is still there, and somebody who asks again.
  const told = await storage.apply(tenant, entryAlone(id, 'deleted', by, payload))
  const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
  if (entry === undefined) throw new Error('a deletion without an entry')
  // 2. Everything that stands on the document. The queue is said to be behind in the same breath: a
  //    crash after it leaves lines that the next round makes anew.
  const gone = await storage.write(tenant, (db) =>
    takeAway(db, { id, document, reason, isKept, entry, at, by }),
  )
  if (gone === undefined) return undefined
  await warm.use({ tenant }, async () => {})
  if (gone.subjects.length > 0) await refreshQueue({ storage, tenant, now: clock(), ...gone })
  // 3. The files it was carried in with, where nothing else was in them.
  if (!isKept) {
    const { alone, left } = await storage.read(tenant, (db) => unheldFiles(db, id))
    let others = left
    for (const digest of alone) {
      if (!(await files.erase(tenant, digest, 'advisory_imports'))) others += 1
    }
    await storage.write(tenant, (db) => noteLeft(db, id, others))
  }
  return storage.read(tenant, (db) => deletionRow(db, id))
}
