// SPDX-License-Identifier: EUPL-1.2
import { type RecordRow, recordColumns, recordOf } from '../records/row.ts'
import type { Statement, Transaction } from '../session.ts'
import { keyField, type Questions, type View } from './view.ts'

type StandingRow = RecordRow & { readonly entry: number; readonly leaf: Uint8Array }

const columns = recordColumns.map((name) => `r.${name}`).join(', ')

const byIds = `select ${columns}, r.entry, e.leaf
  from records r join log_entries e on e.entry = r.entry
  where r.id = any($1::uuid[])`

const byKeys = `select r.kind, r.natural_key as value, r.id
  from unnest($1::text[], $2::text[]) as k(kind, value)
  join records r on r.kind = k.kind and r.natural_key = k.value`

const byUniques = `select u.kind, u.field, u.value, u.id
  from unnest($1::text[], $2::text[], $3::text[]) as k(kind, field, value)
  join record_uniques u on u.kind = k.kind and u.field = k.field and u.value = k.value`

const byReferences = `select l.kind, l.field, l.target, l.id
  from unnest($1::text[], $2::text[], $3::uuid[]) as k(kind, field, target)
  join record_links l on l.target = k.target and l.kind = k.kind and l.field = k.field`

/** Fetches what was asked, and tells the view. The questions go out together. */
export async function answer(
  transaction: Transaction,
  view: View,
  questions: Questions,
): Promise<void> {
  await Promise.all([
    records(transaction, view, questions),
    keys(transaction, view, questions),
    uniques(transaction, view, questions),
    references(transaction, view, questions),
  ])
}

async function records(transaction: Transaction, view: View, { ids }: Questions): Promise<void> {
  if (ids.size === 0) return
  const found = await rows<StandingRow>(transaction, 'records_by_id', byIds, [[...ids]])
  const byId = new Map(found.map((row) => [row.id, row]))
  for (const id of ids) {
    const row = byId.get(id)
    const standing =
      row === undefined ? undefined : { record: recordOf(row), entry: row.entry, leaf: row.leaf }
    view.learnRecord(id, standing)
  }
}

async function keys(transaction: Transaction, view: View, { holders }: Questions): Promise<void> {
  const asked = [...holders.values()].filter(({ field }) => field === keyField)
  if (asked.length === 0) return
  const found = await rows<{ kind: string; value: string; id: string }>(
    transaction,
    'records_by_key',
    byKeys,
    [asked.map(({ kind }) => kind), asked.map(({ value }) => value)],
  )
  const ids = new Map(found.map(({ kind, value, id }) => [`${kind} ${value}`, id]))
  for (const holder of asked) view.learnHolder(holder, ids.get(`${holder.kind} ${holder.value}`))
}

async function uniques(
  transaction: Transaction,
  view: View,
  { holders }: Questions,
): Promise<void> {
  const asked = [...holders.values()].filter(({ field }) => field !== keyField)
  if (asked.length === 0) return
  const found = await rows<{ kind: string; field: string; value: string; id: string }>(
    transaction,
    'uniques',
    byUniques,
    [
      asked.map(({ kind }) => kind),
      asked.map(({ field }) => field),
      asked.map(({ value }) => value),
    ],
  )
  const name = (one: { kind: string; field: string; value: string }) =>
    `${one.kind} ${one.field} ${one.value}`
  const ids = new Map(found.map((row) => [name(row), row.id]))
  for (const holder of asked) view.learnHolder(holder, ids.get(name(holder)))
}

async function references(
  transaction: Transaction,
  view: View,
  { references: asked }: Questions,
): Promise<void> {
  if (asked.size === 0) return
  const list = [...asked.values()]
  const found = await rows<{ kind: string; field: string; target: string; id: string }>(
    transaction,
    'links',
    byReferences,
    [
      list.map(({ kind }) => kind),
      list.map(({ field }) => field),
      list.map(({ target }) => target),
    ],
  )
  for (const one of list) {
    const ids = found
      .filter(
        (row) => row.kind === one.kind && row.field === one.field && row.target === one.target,
      )
      .map(({ id }) => id)
    view.learnReferrers(one, ids)
  }
}

async function rows<Row>(
  transaction: Transaction,
  name: Statement['name'] & string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await transaction.query<Row>({ name, text, values })).rows
}
