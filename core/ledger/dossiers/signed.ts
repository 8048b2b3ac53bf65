// SPDX-License-Identifier: EUPL-1.2
import { hex } from '@schouw/core/kernel'
import { parseApprovalStatement, verifyApproval } from '../approvals/index.ts'
import { fromBase64, fromBase64url } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { isLogHeader, type RecordHeader } from '../entries/index.ts'
import { type JsonObject, parseCanonical } from '../json/index.ts'
import type { Judgement } from '../verdicts/index.ts'
import type { ShownLog } from './log.ts'

/** A time by which a checkpoint was there, by the word of an authority that was believed. */
export interface StampedTime {
  readonly size: number
  readonly timeMs: number
  /** SHA-256, hex, of the stamped note. */
  readonly sha256: string
}

export interface SignedParts {
  readonly log: ShownLog
  readonly origin: string
  readonly documents: ReadonlyMap<string, Uint8Array>
  readonly times: readonly StampedTime[]
  /** SHA-256, hex, of every checkpoint that the dossier brings. */
  readonly checkpoints: ReadonlySet<string>
}

interface Signed {
  readonly index: number
  readonly set: Readonly<Record<string, unknown>>
}

/** Every vote that is shown and was signed: checked from the entry to the passkey and back. */
export function judgeSigned(judgement: Judgement, parts: SignedParts, crypto: Crypto): void {
  const votes = created(parts.log, 'vote')
  const approvals: object[] = []
  let unsigned = 0
  for (const { index, set } of votes.values()) {
    if (set['assertion'] === undefined) {
      unsigned += 1
      continue
    }
    const facts = judgeOne(judgement, { index, set }, parts, crypto)
    if (facts !== undefined) approvals.push(facts)
  }
  if (approvals.length > 0) {
    judgement.proven('assertion', { approvals, unsigned })
    judgement.proven('document', { documents: approvals.length })
    judgement.proven('enrolment', { in_the_log: approvals.length })
  } else judgement.notClaimed('assertion', { unsigned })
}

function judgeOne(
  judgement: Judgement,
  { index, set }: Signed,
  parts: SignedParts,
  crypto: Crypto,
): object | undefined {
  const refuse = (code: string, facts: object = {}) => {
    judgement.refuse('assertion', code, { index, ...facts })
    return undefined
  }
  const file = (name: string) => parts.documents.get(String(set[name]))
  const [statement, assertion, document] = [file('statement'), file('assertion'), file('document')]
  if (statement === undefined || assertion === undefined || document === undefined) {
    judgement.unproven('assertion', 'approval-file-missing', { index })
    return undefined
  }
  const key = created(parts.log, 'approval-key').get(String(set['approval_key']))
  if (key === undefined) {
    judgement.unproven('enrolment', 'enrolment-missing', { index })
    return undefined
  }
  const signature = objectOf(assertion)
  const said = parseApprovalStatement(statement)
  if (signature === undefined || !said.ok) return refuse('approval-member')
  const of = (name: string) => fromBase64(String(signature[name] ?? '')) ?? new Uint8Array()
  const revokedAt = retiredAt(parts.log, 'approval-key', String(set['approval_key']))
  const verified = verifyApproval(
    {
      statement,
      document,
      assertion: {
        authenticatorData: of('authenticator_data'),
        clientDataJson: of('client_data_json'),
        signature: of('signature'),
      },
      index,
    },
    {
      signer: String(key.set['person']),
      coseKey: fromBase64url(String(key.set['cose_key'])) ?? new Uint8Array(),
      rpId: String(key.set['relying_party']),
      origin: String(key.set['page_origin']),
      enrolledAt: key.index,
      ...(revokedAt === undefined ? {} : { revokedAt }),
    },
    crypto,
  )
  if (!verified.ok) return refuse(verified.refusal, verified.facts)
  const why = differsFrom(set, verified.value.statement, parts)
  if (why !== undefined) return refuse('approval-differs', { member: why })
  return factsOf(index, verified.value, parts)
}

/** The vote must say what was signed, and what was signed must be about this log. */
function differsFrom(
  set: Signed['set'],
  statement: Verified['statement'],
  { log, origin, checkpoints }: SignedParts,
): string | undefined {
  const { registerHead, stamped } = statement
  if (statement.log !== origin) return 'log'
  if (log.roots.get(registerHead.size) !== registerHead.root) return 'registerHead'
  if (stamped !== undefined && !checkpoints.has(stamped)) return 'stamped'
  if (statement.signer !== set['person']) return 'person'
  if (statement.resolution !== set['decision']) return 'decision'
  if (statement.decision.replace('-', '_') !== set['choice']) return 'choice'
  if (statement.onBehalfOf !== set['on_behalf_of']) return 'on_behalf_of'
  return statement.document.sha256 === set['document'] ? undefined : 'document'
}

type Verified = Extract<ReturnType<typeof verifyApproval>, { ok: true }>['value']

/** By whom, what, and between which two times. */
function factsOf(index: number, verified: Verified, { times, log }: SignedParts): object {
  const { signer, decision, meeting, resolution, stamped, onBehalfOf } = verified.statement
  const before = times.find(({ sha256 }) => sha256 === stamped)
  const after = times.filter(({ size }) => size > index).toSorted((a, b) => a.size - b.size)[0]
  return {
    index,
    signer,
    signer_name: nameIn(log, signer),
    ...(onBehalfOf === undefined ? {} : { on_behalf_of: onBehalfOf }),
    decision,
    meeting,
    resolution,
    not_before_ms: before?.timeMs ?? null,
    not_after_ms: after?.timeMs ?? null,
    is_synced: verified.isSynced,
  }
}

/** The last name that is shown of a person; null where it is held back. */
function nameIn(log: ShownLog, person: string): string | null {
  let found: string | null = null
  for (const { index, slots } of log.shown.values()) {
    const header = recordHeader(log, index)
    if (header?.register !== 'person' || header.subject !== person) continue
    const slot = slots.find((one) => one.slot === 'personal-name')
    const name = slot === undefined ? undefined : objectOf(slot.bytes)?.['name']
    if (typeof name === 'string') found = name
  }
  return found
}

/** Sizes of the heads that were signed: their roots are wanted before anything is judged. */
export function signedSizes(documents: Iterable<Uint8Array>): ReadonlySet<number> {
  const sizes = new Set<number>()
  for (const bytes of documents) {
    if (bytes.length > 1 << 16 || bytes[0] !== 0x7b) continue
    const said = parseApprovalStatement(bytes)
    if (said.ok) sizes.add(said.value.registerHead.size)
  }
  return sizes
}

/** Entries that made records of a register and whose contents are shown, by the record. */
function created(log: ShownLog, register: string): ReadonlyMap<string, Signed> {
  const found = new Map<string, Signed>()
  for (const { index, slots } of log.shown.values()) {
    const header = recordHeader(log, index)
    if (header?.register !== register || header.type !== `${register}.create`) continue
    const slot = slots.find((one) => one.slot === 'entry')
    const set = slot === undefined ? undefined : objectOf(slot.bytes)?.['set']
    if (typeof set !== 'object' || set === null || Array.isArray(set)) continue
    found.set(header.subject, { index, set: { ...set } })
  }
  return found
}

function retiredAt(log: ShownLog, register: string, subject: string): number | undefined {
  const at = log.headers.findIndex(
    (_, index) =>
      recordHeader(log, index)?.type === `${register}.retire` &&
      recordHeader(log, index)?.subject === subject,
  )
  return at === -1 ? undefined : at
}

function recordHeader(log: ShownLog, index: number): RecordHeader | undefined {
  const header = log.headers[index]
  return header === undefined || isLogHeader(header) ? undefined : header
}

function objectOf(bytes: Uint8Array): JsonObject | undefined {
  const parsed = parseCanonical(bytes)
  if (!parsed.ok) return undefined
  const { value } = parsed
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonObject) : undefined
}

export function digestOf(bytes: Uint8Array, crypto: Crypto): string {
  return hex(crypto.digest('sha256', bytes))
}
