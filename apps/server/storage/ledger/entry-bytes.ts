// SPDX-License-Identifier: EUPL-1.2
import { randomFillSync } from 'node:crypto'
import { base64 } from '@schouw/core/ledger/bytes'
import {
  commitmentsTo,
  headerBytes,
  type LogHeader,
  type RecordHeader,
  type Slot,
  saltBytes,
} from '@schouw/core/ledger/entries'
import { canonicalJson } from '@schouw/core/ledger/json'
import { leafHash } from '@schouw/core/ledger/trees'
import { type Entry, kind as kindOf } from '@schouw/core/registers'
import type { LogEvent } from '../changes/change.ts'
import { sha256 } from './hash.ts'

/** An entry as it is stored: what goes under the tree, and what lies apart. */
export interface EntryBytes {
  readonly at: string
  readonly header: Uint8Array
  readonly leaf: Uint8Array
  readonly slots: readonly Slot[]
}

/** The slot of what an entry says, but for the personal data in it. */
export const entrySlot = 'entry'
const personalSlot = 'personal-'

/** A slot holds one field, so that one can be erased and the others stay. */
export function slotOf(field: string): string {
  return `${personalSlot}${field.replaceAll('_', '-')}`
}

/** Of the changes that registers make: 1 is how `payloadsOf` takes them apart. */
const schemaVersion = 1

export interface EntryPlace {
  readonly origin: string
  /** Leaf hash of the record's former entry; undefined in its first. */
  readonly former: Uint8Array | undefined
}

/** Throws what the core refuses: an entry that it made itself has to fit. */
export function entryBytes(entry: Entry, { origin, former }: EntryPlace): EntryBytes {
  const slots = payloadsOf(entry)
  const commit = commitmentsTo(slots, sha256)
  if (commit === undefined) throw new Error('two payloads of an entry have the same slot')
  const header: RecordHeader = {
    v: 1,
    log: origin,
    type: `${entry.kind}.${entry.action}`,
    register: entry.kind,
    subject: entry.id,
    actor: entry.by,
    at: entry.at,
    schema: `${entry.kind}/${schemaVersion}`,
    commit,
    ...(former === undefined ? {} : { prev: base64(former) }),
  }
  return sealed(header, slots)
}

export interface EventPlace {
  readonly origin: string
  readonly at: string
}

/** An event stands in the log as records do, under a name that is no kind's. */
export function eventBytes(event: LogEvent, { origin, at }: EventPlace): EntryBytes {
  const { register, subject, action, by, former, payload } = event
  if (kindOf(register) !== undefined) throw new Error(`${register} is a kind of records`)
  // Apart, so that nothing in it can be taken for a part of a record's entry.
  const slots = [slot(entrySlot, { action, event: payload })]
  const commit = commitmentsTo(slots, sha256)
  if (commit === undefined) throw new Error('two payloads of an entry have the same slot')
  const header: RecordHeader = {
    v: 1,
    log: origin,
    type: `${register}.${action}`,
    register,
    subject,
    actor: by,
    at,
    schema: `${register}/${schemaVersion}`,
    commit,
    ...(former === undefined ? {} : { prev: base64(former) }),
  }
  return sealed(header, slots)
}

export function logEntryBytes(header: LogHeader): EntryBytes {
  return sealed(header, [])
}

function sealed(header: RecordHeader | LogHeader, slots: readonly Slot[]): EntryBytes {
  const bytes = headerBytes(header)
  if (!bytes.ok) throw new Error(`header: ${bytes.refusal} ${JSON.stringify(bytes.facts)}`)
  const leaf = leafHash(bytes.value, sha256)
  return { at: header.at, header: bytes.value, leaf, slots }
}

function payloadsOf(entry: Entry): readonly Slot[] {
  const { kind, id: _id, at: _at, by: _by, set, ...rest } = entry
  const open: Record<string, unknown> = {}
  const slots: Slot[] = []
  for (const [field, value] of Object.entries(set ?? {})) {
    if (kindOf(kind)?.fields[field]?.personal === undefined) open[field] = value
    else slots.push(slot(slotOf(field), { [field]: value }))
  }
  slots.push(slot(entrySlot, { ...rest, ...(set === undefined ? {} : { set: open }) }))
  return slots
}

function slot(name: string, value: unknown): Slot {
  const bytes = canonicalJson(value)
  if (!bytes.ok) throw new Error(`payload: ${bytes.refusal} ${JSON.stringify(bytes.facts)}`)
  return { slot: name, salt: randomSalt(), bytes: bytes.value }
}

/** Chance comes cheaper by the page than by the salt. */
const pool = new Uint8Array(saltBytes * 256)
let used = pool.length

function randomSalt(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += saltBytes
  return pool.slice(used - saltBytes, used)
}
