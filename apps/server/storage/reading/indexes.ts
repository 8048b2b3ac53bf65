// SPDX-License-Identifier: EUPL-1.2
import { type Field, kind as kindOf, type RecordKind } from '@schouw/core/registers'
import type { Engine } from '../engine/engine.ts'

/** Fewer records than this are sorted while one waits; more are not. */
const manyRecords = 8_000
/** Characters of a text that is sorted by an index; an index holds no more than some 2,700 bytes. */
const longestText = 300

/**
 * Indexes for sorting and comparing by each field, for kinds of which there are very many. Made
 * when there are, not before: most registers never need them, and every change pays for them.
 * Gives the names of the indexes that are new.
 */
export async function indexLargeKinds(engine: Engine): Promise<readonly string[]> {
  const { rows } = await engine.pool.query<{ kind: string; records: number }>(
    `select kind, (share * reltuples)::float8 as records
     from pg_class c join pg_stats s on s.schemaname = 'schouw' and s.tablename = 'records'
       and s.attname = 'kind',
       unnest(s.most_common_vals::text::text[], s.most_common_freqs) as m(kind, share)
     where c.oid = 'schouw.records'::regclass`,
  )
  const large = rows.filter(({ records }) => records >= manyRecords)
  const made: string[] = []
  for (const { kind: name } of large) {
    const kind = kindOf(name)
    if (kind !== undefined) made.push(...(await indexKind(engine, kind)))
  }
  return made
}

async function indexKind(engine: Engine, kind: RecordKind): Promise<readonly string[]> {
  const made: string[] = []
  for (const [field, declared] of Object.entries(kind.fields)) {
    const by = indexedBy(kind, field, declared)
    if (by === undefined) continue
    const name = `records_${kind.name.replaceAll('-', '_')}_by_${field}`.slice(0, 63)
    const { rows } = await engine.pool.query('select to_regclass($1) as found', [`schouw.${name}`])
    if (rows[0]?.found !== null) continue
    // A server goes on writing meanwhile; the embedded engine has one connection anyway.
    const how = engine.name === 'postgres' ? 'concurrently if not exists' : 'if not exists'
    await engine.pool.query(
      `create index ${how} ${name} on schouw.records (tenant, ${by}, id) where kind = '${kind.name}'`,
    )
    made.push(name)
  }
  return made
}

/** Spelled as `fieldOrder` spells it. Names of kinds and fields are ours and hold no quotes. */
function indexedBy(kind: RecordKind, name: string, field: Field): string | undefined {
  if ('many' in field && field.many === true) return undefined
  switch (field.type) {
    case 'rows':
    case 'long_text':
      return undefined
    case 'text':
      return field.max > longestText ? undefined : `((document ->> '${name}') collate "C")`
    case 'whole':
    case 'euro':
      return `(document -> '${name}')`
    case 'decimal':
    case 'percent':
    case 'hours':
      return `(case when kind = '${kind.name}' then (document ->> '${name}')::numeric end)`
    default:
      return `((document ->> '${name}') collate "C")`
  }
}
