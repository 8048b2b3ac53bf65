// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Derived, derived } from '../records/derive.ts'
import { metaOf } from '../records/row.ts'
import type { Sent, Transaction } from '../session.ts'

export interface Written {
  readonly record: RecordVersion
  /** Index of the entry that made this version. */
  readonly entry: number
  /** Of the record's first version. */
  readonly firstEntry: number
  /** As the database has it; undefined for a record that is new in it. */
  readonly stored: RecordVersion | undefined
}

interface Row extends Written {
  readonly derived: Derived
}

/**
 * Records in their newest version, and versions between that and the one in the database. All is
 * sent without waiting in between.
 */
export function writeRecords(
  transaction: Transaction,
  newest: readonly Written[],
  former: readonly Written[],
): Sent {
  const rows = newest.map(rowOf)
  const fresh = rows.filter(({ stored }) => stored === undefined)
  const changed = rows.filter(({ stored }) => stored !== undefined)
  return [
    ...keepVersions(transaction, changed),
    ...sendRows(transaction, 'update_records', updateRecords, changed),
    ...sendRows(transaction, 'add_records', insertRecords, fresh),
    ...sendRows(transaction, 'add_versions', insertFormer, former.map(rowOf)),
    ...writeLinks(transaction, rows),
    ...writeUniques(transaction, rows),
  ]
}

/** Whether all there is to write of these records are their own rows. */
export function areRowsAlone(newest: readonly Written[]): boolean {
  return newest.every((written) => {
    const row = rowOf(written)
    const isKnown = row.stored !== undefined
    return isKnown && isSame(row, ({ links }) => links) && isSame(row, ({ uniques }) => uniques)
  })
}

/** What `updating` takes. */
export function valuesOf(newest: readonly Written[]): readonly unknown[] {
  return rowValues(newest.map(rowOf))
}

function rowOf(written: Written): Row {
  return { ...written, derived: derived(written.record) }
}

const rowsGiven = `rows from (
    unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::boolean[], $6::text[],
      $7::text[], $8::text[], $9::text[], $10::uuid[], $11::bigint[], $12::bigint[],
      $13::timestamptz[], $14::text[]),
    jsonb_array_elements($15::jsonb), jsonb_array_elements($16::jsonb))
  as n(id, kind, version, state, is_retired, natural_key, title, sort_title, search, owner, entry,
    first_entry, changed_at, changed_by, document, meta)`

const columns = `id, kind, version, state, is_retired, title, sort_title, search, owner, entry,
    changed_at, changed_by, document, meta`

const insertRecords = `insert into records (${columns}, natural_key, first_entry)
  select ${columns}, natural_key, first_entry from ${rowsGiven}`

/** Before the rows are updated, or in the same statement: what they hold is not sent twice. */
export const keepFormer = `insert into record_versions (${columns})
  select ${columns} from records where id = any($1::uuid[])`

function keepVersions(transaction: Transaction, changed: readonly Row[]): Sent {
  if (changed.length === 0) return []
  const values = [changed.map(({ record }) => record.id)]
  return [transaction.query({ name: 'keep_versions', text: keepFormer, values })]
}

export const updateRecords = `update records r set version = n.version, state = n.state,
    is_retired = n.is_retired, document = n.document, meta = n.meta, natural_key = n.natural_key,
    title = n.title, sort_title = n.sort_title, search = n.search, owner = n.owner,
    entry = n.entry, changed_at = n.changed_at, changed_by = n.changed_by
  from ${rowsGiven} where r.id = n.id`

const insertFormer = `insert into record_versions (${columns}) select ${columns} from ${rowsGiven}`

function sendRows(
  transaction: Transaction,
  name: string,
  text: string,
  rows: readonly Row[],
): Sent {
  return rows.length === 0 ? [] : [transaction.query({ name, text, values: rowValues(rows) })]
}

function rowValues(rows: readonly Row[]): readonly unknown[] {
  return [
    rows.map(({ record }) => record.id),
    rows.map(({ record }) => record.kind),
    rows.map(({ record }) => record.version),
    rows.map(({ record }) => record.state),
    rows.map(({ record }) => record.retired !== null),
    rows.map((row) => row.derived.naturalKey),
    rows.map((row) => row.derived.title),
    rows.map((row) => row.derived.sortTitle),
    rows.map((row) => row.derived.search),
    rows.map((row) => row.derived.owner),
    rows.map(({ entry }) => entry),
    rows.map(({ firstEntry }) => firstEntry),
    rows.map(({ record }) => record.changed.at),
    rows.map(({ record }) => record.changed.by),
    // As one text each: in a list of texts every quotation mark would be escaped and read twice.
    JSON.stringify(rows.map(({ record }) => record.values)),
    JSON.stringify(rows.map(({ record }) => metaOf(record))),
  ]
}

const deleteLinks = 'delete from record_links where id = any($1::uuid[])'
const insertLinks = `insert into record_links (id, field, target, kind)
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])`

function writeLinks(transaction: Transaction, rows: readonly Row[]): Sent {
  const changed = rows.filter((row) => !isSame(row, ({ links }) => links))
  const ids = changed.filter(({ stored }) => stored !== undefined).map(({ record }) => record.id)
  const links = changed.flatMap(({ record, derived: { links: of } }) =>
    of.map((link) => ({ ...link, id: record.id, kind: record.kind })),
  )
  const removal = { name: 'drop_links', text: deleteLinks, values: [ids] }
  const addition = {
    name: 'add_links',
    text: insertLinks,
    values: [
      links.map(({ id }) => id),
      links.map(({ field }) => field),
      links.map(({ target }) => target),
      links.map(({ kind }) => kind),
    ],
  }
  return [
    ...(ids.length === 0 ? [] : [transaction.query(removal)]),
    ...(links.length === 0 ? [] : [transaction.query(addition)]),
  ]
}

const deleteUniques = 'delete from record_uniques where id = any($1::uuid[])'
const insertUniques = `insert into record_uniques (kind, field, value, id)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[])`

function writeUniques(transaction: Transaction, rows: readonly Row[]): Sent {
  const changed = rows.filter((row) => !isSame(row, ({ uniques }) => uniques))
  const ids = changed.filter(({ stored }) => stored !== undefined).map(({ record }) => record.id)
  const uniques = changed.flatMap(({ record, derived: { uniques: of } }) =>
    of.map((unique) => ({ ...unique, id: record.id, kind: record.kind })),
  )
  const removal = { name: 'drop_uniques', text: deleteUniques, values: [ids] }
  const addition = {
    name: 'add_uniques',
    text: insertUniques,
    values: [
      uniques.map(({ kind }) => kind),
      uniques.map(({ field }) => field),
      uniques.map(({ value }) => value),
      uniques.map(({ id }) => id),
    ],
  }
  return [
    ...(ids.length === 0 ? [] : [transaction.query(removal)]),
    ...(uniques.length === 0 ? [] : [transaction.query(addition)]),
  ]
}

/** Whether a part that follows from the values is as the database already has it. */
function isSame({ stored, derived: now }: Row, part: (of: Derived) => unknown): boolean {
  const before = stored === undefined ? [] : part(derived(stored))
  return JSON.stringify(before) === JSON.stringify(part(now))
}
