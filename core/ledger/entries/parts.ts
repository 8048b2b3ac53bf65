// SPDX-License-Identifier: EUPL-1.2
import { slotCount } from '../limits.ts'

/** Base64 of 32 bytes has one shape: 43 letters, of the last of which two bits are zero. */
const hash = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/

export function isRoot(value: unknown): boolean {
  return typeof value === 'string' && hash.test(value)
}

/** Ids are made by chance; the letters are those of URLs. */
export function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value)
}

/** `noun.verb`, and more of them. */
export function isType(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= 128 &&
    /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/.test(value)
  )
}

export function isSchema(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}\/[1-9]\d{0,5}$/.test(value)
}

export function isSlot(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value)
}

/** As in a checkpoint, and without what a key's name may not hold. */
export function isOrigin(value: unknown): boolean {
  return typeof value === 'string' && /^[!-*,-~]{1,255}$/.test(value)
}

const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.\d{3}Z$/

/** An instant that exists, to the millisecond. */
export function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !shape.test(value)) return false
  const ms = Date.parse(value)
  return Number.isFinite(ms) && new Date(ms).toISOString() === value
}

/** Commitments in the order of their slots, none twice. */
export function isSlotList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > slotCount) return false
  let former = ''
  for (const one of value) {
    if (one === null || typeof one !== 'object') return false
    const { slot, digest } = one
    if (!isSlot(slot) || !isRoot(digest) || Object.keys(one).length !== 2) return false
    if (slot <= former) return false
    former = slot
  }
  return true
}
