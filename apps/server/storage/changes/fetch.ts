// SPDX-License-Identifier: EUPL-1.2
import { type RecordRow, recordColumns, recordOf } from '../records/row.ts'
import type { Transaction } from '../session.ts'
import type { Pending } from './change.ts'
import { type Holder, keyField, type Questions, type Reference, type View } from './view.ts'

interface StandingRow extends RecordRow {
  readonly entry: number
  readonly first_entry: number
  readonly leaf: Uint8Array
}

const columns = recordColumns.map((name) => `r.${name}`).join(', ')

const byIds = `select ${columns}, r.entry, r.first_entry, e.leaf
  from records r join log_entries e on e.entry = r.entry
  where r.id = any($1::uuid[])`

// One kind at a time: `= any` walks an index where a join might not.
const byKeys = `select natural_key as value, id from records
  where kind = $1 and natural_key = any($2::text[])`

const byUniques = `select value, id from record_uniques
  where kind = $1 and field = $2 and value = any($3::text[])`

const byReferences = `select target, id from record_links
  where kind = $1 and field = $2 and target = any($3::uuid[])`

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
    pending(transaction, view, questions),
    seats(transaction, view, questions),
  ])
}

async function seats(
  transaction: Transaction,
  view: View,
  { seats: isAsked }: Questions,
): Promise<void> {
  if (!isAsked) return
  const text = `select id from records where kind = 'appointment' and not is_retired`
  const found = await rows<{ id: string }>(transaction, 'seats', text, [])
  view.learnSeats(found.map(({ id }) => id))
}

async function pending(
  transaction: Transaction,
  view: View,
  { pending: asked }: Questions,
): Promise<void> {
  if (asked.size === 0) return
  const text = 'select id, act from pending_acts where id = any($1::uuid[])'
  const found = await rows<{ id: string; act: Pending }>(transaction, 'pending', text, [[...asked]])
  const acts = new Map(found.map(({ id, act }) => [id, act]))
  for (const id of asked) view.learnPending(id, acts.get(id))
}

async function records(transaction: Transaction, view: View, { ids }: Questions): Promise<void> {
  if (ids.size === 0) return
  const found = await rows<StandingRow>(transaction, 'records_by_id', byIds, [[...ids]])
  const byId = new Map(found.map((row) => [row.id, row]))
  for (const id of ids) {
    const row = byId.get(id)
    if (row === undefined) view.learnRecord(id, undefined)
    else {
      const { entry, first_entry: firstEntry, leaf } = row
      view.learnRecord(id, { record: recordOf(row), entry, firstEntry, leaf })
    }
  }
}

interface Found {
  readonly value: string
  readonly id: string
}

async function keys(transaction: Transaction, view: View, { holders }: Questions): Promise<void> {
  const asked = [...holders.values()].filter(({ field }) => field === keyField)
  await Promise.all(
    grouped(asked, ({ kind }) => kind).map(async (group) => {
      const values = [group[0]?.kind, group.map(({ value }) => value)]
      learn(view, group, await rows<Found>(transaction, 'records_by_key', byKeys, values))
    }),
  )
}

async function uniques(
  transaction: Transaction,
  view: View,
  { holders }: Questions,
): Promise<void> {
  const asked = [...holders.values()].filter(({ field }) => field !== keyField)
  await Promise.all(
    grouped(asked, ({ kind, field }) => `${kind} ${field}`).map(async (group) => {
      const values = [group[0]?.kind, group[0]?.field, group.map(({ value }) => value)]
      learn(view, group, await rows<Found>(transaction, 'uniques', byUniques, values))
    }),
  )
}

function learn(view: View, asked: readonly Holder[], found: readonly Found[]): void {
  const ids = new Map(found.map(({ value, id }) => [value, id]))
  for (const holder of asked) view.learnHolder(holder, ids.get(holder.value))
}

async function references(
  transaction: Transaction,
  view: View,
  { references: asked }: Questions,
): Promise<void> {
  const groups = grouped([...asked.values()], (one: Reference) => `${one.kind} ${one.field}`)
  await Promise.all(
    groups.map(async (group) => {
      const found = await rows<{ target: string; id: string }>(transaction, 'links', byReferences, [
        group[0]?.kind,
        group[0]?.field,
        group.map(({ target }) => target),
      ])
      const ids = Map.groupBy(found, ({ target }) => target)
      for (const one of group) {
        view.learnReferrers(one, ids.get(one.target)?.map(({ id }) => id) ?? [])
      }
    }),
  )
}

function grouped<Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): readonly (readonly Item[])[] {
  return [...Map.groupBy(items, by).values()]
}

async function rows<Row>(
  transaction: Transaction,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await transaction.query<Row>({ name, text, values })).rows
}
