// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64, concat, equalBytes, fromBase64, utf8Bytes, utf8Text } from '../bytes/index.ts'
import { type Crypto, holds } from '../cryptography/index.ts'
import { noteLengthBytes, noteSignatures } from '../limits.ts'
import { isKeyName, type NoteKey, type Signer } from './key.ts'

export interface NoteSignature {
  readonly name: string
  readonly id: Uint8Array
  readonly bytes: Uint8Array
}

export interface Note {
  /** Ends in a newline; the empty line after it is not part of it. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface VerifiedSignature {
  readonly key: NoteKey
  readonly signature: NoteSignature
  /** Seconds since 1970; a cosignature has them, a log's signature has none. */
  readonly timeS?: number
}

export interface OpenedNote extends Note {
  readonly verified: readonly VerifiedSignature[]
  readonly unknown: readonly NoteSignature[]
}

export type NoteRefusal =
  | 'note-too-long'
  | 'note-not-utf8'
  | 'note-control-character'
  | 'note-without-signatures'
  | 'note-signature-malformed'
  | 'note-too-many-signatures'
  | 'note-key-ambiguous'
  | 'note-signature-wrong'
  | 'note-unverified'

/** C2SP signed-note, "Format". Verifies nothing: the text means nothing yet. */
export function parseNote(bytes: Uint8Array): Outcome<Note, NoteRefusal> {
  if (bytes.length > noteLengthBytes) {
    return refuse('note-too-long', { lengthBytes: bytes.length })
  }
  const whole = utf8Text(bytes)
  if (whole === undefined) return refuse('note-not-utf8')
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.charCodeAt(at)
    if (code < 0x20 && code !== 0x0a) return refuse('note-control-character', { at })
  }
  // The text may hold empty lines of its own, so the last one separates.
  const end = whole.lastIndexOf('\n\n')
  if (end < 0) return refuse('note-without-signatures')
  const signatures = parseSignatureLines(whole.slice(end + 2))
  return signatures.ok
    ? ok({ text: whole.slice(0, end + 1), signatures: signatures.value })
    : signatures
}

/** One or more lines as they stand below a note; a witness answers with such lines. */
export function parseSignatureLines(block: string): Outcome<readonly NoteSignature[], NoteRefusal> {
  if (block === '') return refuse('note-without-signatures')
  if (!block.endsWith('\n')) return refuse('note-signature-malformed', { line: 'last' })
  const lines = block.slice(0, -1).split('\n')
  if (lines.length > noteSignatures) {
    return refuse('note-too-many-signatures', { lines: lines.length })
  }
  const signatures: NoteSignature[] = []
  for (const [index, line] of lines.entries()) {
    const [, name, encoded] = /^\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? []
    const bytes = encoded === undefined ? undefined : fromBase64(encoded)
    if (name === undefined || !isKeyName(name) || bytes === undefined || bytes.length < 5) {
      return refuse('note-signature-malformed', { line: index })
    }
    signatures.push({ name, id: bytes.slice(0, 4), bytes: bytes.slice(4) })
  }
  return ok(signatures)
}

/**
 * Checks every signature by one of `keys`. A known key's signature that does not hold spoils the
 * note, for a client SHOULD reject it (C2SP signed-note, "Signatures"); unknown ones are left.
 */
export function openNote(
  bytes: Uint8Array,
  keys: readonly NoteKey[],
  crypto: Crypto,
): Outcome<OpenedNote, NoteRefusal> {
  const parsed = parseNote(bytes)
  if (!parsed.ok) return parsed
  const checked = checkSignatures(parsed.value, keys, crypto)
  if (!checked.ok) return checked
  if (checked.value.verified.length === 0) return refuse('note-unverified')
  return ok({ ...parsed.value, ...checked.value })
}

export function checkSignatures(
  note: Note,
  keys: readonly NoteKey[],
  crypto: Crypto,
): Outcome<Pick<OpenedNote, 'verified' | 'unknown'>, NoteRefusal> {
  const verified: VerifiedSignature[] = []
  const unknown: NoteSignature[] = []
  for (const signature of note.signatures) {
    const { name } = signature
    const known = keys.filter((key) => key.name === name && equalBytes(key.id, signature.id))
    const [key, ...others] = known
    if (key === undefined) {
      unknown.push(signature)
    } else if (others.length > 0) {
      return refuse('note-key-ambiguous', { name })
    } else {
      const held = heldBy(key, note.text, signature, crypto)
      if (held === undefined) return refuse('note-signature-wrong', { name })
      verified.push(held)
    }
  }
  return ok({ verified, unknown })
}

/** Signs a text that ends in a newline and says nothing a note may not say. */
export function signNote(
  text: string,
  signers: readonly Signer[],
): Outcome<Uint8Array, NoteRefusal> {
  const bytes = utf8Bytes(text)
  if (bytes === undefined || !text.endsWith('\n')) return refuse('note-not-utf8')
  const lines = signers
    .filter((signer) => signer.key.type === 'ed25519')
    .map((signer) => signatureLine(signer.key, signer.sign(bytes)))
  const note = utf8Bytes(`${text}\n${lines.join('')}`) ?? new Uint8Array()
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  return parsed.value.text === text ? ok(note) : refuse('note-signature-malformed')
}

/** C2SP tlog-cosignature: a line that says when the witness saw this checkpoint as the newest. */
export function cosignatureLine(text: string, signer: Signer, timeS: number): string | undefined {
  const message = cosignedMessage(text, timeS)
  if (message === undefined || signer.key.type !== 'cosignature') return undefined
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(timeS))
  return signatureLine(signer.key, concat([time, signer.sign(message)]))
}

export function writeSignature(signature: NoteSignature): string {
  return line(signature.name, signature.id, signature.bytes)
}

function heldBy(
  key: NoteKey,
  text: string,
  signature: NoteSignature,
  crypto: Crypto,
): VerifiedSignature | undefined {
  const isTimed = key.type === 'cosignature'
  const timeS = isTimed ? timeOf(signature.bytes) : undefined
  const message =
    timeS === undefined ? (isTimed ? undefined : utf8Bytes(text)) : cosignedMessage(text, timeS)
  if (message === undefined) return undefined
  const isHeld = holds(crypto, {
    key: { kind: 'ed25519', point: key.point },
    scheme: { name: 'ed25519' },
    message,
    signature: isTimed ? signature.bytes.subarray(8) : signature.bytes,
  })
  if (!isHeld) return undefined
  return timeS === undefined ? { key, signature } : { key, signature, timeS }
}

function cosignedMessage(text: string, timeS: number): Uint8Array | undefined {
  if (!Number.isSafeInteger(timeS) || timeS < 0) return undefined
  return utf8Bytes(`cosignature/v1\ntime ${timeS}\n${text}`)
}

/** The format ends at 2^63 s; we at 2^53 s, which is far enough away. */
function timeOf(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 72) return undefined
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  return time <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(time) : undefined
}

function signatureLine(key: NoteKey, signature: Uint8Array): string {
  return line(key.name, key.id, signature)
}

function line(name: string, id: Uint8Array, bytes: Uint8Array): string {
  return `\u2014 ${name} ${base64(concat([id, bytes]))}\n`
}
