// SPDX-License-Identifier: EUPL-1.2
import { hex, type Outcome, ok, refuse, sha256 } from '@schouw/core/kernel'
import { base64, concat, equalBytes, fromBase64, fromHex, utf8Bytes } from '../bytes/index.ts'
import { isSoundKey } from '../cryptography/index.ts'

/** C2SP signed-note, "Signature types": the two that are used here. */
export const keyTypes = { ed25519: 1, cosignature: 4 } as const

/** A log signs notes with `ed25519`, a witness with a time added with `cosignature`. */
export type KeyType = keyof typeof keyTypes

export interface NoteKey {
  readonly name: string
  readonly type: KeyType
  /** 4 bytes that, with the name, say which key signed. */
  readonly id: Uint8Array
  /** 32 bytes. */
  readonly point: Uint8Array
}

export type KeyRefusal =
  | 'key-malformed'
  | 'key-name'
  | 'key-type'
  | 'key-id'
  /** A point about which implementations disagree; no honest key is one. */
  | 'key-unsound'

/** A key that signs: the secret half stays with whoever hands this in. */
export interface Signer {
  readonly key: NoteKey
  /** 64 bytes, RFC 8032. */
  sign(message: Uint8Array): Uint8Array
}

export function noteKey(
  name: string,
  type: KeyType,
  point: Uint8Array,
): Outcome<NoteKey, KeyRefusal> {
  if (!isKeyName(name)) return refuse('key-name', { name })
  if (point.length !== 32) return refuse('key-malformed', { lengthBytes: point.length })
  if (!isSoundKey(point)) return refuse('key-unsound', { name })
  return ok({ name, type, id: keyId(name, type, point), point: point.slice() })
}

/** The name, the id in hex and the key, joined by `+`. */
export function verifierKey(key: NoteKey): string {
  const typed = concat([Uint8Array.of(keyTypes[key.type]), key.point])
  return `${key.name}+${hex(key.id)}+${base64(typed)}`
}

/** Only what `verifierKey` writes; the id has to be the one that the key gives. */
export function parseVerifierKey(text: string): Outcome<NoteKey, KeyRefusal> {
  const [, name, digits, encoded] = /^([^+]*)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? []
  const typed = encoded === undefined ? undefined : fromBase64(encoded)
  if (name === undefined || digits === undefined || typed === undefined || typed.length === 0) {
    return refuse('key-malformed')
  }
  const type = typeOf(typed[0])
  if (type === undefined) return refuse('key-type', { type: typed[0] })
  const key = noteKey(name, type, typed.subarray(1))
  if (!key.ok) return key
  const id = fromHex(digits)
  return id !== undefined && equalBytes(id, key.value.id) ? key : refuse('key-id', { name })
}

export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s\u0085+]/u.test(name) && !/\p{Cc}/u.test(name) && name.isWellFormed()
}

export function isSameKey(a: NoteKey, b: NoteKey): boolean {
  return a.name === b.name && a.type === b.type && equalBytes(a.point, b.point)
}

function typeOf(byte: number): KeyType | undefined {
  if (byte === keyTypes.ed25519) return 'ed25519'
  return byte === keyTypes.cosignature ? 'cosignature' : undefined
}

function keyId(name: string, type: KeyType, point: Uint8Array): Uint8Array {
  const named = utf8Bytes(`${name}\n`) ?? new Uint8Array()
  return sha256(concat([named, Uint8Array.of(keyTypes[type]), point])).slice(0, 4)
}
