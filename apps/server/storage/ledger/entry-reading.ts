// SPDX-License-Identifier: EUPL-1.2
import { isLogHeader, parseHeader } from '@schouw/core/ledger/entries'
import { parseCanonical } from '@schouw/core/ledger/json'
import type { Entry } from '@schouw/core/registers'
import { entrySlot } from './entry-bytes.ts'

export interface StoredPayload {
  readonly slot: string
  /** Null once erased. */
  readonly bytes: Uint8Array | null
}

type Members = Readonly<Record<string, unknown>>

/**
 * The entry that header and payloads tell of; undefined for an entry of the log itself. A field
 * whose payload is erased is left out of `set`: the fold then has what may still be known.
 */
export function readEntry(
  header: Uint8Array,
  payloads: readonly StoredPayload[],
): Entry | undefined {
  const parsed = parseHeader(header)
  if (!parsed.ok) throw new Error(`a stored header is refused: ${parsed.refusal}`)
  if (isLogHeader(parsed.value)) return undefined
  const { register, subject, at, actor } = parsed.value
  const said = payloads.find(({ slot }) => slot === entrySlot)
  if (said === undefined || said.bytes === null) throw new Error('an entry without its payload')
  const { set, ...rest } = membersOf(said.bytes)
  const values: Record<string, unknown> = { ...(set as Members | undefined) }
  for (const { slot, bytes } of payloads) {
    if (slot !== entrySlot && bytes !== null) Object.assign(values, membersOf(bytes))
  }
  // What the core made and the ledger kept, byte for byte, is an entry.
  return {
    kind: register,
    id: subject,
    at,
    by: actor,
    ...rest,
    ...(set === undefined ? {} : { set: values }),
  } as unknown as Entry
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
