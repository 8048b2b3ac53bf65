// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { DocumentProblem } from '../documents/read.ts'
import type { Framework, FrameworkRequirement } from './framework.ts'
import type { OneMap } from './mappings.ts'

export interface FrameworkRow {
  readonly id: string
  readonly key: string
  readonly format: string
  readonly title: string
  readonly version: string | null
  readonly locale: string | null
  readonly file_name: string
  readonly digest: string
  readonly size: number
  readonly result_digest: string
  readonly requirement_count: number
  readonly problems: unknown
  readonly entry: number | null
  readonly made_at: string
  readonly made_by: string
}

const columns = [
  'id',
  'key',
  'format',
  'title',
  'version',
  'locale',
  'file_name',
  'digest',
  'size',
  'result_digest',
  'requirement_count',
  'problems',
  'entry',
  'made_at',
  'made_by',
] as const

export async function frameworkRows(db: Database): Promise<readonly FrameworkRow[]> {
  return db.selectFrom('frameworks').select(columns).orderBy('title').orderBy('id').execute()
}

export async function frameworkRow(db: Database, id: string): Promise<FrameworkRow | undefined> {
  return db.selectFrom('frameworks').select(columns).where('id', '=', id).executeTakeFirst()
}

export type NewFramework = Pick<
  FrameworkRow,
  'id' | 'file_name' | 'digest' | 'size' | 'result_digest' | 'made_at' | 'made_by'
> & { readonly problems: readonly DocumentProblem[] }

/** Rows of one statement. */
const together = 500

/** In the place of an earlier edition under the same key; what people mapped stays. Gives its id. */
export async function storeFramework(
  db: Database,
  framework: Framework,
  { problems, ...about }: NewFramework,
): Promise<string> {
  const { key, format, title, version, locale, requirements } = framework
  const row = {
    ...about,
    key,
    format,
    title,
    version,
    locale,
    requirement_count: requirements.length,
    problems: JSON.stringify(problems),
    entry: null,
  }
  const { id: _, key: __, ...renewed } = row
  const { id } = await db
    .insertInto('frameworks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'key']).doUpdateSet(renewed))
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.deleteFrom('framework_requirements').where('framework', '=', id).execute()
  for (let at = 0; at < requirements.length; at += together) {
    const rows = requirements.slice(at, at + together).map((one, index) => ({
      framework: id,
      number: at + index,
      requirement: one.requirement,
      parent: one.parent,
      ref: one.ref,
      title: one.title,
      description: one.description,
      words: JSON.stringify(one.words),
      is_assessable: one.isAssessable,
    }))
    await db.insertInto('framework_requirements').values(rows).execute()
  }
  return id
}

export async function concludeFramework(db: Database, id: string, entry: number): Promise<void> {
  await db.updateTable('frameworks').set({ entry }).where('id', '=', id).execute()
}

export interface NumberedRequirement extends FrameworkRequirement {
  readonly number: number
}

export async function requirementRows(
  db: Database,
  framework: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<readonly NumberedRequirement[]> {
  const rows = await db
    .selectFrom('framework_requirements')
    .selectAll()
    .where('framework', '=', framework)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ is_assessable, words, ...row }) => ({
    number: row.number,
    requirement: row.requirement,
    parent: row.parent,
    ref: row.ref,
    title: row.title,
    description: row.description,
    words: words as FrameworkRequirement['words'],
    isAssessable: is_assessable,
  }))
}

/** Which of these names the framework has. */
export async function knownRequirements(
  db: Database,
  framework: string,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('framework_requirements')
    .select('requirement')
    .where('framework', '=', framework)
    .where('requirement', '=', sql<string>`any(${[...names]}::text[])`)
    .execute()
  return new Set(rows.map(({ requirement }) => requirement))
}

export interface MappingRow {
  readonly framework: string
  readonly requirement: string
  readonly origin: 'document' | 'person'
  readonly maps: readonly OneMap[]
  readonly note: string | null
  readonly made_by: string
  readonly made_at: string
}

export async function mappingRows(
  db: Database,
  framework?: string,
): Promise<readonly MappingRow[]> {
  let query = db
    .selectFrom('framework_mappings')
    .select(['framework', 'requirement', 'origin', 'maps', 'note', 'made_by', 'made_at'])
  if (framework !== undefined) query = query.where('framework', '=', framework)
  const rows = await query.orderBy('framework').orderBy('requirement').orderBy('origin').execute()
  // Written below and nowhere else.
  return rows as readonly MappingRow[]
}

/** What counts of each requirement: a person before a document. */
export function counting(rows: readonly MappingRow[]): ReadonlyMap<string, MappingRow> {
  const found = new Map<string, MappingRow>()
  for (const row of rows) {
    const key = row.requirement
    if (row.origin === 'person' || !found.has(key)) found.set(key, row)
  }
  return found
}

export async function storeMapping(
  db: Database,
  mapping: Omit<MappingRow, 'maps'> & { readonly maps: readonly OneMap[]; readonly entry: number },
): Promise<void> {
  const { maps, ...rest } = mapping
  const row = { ...rest, maps: JSON.stringify(maps) }
  await db
    .insertInto('framework_mappings')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'framework', 'requirement', 'origin']).doUpdateSet(row),
    )
    .execute()
}

/** Leaves the requirement to what a document says. */
export async function forgetMapping(
  db: Database,
  framework: string,
  requirement: string,
): Promise<void> {
  await db
    .deleteFrom('framework_mappings')
    .where('framework', '=', framework)
    .where('requirement', '=', requirement)
    .where('origin', '=', 'person')
    .execute()
}
