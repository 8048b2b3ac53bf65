// SPDX-License-Identifier: EUPL-1.2
import { type RecordRow, recordColumns } from '../records/row.ts'
import type { Transaction } from '../session.ts'

export interface VersionAsStored extends RecordRow {
  readonly is_retired: boolean
  readonly title: string
  readonly sort_title: string
  readonly search: string
  readonly owner: string | null
  readonly entry: number
  readonly is_whole: boolean
}

export interface RecordAsStored extends VersionAsStored {
  readonly natural_key: string
  readonly first_entry: number
  /** Whether the words to search by are those of `search`. */
  readonly is_indexed: boolean
}

const columns = `${recordColumns.map((name) => `r.${name}`).join(', ')}, r.is_retired, r.title,
  r.sort_title, r.search, r.owner, r.entry,
  (date_trunc('milliseconds', r.changed_at) = r.changed_at) as is_whole`

/** Of these records, those whose newest version an entry of the window made. */
export async function storedRecords(
  transaction: Transaction,
  ids: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly RecordAsStored[]> {
  const { rows } = await transaction.query<RecordAsStored>({
    name: 'inspect_records',
    text: `select ${columns}, r.natural_key, r.first_entry,
        (r.terms = array_to_tsvector(string_to_array(r.search, ' '))) as is_indexed
      from records r where r.id = any($1::uuid[]) and r.entry >= $2 and r.entry < $3`,
    values: [ids, from, to],
  })
  return rows
}

export async function storedVersions(
  transaction: Transaction,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<readonly VersionAsStored[]> {
  const { rows } = await transaction.query<VersionAsStored>({
    name: 'inspect_versions',
    text: `select ${columns} from unnest($1::uuid[], $2::integer[]) as n(id, version)
      join record_versions r on r.id = n.id and r.version = n.version`,
    values: [wanted.map(({ id }) => id), wanted.map(({ version }) => version)],
  })
  return rows
}

export interface LinkAsStored {
  readonly id: string
  readonly field: string
  readonly target: string
  readonly kind: string
}

export interface UniqueAsStored {
  readonly id: string
  readonly kind: string
  readonly field: string
  readonly value: string
}

export async function storedLinks(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly LinkAsStored[]> {
  const { rows } = await transaction.query<LinkAsStored>({
    name: 'inspect_links',
    text: 'select id, field, target, kind from record_links where id = any($1::uuid[])',
    values: [ids],
  })
  return rows
}

export async function storedUniques(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly UniqueAsStored[]> {
  const { rows } = await transaction.query<UniqueAsStored>({
    name: 'inspect_uniques',
    text: 'select id, kind, field, value from record_uniques where id = any($1::uuid[])',
    values: [ids],
  })
  return rows
}

/** Headers of single entries. */
export async function storedHeaders(
  transaction: Transaction,
  entries: readonly number[],
): Promise<ReadonlyMap<number, Uint8Array>> {
  if (entries.length === 0) return new Map()
  const { rows } = await transaction.query<{ entry: number; header: Uint8Array }>({
    name: 'inspect_headers',
    text: 'select entry, header from log_entries where entry = any($1::bigint[])',
    values: [entries],
  })
  return new Map(rows.map(({ entry, header }) => [entry, header]))
}

export interface Counts {
  readonly records: number
  readonly versions: number
}

export async function countRecords(transaction: Transaction): Promise<Counts> {
  const { rows } = await transaction.query<Counts>({
    text: `select (select count(*) from records) as records,
      (select count(*) from record_versions) as versions`,
  })
  return rows[0] ?? { records: 0, versions: 0 }
}

export interface Stray {
  readonly kind: string
  readonly id: string
  readonly version: number
}

/** Records that no entry tells of, the first hundred. */
export async function strayRecords(transaction: Transaction): Promise<readonly Stray[]> {
  const { rows } = await transaction.query<Stray>({
    text: `select kind, id, version from (
        select kind, id, version, entry from records
        union all select kind, id, version, entry from record_versions) r
      where not exists (select from log_entries e where e.entry = r.entry
        and position('"subject":"' || r.id || '"' in encode(e.header, 'escape')) > 0)
      order by id, version limit 100`,
  })
  return rows
}

/** Links and unique values of records that are not there, the first hundred of each. */
export async function strayLinks(transaction: Transaction): Promise<readonly LinkAsStored[]> {
  const { rows } = await transaction.query<LinkAsStored>({
    text: `select id, field, target, kind from record_links l
        where not exists (select from records r where r.id = l.id)
      union all select id, field, null, kind from record_uniques u
        where not exists (select from records r where r.id = u.id)
      limit 100`,
  })
  return rows
}
