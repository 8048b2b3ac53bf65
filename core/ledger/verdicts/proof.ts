// SPDX-License-Identifier: EUPL-1.2
import { base64, equalBytes, fromBase64, utf8Bytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { isCommitted, isLogHeader, parseHeader, type Slot } from '../entries/index.ts'
import type { JsonObject } from '../json/index.ts'
import { type Checkpoint, parseProofFile } from '../notes/index.ts'
import { isIncluded, leafHash } from '../trees/index.ts'
import {
  bytesAt,
  countAt,
  listAt,
  MemberRefused,
  objectAt,
  objectIn,
  onlyMembers,
  textAt,
} from './members.ts'
import { judgeSignature, stampedPart } from './signature.ts'
import { judgeToken } from './timestamp.ts'
import type { Trust } from './trust.ts'
import { Judgement, type Verdict } from './verdict.ts'

export const proofSchema = 'schouw/proof/1'

interface Claimed {
  readonly index: number
  readonly size: number
  readonly root: Uint8Array
  readonly leaf: Uint8Array
  readonly header: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly slots: readonly Slot[]
  readonly checkpoint: Uint8Array
  readonly stamped?: StampedCheckpoint
}

interface StampedCheckpoint {
  readonly checkpoint: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly token: Uint8Array
}

/** A proof as the server gives it: `docs/formats/verify.md`, `schouw/proof/1`. */
export function judgeProof(bytes: Uint8Array, trust: Trust, crypto: Crypto): Verdict {
  const judgement = new Judgement()
  const claimed = claimedIn(bytes)
  if ('path' in claimed) judgement.refuse('entry', 'proof-member', { path: claimed.path })
  else judgeClaimed(judgement, claimed, trust, crypto)
  return judgement.verdict()
}

function judgeClaimed(judgement: Judgement, claimed: Claimed, trust: Trust, crypto: Crypto): void {
  const sha256 = (bytes: Uint8Array) => crypto.digest('sha256', bytes)
  const { index, header, stamped } = claimed
  const leaf = leafHash(header, sha256)
  if (!equalBytes(leaf, claimed.leaf)) judgement.refuse('entry', 'leaf-differs', { index })
  const origin = judgeHeader(judgement, claimed, crypto)
  const head = judgeSignature(judgement, claimed.checkpoint, trust, crypto)
  if (head === undefined) return
  if (origin !== undefined && origin !== head.origin) {
    judgement.refuse('entry', 'header-other-log', { index, log: origin })
  }
  if (head.size !== claimed.size || !equalBytes(head.root, claimed.root)) {
    judgement.refuse('inclusion', 'head-differs', { size: claimed.size, signed: head.size })
  }
  judgeInclusion(judgement, { index, leaf, proof: claimed.proof }, head, crypto)
  if (stamped === undefined) judgement.notClaimed('timestamp')
  else judgeStamped(judgement, { ...stamped, index, leaf, origin: head.origin }, trust, crypto)
}

/** What the entry says, and what of it is shown; gives the log it is for. */
function judgeHeader(
  judgement: Judgement,
  { index, header: bytes, slots }: Claimed,
  crypto: Crypto,
): string | undefined {
  const parsed = parseHeader(bytes)
  if (!parsed.ok) {
    judgement.refuse('entry', 'header-malformed', { index, why: parsed.refusal, ...parsed.facts })
    return undefined
  }
  const header = parsed.value
  const { type, at, actor, log } = header
  const own = isLogHeader(header) ? {} : { register: header.register, subject: header.subject }
  judgement.proven('entry', { index, type, at, actor, ...own })
  const commit = isLogHeader(header) ? [] : header.commit
  const sha256 = (one: Uint8Array) => crypto.digest('sha256', one)
  const seen = new Set<string>()
  for (const slot of slots) {
    const code = commit.every((one) => one.slot !== slot.slot)
      ? 'payload-unknown'
      : isCommitted(slot, commit, sha256) && !seen.has(slot.slot)
        ? undefined
        : 'payload-changed'
    if (code !== undefined) judgement.refuse('payloads', code, { index, slot: slot.slot })
    seen.add(slot.slot)
  }
  const facts = { shown: [...seen], not_shown: commit.length - seen.size }
  if (seen.size === 0) judgement.notClaimed('payloads', facts)
  else judgement.proven('payloads', facts)
  return log
}

function judgeInclusion(
  judgement: Judgement,
  { index, leaf, proof }: Pick<Claimed, 'index' | 'leaf' | 'proof'>,
  { size, root }: Checkpoint,
  crypto: Crypto,
): void {
  const sha256 = (bytes: Uint8Array) => crypto.digest('sha256', bytes)
  if (isIncluded({ index, size, leaf, root, proof }, sha256)) {
    judgement.proven('inclusion', { index, size, root: base64(root) })
  } else judgement.refuse('inclusion', 'proof-does-not-lead', { index, size })
}

function judgeStamped(
  judgement: Judgement,
  stamped: StampedCheckpoint & {
    readonly index: number
    readonly leaf: Uint8Array
    readonly origin: string
  },
  trust: Trust,
  crypto: Crypto,
): void {
  const { checkpoint, token, origin } = stamped
  const head = judgeSignature(judgement, checkpoint, { ...trust, origin }, crypto)
  if (head === undefined) return
  judgeInclusion(judgement, stamped, head, crypto)
  judgeToken(judgement, token, { bytes: stampedPart(checkpoint, trust.keys) }, trust, crypto)
}

/** C2SP tlog-proof over an entry that is handed in, or that the proof's `extra` brings along. */
export function judgeProofFile(
  bytes: Uint8Array,
  entry: Uint8Array | undefined,
  trust: Trust,
  crypto: Crypto,
): Verdict {
  const judgement = new Judgement()
  const parsed = parseProofFile(bytes)
  if (!parsed.ok) {
    judgement.refuse('inclusion', parsed.refusal, parsed.facts)
    return judgement.verdict()
  }
  const { index, proof, checkpoint, extra } = parsed.value
  const head = judgeSignature(judgement, checkpoint, trust, crypto)
  const leafOf = entry ?? extra
  if (leafOf === undefined) judgement.unproven('entry', 'entry-not-given', { index })
  else if (head !== undefined) {
    const leaf = leafHash(leafOf, (one) => crypto.digest('sha256', one))
    judgement.proven('entry', { index, length_bytes: leafOf.length })
    judgeInclusion(judgement, { index, leaf, proof }, head, crypto)
  }
  return judgement.verdict()
}

/** The header in a proof of ours, for a proof in the other form. */
export function headerInProof(bytes: Uint8Array): Uint8Array | undefined {
  const header = objectIn(bytes)?.['header']
  return typeof header === 'string' ? fromBase64(header) : undefined
}

const members = [
  'schema',
  'index',
  'size',
  'root',
  'leaf',
  'header',
  'proof',
  'slots',
  'checkpoint',
  'stamped',
]

function claimedIn(bytes: Uint8Array): Claimed | { readonly path: string } {
  const found = objectIn(bytes)
  if (found === undefined) return { path: '' }
  try {
    return read(found)
  } catch (error) {
    if (error instanceof MemberRefused) return { path: error.path }
    throw error
  }
}

function read(found: JsonObject): Claimed {
  onlyMembers(found, members)
  if (found['schema'] !== proofSchema) throw new MemberRefused('/schema')
  const stamped =
    found['stamped'] === undefined ? undefined : objectAt(found['stamped'], '/stamped')
  return {
    index: countAt(found['index'], '/index'),
    size: countAt(found['size'], '/size'),
    root: bytesAt(found['root'], '/root'),
    leaf: bytesAt(found['leaf'], '/leaf'),
    header: bytesAt(found['header'], '/header'),
    proof: hashesAt(found['proof'], '/proof'),
    slots: listAt(found['slots'], '/slots').map((one, at) => slotAt(one, `/slots/${at}`)),
    checkpoint: noteAt(found['checkpoint'], '/checkpoint'),
    ...(stamped === undefined ? {} : { stamped: stampedAt(stamped) }),
  }
}

function stampedAt(stamped: JsonObject): StampedCheckpoint {
  onlyMembers(stamped, ['checkpoint', 'proof', 'token'], '/stamped')
  return {
    checkpoint: noteAt(stamped['checkpoint'], '/stamped/checkpoint'),
    proof: hashesAt(stamped['proof'], '/stamped/proof'),
    token: bytesAt(stamped['token'], '/stamped/token'),
  }
}

function slotAt(value: unknown, path: string): Slot {
  const slot = objectAt(value, path)
  onlyMembers(slot, ['slot', 'salt', 'bytes'], path)
  return {
    slot: textAt(slot['slot'], `${path}/slot`),
    salt: bytesAt(slot['salt'], `${path}/salt`),
    bytes: bytesAt(slot['bytes'], `${path}/bytes`),
  }
}

function hashesAt(value: unknown, path: string): readonly Uint8Array[] {
  return listAt(value, path).map((one, at) => bytesAt(one, `${path}/${at}`))
}

function noteAt(value: unknown, path: string): Uint8Array {
  const bytes = utf8Bytes(textAt(value, path))
  if (bytes === undefined) throw new MemberRefused(path)
  return bytes
}
