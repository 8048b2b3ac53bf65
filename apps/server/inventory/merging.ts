// SPDX-License-Identifier: EUPL-1.2
// Two records that are one device, and one record that is two. Each change is a step of its own in
// the name of who asks; the last entry says what they were together.
import { type Actor, kinds, may, type RecordVersion, records } from '@schouw/core/registers'
import { entryAlone } from '../sources/accept.ts'
import { listOf } from '../sources/matching.ts'
import type { Change, Told } from '../storage/changes/change.ts'
import { recordsReferring } from '../storage/reading/looking.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly tenant: string
  readonly actor: Actor
  readonly now: string
  readonly newId: () => string
}

export interface Versioned {
  readonly id: string
  readonly version: number
}

type Code = 'not-found' | 'not-permitted' | 'stale-version' | 'field-refused'
type Errors = readonly { readonly code: string }[]

export type Merged =
  | { readonly ok: true; readonly id: string; readonly moved: number; readonly entry: number }
  | { readonly ok: false; readonly code: Code }
  | { readonly ok: false; readonly code: 'refused'; readonly errors: Errors }

const mostReferring = 500
const lists = ['hostnames', 'macs', 'ips', 'vlans', 'protocols', 'services']
/** Whose a record is stays with it. */
const own = ['code', 'name']

/** What refers to the one goes to the other, which takes over what it lacked; then the one retires. */
export async function merge(
  around: Around,
  { keep, gone, reason }: { keep: Versioned; gone: Versioned; reason: string },
): Promise<Merged> {
  const { storage, tenant, actor, now, newId } = around
  if (keep.id === gone.id) return { ok: false, code: 'field-refused' }
  const [kept, other] = [await assetOf(around, keep.id), await assetOf(around, gone.id)]
  if (kept === undefined || other === undefined) return { ok: false, code: 'not-found' }
  if (kept.version !== keep.version || other.version !== gone.version) {
    return { ok: false, code: 'stale-version' }
  }
  // Asked before anything moves: half a merge helps nobody.
  const permission = may({ actor, action: 'retire', kind: kinds.asset, record: other, now })
  if (!permission.allowed) return { ok: false, code: 'not-permitted' }
  const patch = joined(kept, other)
  const first = await applied(around, changing(actor, kept, patch))
  if (!first.ok) return first
  const referring = await storage.read(tenant, (db) =>
    recordsReferring(db, other.id, mostReferring),
  )
  const holders = new Map(referring.map((row) => [row.id, recordOf(row)]))
  let moved = 0
  for (const holder of holders.values()) {
    if (holder.retired !== null || holder.id === kept.id) continue
    const told = await applied(around, changing(actor, holder, pointed(holder, other.id, kept.id)))
    if (!told.ok) return told
    moved += 1
  }
  const kind = kinds.asset
  const { id, version } = other
  const retired = await applied(around, {
    decide: ({ record, lookup, now }) =>
      records.retire({ kind, id, record: record(id), version, reason, actor, now, lookup }),
    pendingId: newId(),
  })
  if (!retired.ok) return retired
  const payload = { what: 'assets-merged', keep: kept.id, gone: other.id, moved, reason }
  const entry = await told(around, entryAlone(kept.id, 'merged', actor.person, payload))
  return { ok: true, id: kept.id, moved, entry }
}

/** Cards and addresses that are another device's go with it into a record of its own. */
export async function split(
  around: Around,
  asked: {
    readonly asset: string
    readonly version: number
    readonly name: string
    readonly macs: readonly string[]
    readonly ips: readonly string[]
    readonly reason: string
  },
): Promise<Merged> {
  const { actor, newId } = around
  const { name, reason } = asked
  const asset = await assetOf(around, asked.asset)
  if (asset === undefined) return { ok: false, code: 'not-found' }
  if (asset.version !== asked.version) return { ok: false, code: 'stale-version' }
  const part = (field: 'macs' | 'ips') => {
    const all = listOf(asset.values[field])
    const gone = asked[field].map((one) => one.toLowerCase())
    return {
      stays: all.filter((one) => !gone.includes(one.toLowerCase())),
      goes: all.filter((one) => gone.includes(one.toLowerCase())),
    }
  }
  const [macs, ips] = [part('macs'), part('ips')]
  const goes = macs.goes.length + ips.goes.length
  const stays = macs.stays.length + ips.stays.length
  const isWhole = goes === asked.macs.length + asked.ips.length
  if (goes === 0 || stays === 0 || !isWhole) return { ok: false, code: 'field-refused' }
  const { site, zone } = asset.values
  const id = newId()
  const values = {
    name,
    code: `S-${id.replaceAll('-', '').slice(-12)}`,
    connection: 'network',
    ...(macs.goes.length === 0 ? {} : { macs: macs.goes }),
    ...(ips.goes.length === 0 ? {} : { ips: ips.goes }),
    ...(site === undefined ? {} : { site }),
    ...(zone === undefined ? {} : { zone }),
  }
  const kind = kinds.asset
  const made = await applied(around, {
    decide: ({ lookup, now }) =>
      records.create({ kind, id, values, state: 'sighted', actor, now, lookup }),
    pendingId: newId(),
  })
  if (!made.ok) return made
  // Last, so that what ends half-way leaves an address twice, and never nowhere.
  const patch = { macs: listed(macs.stays), ips: listed(ips.stays) }
  const left = await applied(around, changing(actor, asset, patch))
  if (!left.ok) return left
  const payload = { what: 'asset-split', from: asset.id, into: id, reason }
  const entry = await told(around, entryAlone(asset.id, 'split', actor.person, payload))
  return { ok: true, id, moved: 0, entry }
}

async function assetOf({ storage, tenant }: Around, id: string) {
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select(recordColumns)
      .where('id', '=', id)
      .where('kind', '=', 'asset')
      .where('is_retired', '=', false)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : recordOf(row)
}

type Patch = Readonly<Record<string, unknown>>

/** What the other knew and this one lacks; lists together, seen from the first to the last time. */
function joined({ id, values: mine }: RecordVersion, { values: theirs }: RecordVersion): Patch {
  const patch: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(theirs)) {
    const now = mine[name]
    if (own.includes(name) || value === id) continue
    if (lists.includes(name)) {
      const known = new Map([now ?? [], value].flat().map((one) => [plain(one), one]))
      patch[name] = [...known.values()]
    } else if (name === 'first_seen_at' && typeof now === 'string') {
      patch[name] = String(value) < now ? value : now
    } else if (name === 'last_seen_at' && typeof now === 'string') {
      patch[name] = String(value) > now ? value : now
    } else if (now === undefined) patch[name] = value
  }
  return patch
}

const plain = (one: unknown) => String(one).toLowerCase()

/** Every field that names the one, with the other in its place, once. */
function pointed({ values }: RecordVersion, from: string, to: string): Patch {
  const turned = (value: unknown): unknown => {
    if (value === from) return to
    if (Array.isArray(value)) {
      const all = value.map(turned)
      return all.every((one) => typeof one === 'string') ? [...new Set(all)] : all
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turned(one)]))
  }
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => JSON.stringify(value).includes(from))
      .map(([name, value]) => [name, turned(value)]),
  )
}

/** Null clears. */
function listed(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list
}

function changing(actor: Actor, { kind: name, id, version }: RecordVersion, patch: Patch): Change {
  const kind = kinds[name]
  return {
    decide: ({ record, lookup, now }) =>
      records.change({
        kind,
        id,
        record: record(id),
        version,
        patch,
        actor,
        now,
        lookup,
        canWait: false,
      }),
  }
}

async function applied(
  { storage, tenant }: Around,
  change: Change,
): Promise<{ readonly ok: true } | Extract<Merged, { ok: false }>> {
  const said: Told = await storage.apply(tenant, change)
  if (said.outcome === 'refused') {
    const { refusal, refusals } = said.step
    if (refusal === 'stale-version') return { ok: false, code: refusal }
    return { ok: false, code: 'refused', errors: refusals.map((one) => ({ ...one })) }
  }
  if (said.outcome === 'key-reused') throw new Error('a key that was never given')
  return { ok: true }
}

async function told({ storage, tenant }: Around, change: Change): Promise<number> {
  const said = await storage.apply(tenant, change)
  const entry = said.outcome === 'done' ? said.done.entries[0] : undefined
  if (entry === undefined) throw new Error('an entry that was not written')
  return entry
}
