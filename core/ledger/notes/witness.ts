// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64, concat, fromBase64, utf8Bytes, utf8Text } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { noteLengthBytes } from '../limits.ts'
import {
  compareHeads,
  type LogKeys,
  openCheckpoint,
  parseCheckpoint,
  parseCount,
  type TreeHead,
} from './checkpoint.ts'
import type { NoteKey, Signer } from './key.ts'
import {
  checkSignatures,
  cosignatureLine,
  parseNote,
  parseSignatureLines,
  type VerifiedSignature,
} from './note.ts'

/** C2SP tlog-witness: a client sends no more. */
const longestProof = 63

export interface AddCheckpoint {
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: Uint8Array
}

export type WitnessRefusal = 'request-malformed' | 'answer-malformed' | 'answer-wrong'

/** The body of `POST add-checkpoint`. */
export function addCheckpoint(request: AddCheckpoint): Uint8Array {
  const lines = [`old ${request.oldSize}`, ...request.proof.map(base64), '', '']
  return concat([utf8Bytes(lines.join('\n')) ?? new Uint8Array(), request.checkpoint])
}

export function parseAddCheckpoint(bytes: Uint8Array): Outcome<AddCheckpoint, WitnessRefusal> {
  const text = bytes.length > noteLengthBytes ? undefined : utf8Text(bytes)
  const end = text?.indexOf('\n\n') ?? -1
  if (text === undefined || end < 0) return refuse('request-malformed', { line: 0 })
  const [first = '', ...lines] = text.slice(0, end).split('\n')
  const oldSize = first.startsWith('old ') ? parseCount(first.slice(4)) : undefined
  if (oldSize === undefined) return refuse('request-malformed', { line: 0 })
  if (lines.length > longestProof) return refuse('request-malformed', { hashes: lines.length })
  const proof: Uint8Array[] = []
  for (const line of lines) {
    const hash = fromBase64(line)
    if (hash?.length !== 32) return refuse('request-malformed', { line: proof.length + 1 })
    proof.push(hash)
  }
  return ok({ oldSize, proof, checkpoint: utf8Bytes(text.slice(end + 2)) ?? new Uint8Array() })
}

/** What a witness knows of a log: the newest head that it cosigned, if any. */
export interface Witnessed {
  readonly log: LogKeys
  readonly head?: TreeHead
}

export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size'
  readonly body: string
  /** To be stored, in one step with the comparison, before the answer leaves. Only with 200. */
  readonly head?: TreeHead
}

/** A witness's whole decision, C2SP tlog-witness, "add-checkpoint", in its order. */
export function witnessAnswer(
  bytes: Uint8Array,
  known: readonly Witnessed[],
  { signer, timeS, crypto }: { signer: Signer; timeS: number; crypto: Crypto },
): WitnessAnswer {
  const request = parseAddCheckpoint(bytes)
  if (!request.ok) return answer(400, request.refusal)
  const { oldSize, proof, checkpoint } = request.value
  const note = parseNote(checkpoint)
  // A signature line that cannot be read is a signature that does not verify.
  if (!note.ok) return answer(note.refusal === 'note-signature-malformed' ? 403 : 400, note.refusal)
  const claimed = parseCheckpoint(note.value.text)
  if (!claimed.ok) return answer(400, claimed.refusal)
  const witnessed = known.find(({ log }) => log.origin === claimed.value.origin)
  if (witnessed === undefined) return answer(404, 'log-unknown')
  const opened = openCheckpoint(checkpoint, witnessed.log, crypto)
  if (!opened.ok) return answer(403, opened.refusal)
  const { origin, size, root } = opened.value
  const former = witnessed.head
  if (oldSize > size) return answer(400, 'old-size-above-size')
  if (oldSize !== (former?.size ?? 0)) return sizeAnswer(former?.size ?? 0)
  const head: TreeHead = { origin, size, root }
  const old = former ?? { origin, size: 0, root: emptyTree(crypto) }
  const verdict = compareHeads(old, head, proof)
  if (verdict.verdict === 'fork' && verdict.reason === 'roots-differ') return sizeAnswer(old.size)
  if (verdict.verdict !== 'consistent') return answer(422, 'consistency-proof')
  const line = cosignatureLine(note.value.text, signer, timeS)
  return line === undefined ? answer(400, 'witness-key') : { ...answer(200, ''), body: line, head }
}

export type WitnessReply =
  | { readonly kind: 'cosigned'; readonly cosignatures: readonly VerifiedSignature[] }
  /** The witness has another size; above ours it is the alarm that our log was rolled back. */
  | { readonly kind: 'other-size'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }

/** What a log makes of a witness's answer. Only signatures by known keys that hold count. */
export function readWitnessReply(
  reply: { readonly status: number; readonly body: Uint8Array },
  checkpointText: string,
  witnesses: readonly NoteKey[],
  crypto: Crypto,
): Outcome<WitnessReply, WitnessRefusal> {
  const body = reply.body.length > noteLengthBytes ? undefined : utf8Text(reply.body)
  if (body === undefined) return refuse('answer-malformed')
  if (reply.status === 409) {
    const size = body.endsWith('\n') ? parseCount(body.slice(0, -1)) : undefined
    return size === undefined ? refuse('answer-malformed') : ok({ kind: 'other-size', size })
  }
  if (reply.status !== 200) return ok({ kind: 'refused', status: reply.status })
  const lines = parseSignatureLines(body)
  if (!lines.ok) return refuse('answer-malformed', { why: lines.refusal })
  const timed = witnesses.filter((key) => key.type === 'cosignature')
  const note = { text: checkpointText, signatures: lines.value }
  const checked = checkSignatures(note, timed, crypto)
  if (!checked.ok || checked.value.verified.length === 0) return refuse('answer-wrong')
  return ok({ kind: 'cosigned', cosignatures: checked.value.verified })
}

function emptyTree(crypto: Crypto): Uint8Array {
  return crypto.digest('sha256', new Uint8Array())
}

function answer(status: WitnessAnswer['status'], body: string): WitnessAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${body}\n` }
}

function sizeAnswer(size: number): WitnessAnswer {
  return { status: 409, contentType: 'text/x.tlog.size', body: `${size}\n` }
}
