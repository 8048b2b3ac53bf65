// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64, fromBase64, utf8Bytes } from '../bytes/index.ts'
import { type Crypto, holds } from '../cryptography/index.ts'
import {
  isSameKey,
  type LogKeys,
  type NoteKey,
  parseVerifierKey,
  type Signer,
  verifierKey,
} from '../notes/index.ts'
import type { KeyChanged } from './body.ts'

/** Keys of one log in the order in which they signed, each from a size on. */
export interface KeyHistory {
  readonly origin: string
  readonly keys: readonly { readonly key: NoteKey; readonly from: number }[]
}

export type KeyChangeRefusal = 'key-change-key' | 'key-change-from' | 'key-change-signature'

export function keyHistory(origin: string, first: NoteKey): KeyHistory {
  return { origin, keys: [{ key: first, from: 0 }] }
}

/** Body of the entry with which another key takes over; both have to sign. */
export function keyChange(
  origin: string,
  from: number,
  { former, next }: { readonly former: Signer; readonly next: Signer },
): KeyChanged {
  const key = verifierKey(next.key)
  const message = changeMessage(origin, from, key)
  return {
    key,
    from,
    byFormer: base64(former.sign(message)),
    byNew: base64(next.sign(message)),
  }
}

/** The history with one change more, that stands in the entry at `index`. */
export function withKeyChange(
  history: KeyHistory,
  change: KeyChanged,
  index: number,
  crypto: Crypto,
): Outcome<KeyHistory, KeyChangeRefusal> {
  const former = history.keys[history.keys.length - 1]
  const next = parseVerifierKey(change.key)
  const isNew =
    next.ok &&
    next.value.type === 'ed25519' &&
    !history.keys.some(({ key }) => isSameKey(key, next.value))
  if (!next.ok || !isNew) return refuse('key-change-key', { key: change.key })
  // The change must lie below every checkpoint that it makes valid.
  if (change.from <= index || change.from <= former.from) {
    return refuse('key-change-from', { from: change.from, index })
  }
  const message = changeMessage(history.origin, change.from, change.key)
  const isHeld =
    isSignedBy(former.key, message, change.byFormer, crypto) &&
    isSignedBy(next.value, message, change.byNew, crypto)
  if (!isHeld) return refuse('key-change-signature', { key: change.key })
  return ok({ ...history, keys: [...history.keys, { key: next.value, from: change.from }] })
}

/** All of these must have signed a checkpoint of that size: one key, or two where they change. */
export function keysAt(history: KeyHistory, size: number): LogKeys {
  const { origin, keys } = history
  const inForce = keys.filter(
    ({ from }, index) =>
      from <= size && (keys[index + 1]?.from ?? Number.POSITIVE_INFINITY) >= size,
  )
  return { origin, keys: inForce.map(({ key }) => key) }
}

function isSignedBy(key: NoteKey, message: Uint8Array, text: string, crypto: Crypto): boolean {
  return holds(crypto, {
    key: { kind: 'ed25519', point: key.point },
    scheme: { name: 'ed25519' },
    message,
    signature: fromBase64(text) ?? new Uint8Array(),
  })
}

function changeMessage(origin: string, from: number, key: string): Uint8Array {
  return utf8Bytes(`schouw-key-change/1\n${origin}\n${from}\n${key}\n`) ?? new Uint8Array()
}
