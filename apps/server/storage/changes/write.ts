// SPDX-License-Identifier: EUPL-1.2

import type { Tile } from '@schouw/core/ledger/tiles'
import { kind as kindOf, type RecordVersion } from '@schouw/core/registers'
import type { EntryBytes } from '../ledger/entry-bytes.ts'
import { type Derived, derived } from '../records/derive.ts'
import { metaOf } from '../records/row.ts'
import type { Transaction } from '../session.ts'
import type { Errand, Pending } from './change.ts'

/** All that one transaction adds to a tenant. */
export interface Writing {
  readonly entries: readonly (EntryBytes & { readonly index: number })[]
  /** Records in their newest version. */
  readonly records: readonly Written[]
  /** Versions that are no longer the newest. */
  readonly former: readonly Written[]
  readonly tiles: readonly Tile[]
  readonly head: { readonly size: number; readonly root: Uint8Array; readonly at: string }
  readonly pending: readonly { readonly id: string; readonly act: Pending }[]
  readonly errands: readonly Errand[]
  readonly answers: readonly {
    readonly key: string
    readonly digest: Uint8Array
    readonly answer: unknown
  }[]
}

export interface Written {
  readonly record: RecordVersion
  /** Index of the entry that made this version. */
  readonly entry: number
  /** As the database has it; undefined for a record that is new in it. */
  readonly stored: RecordVersion | undefined
}

interface Row extends Written {
  readonly derived: Derived
}

/** Sends everything without waiting in between; resolves when all of it is in the transaction. */
export async function write(transaction: Transaction, writing: Writing): Promise<void> {
  const records = writing.records.map(rowOf)
  const sent = [
    ...writeLog(transaction, writing),
    ...writeRecords(transaction, records),
    ...writeFormer(transaction, writing.former.map(rowOf)),
    ...writeLinks(transaction, records),
    ...writeUniques(transaction, records),
    ...writeBeside(transaction, writing),
  ]
  const results = await Promise.allSettled(sent)
  // The first one failed by itself, the ones behind it because the transaction had.
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

function rowOf(written: Written): Row {
  const kind = kindOf(written.record.kind)
  if (kind === undefined) throw new Error(`no kind ${written.record.kind}`)
  return { ...written, derived: derived(kind, written.record.values) }
}

const insertEntries = `insert into log_entries (entry, at, leaf, header)
  select * from unnest($1::bigint[], $2::timestamptz[], $3::bytea[], $4::bytea[])`

const insertPayloads = `insert into log_payloads (entry, slot, salt, bytes)
  select * from unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])`

const insertTiles = `insert into log_tiles (level, tile, hashes, root)
  select * from unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`

const updateHead = 'update logs set size = $1, root = $2, at = $3 where tenant = app_tenant()'

function writeLog(transaction: Transaction, { entries, tiles, head }: Writing): Promise<unknown>[] {
  if (entries.length === 0) return []
  const slots = entries.flatMap(({ index, slots: of }) => of.map((slot) => ({ index, ...slot })))
  const send = (name: string, text: string, values: readonly unknown[]) =>
    transaction.query({ name, text, values })
  return [
    send('add_entries', insertEntries, [
      entries.map(({ index }) => index),
      entries.map(({ at }) => at),
      entries.map(({ leaf }) => leaf),
      entries.map(({ header }) => header),
    ]),
    send('add_payloads', insertPayloads, [
      slots.map(({ index }) => index),
      slots.map(({ slot }) => slot),
      slots.map(({ salt }) => salt),
      slots.map(({ bytes }) => bytes),
    ]),
    ...(tiles.length === 0
      ? []
      : [
          send('add_tiles', insertTiles, [
            tiles.map(({ level }) => level),
            tiles.map(({ index }) => index),
            tiles.map(({ bytes }) => bytes),
            tiles.map(({ root }) => root),
          ]),
        ]),
    send('set_head', updateHead, [head.size, head.root, head.at]),
  ]
}

const upsertRecords = `insert into records (id, kind, version, state, is_retired, document, meta,
    natural_key, title, sort_title, search, owner, entry, first_entry, changed_at, changed_by)
  select id, kind, version, state, is_retired, document::jsonb, meta::jsonb,
    natural_key, title, sort_title, search, owner, entry, entry, changed_at, changed_by
  from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::boolean[], $6::text[],
    $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::uuid[], $13::bigint[],
    $14::timestamptz[], $15::text[])
  as n(id, kind, version, state, is_retired, document, meta, natural_key, title, sort_title, search,
    owner, entry, changed_at, changed_by)
  on conflict (tenant, id) do update set version = excluded.version, state = excluded.state,
    is_retired = excluded.is_retired, document = excluded.document, meta = excluded.meta,
    natural_key = excluded.natural_key, title = excluded.title, sort_title = excluded.sort_title,
    search = excluded.search, owner = excluded.owner, entry = excluded.entry,
    changed_at = excluded.changed_at, changed_by = excluded.changed_by`

function writeRecords(transaction: Transaction, rows: readonly Row[]): Promise<unknown>[] {
  if (rows.length === 0) return []
  const values = [
    rows.map(({ record }) => record.id),
    rows.map(({ record }) => record.kind),
    rows.map(({ record }) => record.version),
    rows.map(({ record }) => record.state),
    rows.map(({ record }) => record.retired !== null),
    rows.map(({ record }) => JSON.stringify(record.values)),
    rows.map(({ record }) => JSON.stringify(metaOf(record))),
    rows.map((row) => row.derived.naturalKey),
    rows.map((row) => row.derived.title),
    rows.map((row) => row.derived.sortTitle),
    rows.map((row) => row.derived.search),
    rows.map((row) => row.derived.owner),
    rows.map(({ entry }) => entry),
    rows.map(({ record }) => record.changed.at),
    rows.map(({ record }) => record.changed.by),
  ]
  return [transaction.query({ name: 'put_records', text: upsertRecords, values })]
}

const insertFormer = `insert into record_versions (id, kind, version, state, is_retired, document,
    meta, title, sort_title, search, owner, entry, changed_at, changed_by)
  select id, kind, version, state, is_retired, document::jsonb,
    meta::jsonb, title, sort_title, search, owner, entry, changed_at, changed_by
  from unnest($1::uuid[], $2::text[], $3::integer[], $4::text[], $5::boolean[], $6::text[],
    $7::text[], $8::text[], $9::text[], $10::text[], $11::uuid[], $12::bigint[],
    $13::timestamptz[], $14::text[])
  as n(id, kind, version, state, is_retired, document, meta, title, sort_title, search, owner,
    entry, changed_at, changed_by)`

function writeFormer(transaction: Transaction, rows: readonly Row[]): Promise<unknown>[] {
  if (rows.length === 0) return []
  const values = [
    rows.map(({ record }) => record.id),
    rows.map(({ record }) => record.kind),
    rows.map(({ record }) => record.version),
    rows.map(({ record }) => record.state),
    rows.map(({ record }) => record.retired !== null),
    rows.map(({ record }) => JSON.stringify(record.values)),
    rows.map(({ record }) => JSON.stringify(metaOf(record))),
    rows.map((row) => row.derived.title),
    rows.map((row) => row.derived.sortTitle),
    rows.map((row) => row.derived.search),
    rows.map((row) => row.derived.owner),
    rows.map(({ entry }) => entry),
    rows.map(({ record }) => record.changed.at),
    rows.map(({ record }) => record.changed.by),
  ]
  return [transaction.query({ name: 'add_versions', text: insertFormer, values })]
}

const deleteLinks = 'delete from record_links where id = any($1::uuid[])'
const insertLinks = `insert into record_links (id, field, target, kind)
  select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[])`

function writeLinks(transaction: Transaction, rows: readonly Row[]): Promise<unknown>[] {
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

function writeUniques(transaction: Transaction, rows: readonly Row[]): Promise<unknown>[] {
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
function isSame({ record, stored, derived: now }: Row, part: (of: Derived) => unknown): boolean {
  const kind = kindOf(record.kind)
  const before =
    stored === undefined || kind === undefined ? [] : part(derived(kind, stored.values))
  return JSON.stringify(before) === JSON.stringify(part(now))
}

const putPending = `insert into pending_acts (id, kind, record, act, is_answered, asked_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, id) do update set act = excluded.act, is_answered = excluded.is_answered`

const addErrand = `insert into outbox (id, topic, payload, at, due_at) values ($1, $2, $3, $4, $5)`

const addAnswer = `insert into idempotency_keys (key, digest, answer, at) values ($1, $2, $3, $4)`

function writeBeside(transaction: Transaction, writing: Writing): Promise<unknown>[] {
  const { pending, errands, answers, head } = writing
  return [
    ...pending.map(({ id, act }) => {
      const { kind, id: record, answer, asked } = act
      const values = [id, kind, record, JSON.stringify(act), answer !== null, asked.at]
      return transaction.query({ name: 'put_pending', text: putPending, values })
    }),
    ...errands.map(({ id, topic, payload, dueAt = head.at }) => {
      const values = [id, topic, JSON.stringify(payload), head.at, dueAt]
      return transaction.query({ name: 'add_errand', text: addErrand, values })
    }),
    ...answers.map(({ key, digest, answer }) => {
      const values = [key, digest, JSON.stringify(answer), head.at]
      return transaction.query({ name: 'add_answer', text: addAnswer, values })
    }),
  ]
}
