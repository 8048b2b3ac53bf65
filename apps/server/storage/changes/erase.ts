// SPDX-License-Identifier: EUPL-1.2
import { logTypes, type PayloadErased } from '@schouw/core/ledger/entries'
import { type Entry, type RecordVersion, records } from '@schouw/core/registers'
import { type EntryBytes, logEntryBytes, slotOf } from '../ledger/entry-bytes.ts'
import { readEntry } from '../ledger/entry-reading.ts'
import { derived } from '../records/derive.ts'
import { metaOf } from '../records/row.ts'
import type { Sent, Transaction } from '../session.ts'

/** An entry of a record, with the slots that still hold something. */
export interface PastEntry {
  readonly index: number
  readonly entry: Entry
  readonly slots: readonly string[]
}

const past = `select e.entry, e.header,
    array_agg(p.slot order by p.slot) as slots, array_agg(p.bytes order by p.slot) as bytes
  from (select entry from record_versions where id = $1
    union all select entry from records where id = $1) v
  join log_entries e on e.entry = v.entry
  join log_payloads p on p.entry = v.entry
  group by e.entry, e.header order by e.entry`

/** All that was ever said of a record, oldest first. */
export async function pastOf(transaction: Transaction, id: string): Promise<readonly PastEntry[]> {
  const { rows } = await transaction.query<{
    entry: number
    header: Uint8Array
    slots: readonly string[]
    bytes: readonly (Uint8Array | null)[]
  }>({ name: 'past', text: past, values: [id] })
  return rows.flatMap(({ entry: index, header, slots, bytes }) => {
    const payloads = slots.map((slot, at) => ({ slot, bytes: bytes[at] ?? null }))
    const entry = readEntry(header, payloads)
    const kept = payloads.filter((payload) => payload.bytes !== null)
    return entry === undefined ? [] : [{ index, entry, slots: kept.map(({ slot }) => slot) }]
  })
}

/** The payloads that an entry which erases leaves nothing of. */
export function payloadsToErase(
  entry: Entry,
  earlier: readonly PastEntry[],
): PayloadErased['entries'] {
  const slots = new Set((entry.erased ?? []).map(slotOf))
  return earlier
    .map(({ index, slots: kept }) => ({ index, slots: kept.filter((slot) => slots.has(slot)) }))
    .filter((one) => one.slots.length > 0)
}

/** The log says what it destroyed, and on whose word; why in words is in the entry itself. */
export function erasureBytes(
  origin: string,
  { by, at }: Entry,
  entries: PayloadErased['entries'],
): EntryBytes {
  const body = { ground: 'personal-data', entries }
  return logEntryBytes({ v: 1, log: origin, type: logTypes.erased, actor: by, at, body })
}

const erasePayloads = `update log_payloads p set salt = null, bytes = null
  from unnest($1::bigint[], $2::text[]) as n(entry, slot)
  where p.entry = n.entry and p.slot = n.slot`

const eraseVersions = `update record_versions v set document = n.document, meta = n.meta,
    title = n.title, sort_title = n.sort_title, search = n.search
  from rows from (
    unnest($2::integer[], $3::text[], $4::text[], $5::text[]),
    jsonb_array_elements($6::jsonb), jsonb_array_elements($7::jsonb))
  as n(version, title, sort_title, search, document, meta)
  where v.id = $1 and v.version = n.version`

// Copies of what was answered, or waited once, hold what was erased.
const eraseAnswers = `delete from idempotency_keys where answer->'record'->>'id' = $1`
const eraseActs = `delete from pending_acts where record = $1 and is_answered`

/** Destroys payloads and salts, and writes former versions anew as the fold of what is left. */
export function writeErasure(
  transaction: Transaction,
  erasing: Entry,
  earlier: readonly PastEntry[],
  entries: PayloadErased['entries'],
): Sent {
  const places = entries.flatMap(({ index, slots }) => slots.map((slot) => ({ index, slot })))
  const versions = versionsOf([...earlier.map(({ entry }) => entry), erasing]).slice(0, -1)
  const of = versions.map((version) => derived(version))
  return [
    transaction.query({
      name: 'erase_payloads',
      text: erasePayloads,
      values: [places.map(({ index }) => index), places.map(({ slot }) => slot)],
    }),
    transaction.query({
      name: 'erase_versions',
      text: eraseVersions,
      values: [
        erasing.id,
        versions.map(({ version }) => version),
        of.map(({ title }) => title),
        of.map(({ sortTitle }) => sortTitle),
        of.map(({ search }) => search),
        JSON.stringify(versions.map(({ values }) => values)),
        JSON.stringify(versions.map(metaOf)),
      ],
    }),
    transaction.query({ name: 'erase_answers', text: eraseAnswers, values: [erasing.id] }),
    transaction.query({ name: 'erase_acts', text: eraseActs, values: [erasing.id] }),
  ]
}

/** Every version, folded from entries without what the last one erases. */
function versionsOf(entries: readonly Entry[]): readonly RecordVersion[] {
  const left = records.withoutErased(entries)
  return left.flatMap((_, at) => {
    const version = records.asOf(left.slice(0, at + 1))
    if (!version.ok) throw new Error(`the history of a record does not fold: ${version.refusal}`)
    return version.value === null ? [] : [version.value]
  })
}
