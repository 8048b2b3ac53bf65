// SPDX-License-Identifier: EUPL-1.2
// Documents and subjects held against each other, and what came of it put in the place of before.
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Around, Going } from '../around.ts'
import { refreshQueue } from '../queue/refresh.ts'
import {
  forgetSubjectDigests,
  type Replaced,
  replaceMatches,
  storeFacts,
  storeGrounds,
  storeSubjectDigests,
  subjectDigests,
} from '../store.ts'
import { dropGone } from '../subjects.ts'
import type { Counted, Matched, MatchedSubject } from './messages.ts'
import type { Warm } from './warm.ts'

/** More documents than this are held together with all others. */
const fewDocuments = 50
/** More lines than of these are made together with all others. */
const manySubjects = 2_000

/** Matches these documents with every subject, and puts the outcome in the place of the old one. */
export async function matchDocuments(
  around: Around,
  warm: Warm,
  going: Going,
  documents: readonly string[],
): Promise<object> {
  if (documents.length === 0) return {}
  if (documents.length > fewDocuments) return matchSubjects(around, warm, going)
  const { storage, clock } = around
  const { thread } = warm
  const { tenant } = going
  const counted = await thread.ask('begin', { documents })
  const sums = new Sums()
  const part = await thread.ask('more', null)
  const replaced = await storage.write(tenant, async (db) => {
    await storeGrounds(db, part.grounds)
    const rows = rowsOf(part.subjects)
    const told = await replaceMatches(db, { documents, rows, at: clock() })
    if (told.subjects.length > 0) await forgetSubjectDigests(db, told.subjects)
    return told
  })
  sums.add(part, replaced)
  await going.progress({ done: sums.count, total: null, of: 'devices' })
  await refreshQueue({ storage, tenant, now: clock(), ...sums.touched })
  return sums.told(counted)
}

/** Matches these subjects, or all, with every document that counts. */
export async function matchSubjects(
  { storage, clock }: Around,
  { thread }: Warm,
  going: Going,
  subjects?: readonly string[],
): Promise<object> {
  const { tenant } = going
  const counted = await thread.ask('begin', subjects === undefined ? {} : { subjects })
  const sums = new Sums()
  // Evidence is told once in a run, and may be wanted only by a later part of it.
  let grounds: Matched['grounds'] = []
  for (let isLast = false; !isLast; ) {
    const part = await thread.ask('more', null)
    isLast = part.isLast
    grounds = [...grounds, ...part.grounds]
    const changed = await changedOf(storage, tenant, part.subjects)
    if (changed.length > 0) {
      const replaced = await storage.write(tenant, async (db) => {
        await storeGrounds(db, grounds)
        return replaceSubjects(db, changed, clock())
      })
      grounds = []
      sums.add(part, replaced)
    } else sums.add(part)
    await going.progress({ done: sums.count, total: null, of: 'devices' })
  }
  sums.outcome.gone += await storage.write(tenant, (db) => dropGone(db, subjects))
  if (subjects === undefined) await storage.write(tenant, dropGrounds)
  // Of named devices, what they are in may be otherwise although their matches are not.
  const whose = subjects === undefined ? sums.touched : { subjects }
  const isMany = whose.subjects.length > manySubjects
  await refreshQueue({ storage, tenant, now: clock(), ...(isMany ? {} : whose) })
  return sums.told(counted)
}

async function changedOf(
  storage: Storage,
  tenant: string,
  subjects: readonly MatchedSubject[],
): Promise<readonly MatchedSubject[]> {
  const ids = subjects.map(({ id }) => id)
  const known = await storage.read(tenant, (db) => subjectDigests(db, ids))
  return subjects.filter(({ id, digest }) => known.get(id) !== digest)
}

async function replaceSubjects(
  db: Database,
  changed: readonly MatchedSubject[],
  at: string,
): Promise<Replaced> {
  const subjects = changed.map(({ id }) => id)
  const replaced = await replaceMatches(db, { subjects, rows: rowsOf(changed), at })
  await storeSubjectDigests(db, changed)
  return replaced
}

/** Evidence that no match names any more. */
async function dropGrounds(db: Database): Promise<void> {
  await sql`
    delete from vulnerability_grounds g where not exists (
      select from vulnerability_matches m where m.grounds = g.digest)`.execute(db)
}

function rowsOf(subjects: readonly MatchedSubject[]): string {
  const rows = subjects.flatMap(({ rows }) => (rows === '' ? [] : [rows]))
  return `[${rows.join()}]`
}

class Sums {
  count = 0
  readonly outcome = { fresh: 0, changed: 0, gone: 0 }
  #unknownVendor = 0
  #notAssessable = 0
  readonly #subjects = new Set<string>()
  readonly #weaknesses = new Set<string>()

  add({ count, unknownVendor, notAssessable }: Matched, replaced?: Replaced): void {
    this.count += count
    this.#unknownVendor += unknownVendor
    this.#notAssessable += notAssessable
    if (replaced === undefined) return
    this.outcome.fresh += replaced.fresh
    this.outcome.changed += replaced.changed
    this.outcome.gone += replaced.gone
    for (const id of replaced.subjects) this.#subjects.add(id)
    for (const name of replaced.weaknesses) this.#weaknesses.add(name)
  }

  get touched() {
    return { subjects: [...this.#subjects], weaknesses: [...this.#weaknesses] }
  }

  told({ entries, unreadable, conditional }: Counted): object {
    return {
      product_entries: entries,
      unreadable_ranges: unreadable,
      conditional_ranges: conditional,
      subjects: this.count,
      unknown_vendor: this.#unknownVendor,
      not_assessable: this.#notAssessable,
      new_matches: this.outcome.fresh,
      changed_matches: this.outcome.changed,
      gone_matches: this.outcome.gone,
    }
  }
}

/** What the catalogues say of the vulnerabilities that these documents name, or that any names. */
export async function refreshFacts(
  { storage }: Around,
  { thread, catalogues }: Warm,
  { tenant, documents }: { readonly tenant: string; readonly documents: readonly string[] },
): Promise<void> {
  const { kept, named } = await storage.read(tenant, async (db) => ({
    kept: await db
      .selectFrom('vulnerability_catalogues')
      .select(['name', 'digest'])
      .where('name', 'in', ['kev', 'epss'])
      .execute(),
    named: await weaknessNames(db, documents),
  }))
  const fresh = kept.filter(({ name, digest }) => catalogues.get(name) !== digest)
  for (const { name, digest } of fresh) {
    const packed = await storage.read(tenant, (db) => catalogueBytes(db, name))
    if (packed !== null) await thread.ask('catalogue', { name: name as 'kev', packed })
    catalogues.set(name, digest)
  }
  const isAll = fresh.length > 0
  const names = isAll ? await storage.read(tenant, (db) => weaknessNames(db, null)) : named
  const facts = await thread.ask('facts', names)
  if (isAll || facts.length > 0) {
    await storage.write(tenant, (db) => storeFacts(db, facts, { isAll }))
  }
}

async function catalogueBytes(db: Database, name: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('vulnerability_catalogues')
    .select('bytes')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.bytes ?? null
}

async function weaknessNames(db: Database, documents: readonly string[] | null) {
  let query = db.selectFrom('advisories').select('weaknesses').where('is_current', '=', true)
  if (documents !== null) {
    query = query.where('document', '=', sql<string>`any(${[...documents]}::text[])`)
  }
  const rows = await query.execute()
  return [...new Set(rows.flatMap((row) => row.weaknesses))]
}
