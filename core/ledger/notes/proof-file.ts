// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64, concat, fromBase64, utf8Bytes, utf8Text } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { noteLengthBytes } from '../limits.ts'
import { areHashes, isCount, isIncluded } from '../trees/index.ts'
import {
  type CheckpointRefusal,
  type LogKeys,
  type OpenedCheckpoint,
  openCheckpoint,
  parseCount,
} from './checkpoint.ts'
import type { NoteKey } from './key.ts'
import { hasQuorum, type Quorum } from './policy.ts'

const firstLine = 'c2sp.org/tlog-proof@v1'

/** A tree of 2^53 entries has no longer path. */
const longestProof = 53

export interface ProofFile {
  readonly index: number
  /** The leaf's sibling first. */
  readonly proof: readonly Uint8Array[]
  /** The signed note, byte for byte. */
  readonly checkpoint: Uint8Array
  /** Not signed by anybody: never trusted. */
  readonly extra?: Uint8Array
}

export type ProofRefusal =
  | CheckpointRefusal
  | 'proof-not-utf8'
  | 'proof-version'
  | 'proof-line'
  | 'proof-index'
  | 'proof-too-long'
  | 'proof-does-not-lead'
  | 'proof-log-unknown'
  | 'quorum-not-reached'

/** C2SP tlog-proof, "Format". */
export function proofFile(file: ProofFile): Outcome<Uint8Array, ProofRefusal> {
  if (!isCount(file.index)) return refuse('proof-index', { index: file.index })
  if (file.proof.length > longestProof || !areHashes(file.proof)) {
    return refuse('proof-too-long', { hashes: file.proof.length })
  }
  const lines = [
    firstLine,
    ...(file.extra === undefined ? [] : [`extra ${base64(file.extra)}`]),
    `index ${file.index}`,
    ...file.proof.map(base64),
    '',
    '',
  ]
  return ok(concat([utf8Bytes(lines.join('\n')) ?? new Uint8Array(), file.checkpoint]))
}

export function parseProofFile(bytes: Uint8Array): Outcome<ProofFile, ProofRefusal> {
  if (bytes.length > noteLengthBytes) return refuse('note-too-long', { lengthBytes: bytes.length })
  const text = utf8Text(bytes)
  if (text === undefined) return refuse('proof-not-utf8')
  const end = text.indexOf('\n\n')
  if (end < 0) return refuse('proof-line', { line: 0 })
  const lines = text.slice(0, end).split('\n')
  if (lines.shift() !== firstLine) return refuse('proof-version')
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines[0].slice(6)) : undefined
  if (lines[0]?.startsWith('extra ')) {
    if (extra === undefined) return refuse('proof-line', { line: 1 })
    lines.shift()
  }
  const [, digits] = /^index (\d+)$/.exec(lines.shift() ?? '') ?? []
  const index = digits === undefined ? undefined : parseCount(digits)
  if (index === undefined) return refuse('proof-index')
  if (lines.length > longestProof) return refuse('proof-too-long', { hashes: lines.length })
  const proof: Uint8Array[] = []
  for (const line of lines) {
    const hash = fromBase64(line)
    if (hash?.length !== 32) return refuse('proof-line', { hash: proof.length })
    proof.push(hash)
  }
  const checkpoint = utf8Bytes(text.slice(end + 2)) ?? new Uint8Array()
  return ok({ index, proof, checkpoint, ...(extra === undefined ? {} : { extra }) })
}

export interface ProofTrust {
  readonly logs: readonly LogKeys[]
  readonly witnesses?: readonly NoteKey[]
  readonly quorum?: Quorum
}

export interface ProvenEntry {
  readonly index: number
  readonly checkpoint: OpenedCheckpoint
}

/** Log signature, cosignatures and inclusion of the leaf hash that the caller computed. */
export function verifyProofFile(
  file: ProofFile,
  leaf: Uint8Array,
  trust: ProofTrust,
  crypto: Crypto,
): Outcome<ProvenEntry, ProofRefusal> {
  const origin = (utf8Text(file.checkpoint) ?? '').split('\n', 1)[0]
  const log = trust.logs.find((one) => one.origin === origin)
  if (log === undefined) return refuse('proof-log-unknown', { origin: origin?.slice(0, 256) })
  const witnesses = trust.witnesses ?? []
  const opened = openCheckpoint(file.checkpoint, { ...log, witnesses }, crypto)
  if (!opened.ok) return opened
  const { size, root, note } = opened.value
  const sha256 = (bytes: Uint8Array) => crypto.digest('sha256', bytes)
  if (!isIncluded({ index: file.index, size, leaf, root, proof: file.proof }, sha256)) {
    return refuse('proof-does-not-lead', { index: file.index, size })
  }
  const signedBy = note.verified.map(({ key }) => key)
  if (trust.quorum !== undefined && !hasQuorum(trust.quorum, signedBy)) {
    return refuse('quorum-not-reached', { witnesses: signedBy.map((key) => key.name) })
  }
  return ok({ index: file.index, checkpoint: opened.value })
}
