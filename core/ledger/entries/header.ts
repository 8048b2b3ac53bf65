// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { canonicalJson, type JsonRefusal, parseCanonical } from '../json/index.ts'
import { headerLengthBytes } from '../limits.ts'
import { type Body, bodyProblem, isLogType } from './body.ts'
import { isId, isInstant, isOrigin, isRoot, isSchema, isSlotList, isType } from './parts.ts'

/** One payload that lies apart, bound by a salted digest: erasing it leaves this header whole. */
export interface Commitment {
  readonly slot: string
  /** Base64. */
  readonly digest: string
}

interface Shared {
  readonly v: 1
  readonly log: string
  readonly type: string
  readonly actor: string
  /** `YYYY-MM-DDTHH:MM:SS.mmmZ`, the server's claim; what is proven is a time-stamp's. */
  readonly at: string
}

/** A change of a record. */
export interface RecordHeader extends Shared {
  readonly register: string
  /** A random id: never a name, a number of a person or anything else that can be guessed. */
  readonly subject: string
  readonly schema: string
  /** Sorted by slot. */
  readonly commit: readonly Commitment[]
  /** Base64 of the leaf hash of the subject's former entry; absent in its first. */
  readonly prev?: string
  /** The head the writer had before them. */
  readonly seen?: { readonly size: number; readonly root: string }
}

/** Something the log does to itself; its body is public. */
export interface LogHeader extends Shared {
  readonly body: Body
}

export type Header = RecordHeader | LogHeader

export type HeaderRefusal =
  | JsonRefusal
  | 'header-version'
  | 'header-member'
  | 'header-member-unknown'

export function isLogHeader(header: Header): header is LogHeader {
  return 'body' in header
}

/** The bytes that become the leaf: `docs/formats/ledger-entry.md`. */
export function headerBytes(header: Header): Outcome<Uint8Array, HeaderRefusal> {
  const problem = headerProblem({ ...header })
  if (problem !== undefined) return problem
  const bytes = canonicalJson(header)
  if (!bytes.ok || bytes.value.length <= headerLengthBytes) return bytes
  return refuse('too-long', { path: '', lengthBytes: bytes.value.length })
}

/** Accepts only bytes that `headerBytes` writes. */
export function parseHeader(bytes: Uint8Array): Outcome<Header, HeaderRefusal> {
  const parsed = parseCanonical(bytes, { lengthBytes: headerLengthBytes, depth: 8 })
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return refuse('header-member', { path: '' })
  }
  // The check has just been made member by member.
  return headerProblem({ ...value }) ?? ok(value as unknown as Header)
}

type Check = (value: unknown) => boolean
type Members = Readonly<Record<string, unknown>>

const sharedChecks: Readonly<Record<string, Check>> = {
  log: isOrigin,
  type: isType,
  actor: isId,
  at: isInstant,
}

const recordChecks: Readonly<Record<string, Check>> = {
  ...sharedChecks,
  register: isSlug,
  subject: isId,
  schema: isSchema,
  commit: isSlotList,
}

const optionalChecks: Readonly<Record<string, Check>> = { prev: isRoot, seen: isHead }

function headerProblem(members: Members): Outcome<never, HeaderRefusal> | undefined {
  if (members['v'] !== 1) return refuse('header-version', { path: '/v', v: members['v'] })
  const isLog = typeof members['type'] === 'string' && isLogType(members['type'])
  const checks = isLog ? sharedChecks : recordChecks
  for (const name in checks) {
    if (!checks[name](members[name])) return refuse('header-member', { path: `/${name}` })
  }
  if (isLog) {
    const path = bodyProblem(String(members['type']), members['body'])
    if (path !== undefined) return refuse('header-member', { path: `/body${path}` })
  }
  for (const name in members) {
    if (name === 'v' || Object.hasOwn(checks, name) || (isLog && name === 'body')) continue
    const check = isLog ? undefined : optionalChecks[name]
    if (check === undefined) return refuse('header-member-unknown', { path: `/${name}` })
    if (!check(members[name])) return refuse('header-member', { path: `/${name}` })
  }
  return undefined
}

function isSlug(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value)
}

function isHead(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  const { size, root, ...rest } = value as Members
  const isSize = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0
  return isSize && isRoot(root) && Object.keys(rest).length === 0
}
