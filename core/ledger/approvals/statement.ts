// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { ascii, concat, fromBase64, fromBase64url, fromHex } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { canonicalJson, type JsonObject, parseCanonical } from '../json/index.ts'
import { hashBytes, isCount } from '../trees/index.ts'
import { isObject } from './assertion.ts'

/** Dissent has its place: a director who rejects or abstains signs that as well. */
export const decisions = ['approve', 'reject', 'abstain', 'took-note'] as const

export type Decision = (typeof decisions)[number]

/** What a director signs. Every name in it is a key of the canonical JSON. */
export interface ApprovalStatement {
  readonly v: 1
  readonly type: 'board-approval'
  readonly tenant: string
  /** Origin of the log whose head stands below. */
  readonly log: string
  readonly meeting: string
  readonly resolution: string
  readonly decision: Decision
  readonly document: {
    readonly name: string
    readonly bytes: number
    /** Hex. */
    readonly sha256: string
  }
  readonly registerHead: {
    readonly size: number
    /** Base64. */
    readonly root: string
  }
  readonly signer: string
  /** The member who gave the signer a proxy; absent when the signer speaks for himself or herself. */
  readonly onBehalfOf?: string
  /** Base64url of at least 16 random bytes. */
  readonly nonce: string
  /** SHA-256, hex, of the text that was shown beside the button. */
  readonly shown?: string
  /** SHA-256, hex, of the newest checkpoint that had a time-stamp: not signed before its time. */
  readonly stamped?: string
}

export type StatementRefusal = 'statement-malformed'

// Keeps a challenge for signing in from ever being one for approving.
const label = ascii('board-approval/v1\n')

/** SHA-256 over a label and the exact bytes. */
export function approvalChallenge(statement: Uint8Array, crypto: Crypto): Uint8Array {
  return crypto.digest('sha256', concat([label, statement]))
}

export function approvalStatement(
  statement: ApprovalStatement,
): Outcome<Uint8Array, StatementRefusal> {
  const bytes = canonicalJson(statement)
  if (!bytes.ok) return refuse('statement-malformed', { why: bytes.refusal, ...bytes.facts })
  const parsed = parseApprovalStatement(bytes.value)
  return parsed.ok ? bytes : parsed
}

/** Canonical bytes with exactly the members above. */
export function parseApprovalStatement(
  bytes: Uint8Array,
): Outcome<ApprovalStatement, StatementRefusal> {
  const parsed = parseCanonical(bytes)
  if (!parsed.ok) return refuse('statement-malformed', { why: parsed.refusal, ...parsed.facts })
  if (!isObject(parsed.value)) return refuse('statement-malformed', { path: '' })
  const path = firstProblem(parsed.value)
  // The check has just been made member by member.
  return path === undefined
    ? ok(parsed.value as unknown as ApprovalStatement)
    : refuse('statement-malformed', { path })
}

type Check = (value: unknown) => boolean

const isText: Check = (value) =>
  typeof value === 'string' && value !== '' && value.length <= 1024 && !/\p{Cc}/u.test(value)
const isDigest: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]+$/.test(value) && fromHex(value)?.length === hashBytes
const isRoot: Check = (value) =>
  typeof value === 'string' && fromBase64(value)?.length === hashBytes
const isNumber: Check = (value) => typeof value === 'number' && isCount(value)
const isNonce: Check = (value) =>
  typeof value === 'string' && (fromBase64url(value)?.length ?? 0) >= 16

const memberChecks: Readonly<Record<string, Check>> = {
  v: (value) => value === 1,
  type: (value) => value === 'board-approval',
  tenant: isText,
  log: isText,
  meeting: isText,
  resolution: isText,
  decision: (value) => decisions.some((decision) => decision === value),
  document: (value) => isShaped(value, { name: isText, bytes: isNumber, sha256: isDigest }),
  registerHead: (value) => isShaped(value, { size: isNumber, root: isRoot }),
  signer: isText,
  nonce: isNonce,
}

const optionalChecks: Readonly<Record<string, Check>> = {
  onBehalfOf: isText,
  shown: isDigest,
  stamped: isDigest,
}

function firstProblem(value: JsonObject): string | undefined {
  const missing = Object.entries(memberChecks).find(([name, check]) => !check(value[name]))
  if (missing !== undefined) return `/${missing[0]}`
  const strange = Object.entries(value).find(
    ([name, member]) => !Object.hasOwn(memberChecks, name) && !optionalChecks[name]?.(member),
  )
  return strange === undefined ? undefined : `/${strange[0]}`
}

function isShaped(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const members = Object.entries(value)
  return (
    members.length === Object.keys(checks).length &&
    members.every(([name, member]) => checks[name]?.(member) === true)
  )
}
