// SPDX-License-Identifier: EUPL-1.2
import { isLogHeader, parseHeader, type RecordHeader } from '@schouw/core/ledger/entries'
import { parseCanonical } from '@schouw/core/ledger/json'
import { type Entry, kind as kindOf } from '@schouw/core/registers'
import { entrySlot, slotOf } from './entry-bytes.ts'

export interface StoredPayload {
  readonly slot: string
  /** Null once erased. */
  readonly bytes: Uint8Array | null
}

type Members = Readonly<Record<string, unknown>>

/**
 * The entry that header and payloads tell of; undefined for one of no record. A field
 * whose payload is gone is no longer in `set`, and named in `erased`, as the core has it.
 */
export function readEntry(
  header: Uint8Array,
  payloads: readonly StoredPayload[],
): Entry | undefined {
  const parsed = parseHeader(header)
  if (!parsed.ok) throw new Error(`a stored header is refused: ${parsed.refusal}`)
  const { value } = parsed
  return isLogHeader(value) || isEvent(value) ? undefined : entryOf(value, payloads)
}

/** Events that stand in the log beside records; any other register must be that of a kind. */
const eventRegisters: readonly string[] = ['import']

export function isEvent({ register }: RecordHeader): boolean {
  return eventRegisters.includes(register)
}

/** The same of a header that was read before. */
export function entryOf(
  { register, subject, at, actor }: RecordHeader,
  payloads: readonly StoredPayload[],
): Entry {
  const said = payloads.find(({ slot }) => slot === entrySlot)
  if (said === undefined || said.bytes === null) throw new Error('an entry without its payload')
  const { set, erased, ...rest } = membersOf(said.bytes)
  const values: Record<string, unknown> = { ...(set as Members | undefined) }
  const gone = new Set(erased as readonly string[] | undefined)
  for (const { slot, bytes } of payloads) {
    if (slot === entrySlot) continue
    if (bytes !== null) Object.assign(values, membersOf(bytes))
    else for (const field of fieldsOf(register, slot)) gone.add(field)
  }
  // What the core made and the ledger kept, byte for byte, is an entry.
  return {
    kind: register,
    id: subject,
    at,
    by: actor,
    ...rest,
    ...(set === undefined ? {} : { set: values }),
    ...(gone.size === 0 ? {} : { erased: [...gone].sort() }),
  } as unknown as Entry
}

function fieldsOf(register: string, slot: string): readonly string[] {
  const fields = Object.keys(kindOf(register)?.fields ?? {})
  return fields.filter((field) => slotOf(field) === slot)
}

function membersOf(bytes: Uint8Array): Members {
  const parsed = parseCanonical(bytes)
  const isObject =
    parsed.ok &&
    typeof parsed.value === 'object' &&
    parsed.value !== null &&
    !Array.isArray(parsed.value)
  if (!isObject) throw new Error('a stored payload is not what was written')
  return parsed.value as Members
}
