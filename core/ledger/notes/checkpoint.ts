// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64, fromBase64 } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { type Consistency, hashBytes, isConsistent, isCount } from '../trees/index.ts'
import type { NoteKey, Signer } from './key.ts'
import { type NoteRefusal, type OpenedNote, openNote, signNote } from './note.ts'

/** What a log says about itself: so many entries, and this root over them. */
export interface TreeHead {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export interface Checkpoint extends TreeHead {
  /** Lines no witness vouches for. Read, never written, by us. */
  readonly extensions: readonly string[]
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly note: OpenedNote
}

export type CheckpointRefusal =
  | NoteRefusal
  | 'checkpoint-lines'
  | 'checkpoint-origin'
  | 'checkpoint-size'
  | 'checkpoint-root'
  | 'checkpoint-extension'
  /** No key of the log itself has signed, whoever else may have. */
  | 'checkpoint-unsigned'

/** The keys by which one log is known. The key's name need not be the origin. */
export interface LogKeys {
  readonly origin: string
  readonly keys: readonly NoteKey[]
}

/** C2SP tlog-checkpoint, "Note text". Sizes from 2^53 on are refused: they are not counted here. */
export function parseCheckpoint(text: string): Outcome<Checkpoint, CheckpointRefusal> {
  if (!text.endsWith('\n')) return refuse('checkpoint-lines')
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || size === undefined || root === undefined) {
    return refuse('checkpoint-lines')
  }
  if (origin === '') return refuse('checkpoint-origin')
  const count = parseCount(size)
  if (count === undefined) return refuse('checkpoint-size', { size: size.slice(0, 32) })
  const hash = fromBase64(root)
  if (hash === undefined || hash.length !== hashBytes) return refuse('checkpoint-root')
  if (extensions.includes('')) return refuse('checkpoint-extension')
  return ok({ origin, size: count, root: hash, extensions })
}

/** Decimal without a zero in front, below 2^53. */
export function parseCount(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined
  return isCount(Number(text)) ? Number(text) : undefined
}

export function checkpointText({ origin, size, root }: TreeHead): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** A log may sign only what extends everything it signed before: see `heads`. */
export function signCheckpoint(
  head: TreeHead,
  signers: readonly Signer[],
): Outcome<Uint8Array, CheckpointRefusal> {
  const text = checkpointText(head)
  const parsed = parseCheckpoint(text)
  return parsed.ok ? signNote(text, signers) : parsed
}

/** Signed by the log; signatures of `witnesses` are checked with it and found in `note`. */
export function openCheckpoint(
  bytes: Uint8Array,
  log: LogKeys & { readonly witnesses?: readonly NoteKey[] },
  crypto: Crypto,
): Outcome<OpenedCheckpoint, CheckpointRefusal> {
  const logKeys = log.keys.filter((key) => key.type === 'ed25519')
  const note = openNote(bytes, [...logKeys, ...(log.witnesses ?? [])], crypto)
  if (!note.ok) return note
  const checkpoint = parseCheckpoint(note.value.text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== log.origin) {
    return refuse('checkpoint-origin', { origin: checkpoint.value.origin })
  }
  if (!note.value.verified.some(({ key }) => logKeys.includes(key))) {
    return refuse('checkpoint-unsigned')
  }
  return ok({ ...checkpoint.value, note: note.value })
}

export type HeadsVerdict =
  | { readonly verdict: 'consistent' }
  | { readonly verdict: 'fork'; readonly reason: 'roots-differ' | 'proof-does-not-lead' }
  | { readonly verdict: 'rollback' }
  | { readonly verdict: 'other-log' }

/**
 * Whether one head grew out of another that was seen before. From size 0 every head does, and
 * nothing is proven by it.
 */
export function compareHeads(
  old: TreeHead,
  next: TreeHead,
  proof: readonly Uint8Array[],
): HeadsVerdict {
  if (old.origin !== next.origin) return { verdict: 'other-log' }
  if (next.size < old.size) return { verdict: 'rollback' }
  const claim: Consistency = {
    oldSize: old.size,
    oldRoot: old.root,
    newSize: next.size,
    newRoot: next.root,
    proof,
  }
  if (old.size === 0 && next.size > 0) {
    return proof.length === 0
      ? { verdict: 'consistent' }
      : { verdict: 'fork', reason: 'proof-does-not-lead' }
  }
  const isEqual = base64(old.root) === base64(next.root)
  if (old.size === next.size && !isEqual) return { verdict: 'fork', reason: 'roots-differ' }
  if (old.size === 0) return { verdict: 'consistent' }
  return isConsistent(claim)
    ? { verdict: 'consistent' }
    : { verdict: 'fork', reason: 'proof-does-not-lead' }
}
