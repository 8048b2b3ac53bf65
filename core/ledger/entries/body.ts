// SPDX-License-Identifier: EUPL-1.2
import { fromBase64 } from '../bytes/index.ts'
import { isOrigin, isRoot, isSlot } from './parts.ts'

/** The first entry of every log, and only that. */
export interface LogOpened {
  /** Verifier key of the key that signs the first checkpoints. */
  readonly key: string
  /** A log that could not go on: its last known head, and why (a code). */
  readonly predecessor?: {
    readonly origin: string
    readonly size: number
    readonly root: string
    readonly reason: string
  }
}

/** From a size on another key signs; at just that size both do. */
export interface KeyChanged {
  readonly key: string
  readonly from: number
  /** Base64: the former key agrees, the new one shows that somebody holds it. */
  readonly byFormer: string
  readonly byNew: string
}

/** Payloads and their salts are destroyed. */
export interface PayloadErased {
  /** A code of the legal ground. */
  readonly ground: string
  /** In ascending order; slots sorted. */
  readonly entries: readonly { readonly index: number; readonly slots: readonly string[] }[]
}

/**
 * The database was put back from a backup that is older than what was signed. What had been signed
 * beyond it is lost, and named here by its head; from here on the log goes another way.
 */
export interface LogRestored {
  readonly lost: { readonly size: number; readonly root: string }
  /** Base64 SHA-256 of the backup's file. */
  readonly backup: string
}

export type Body = LogOpened | KeyChanged | PayloadErased | LogRestored

export const logTypes = {
  opened: 'log.opened',
  keyChanged: 'log.key-changed',
  erased: 'log.erased',
  restored: 'log.restored',
} as const

/** Types that begin so are the log's own; no record may use them. */
export function isLogType(type: string): boolean {
  return type.startsWith('log.')
}

type Members = Readonly<Record<string, unknown>>

/** The path of the first member that is not as it should be. */
export function bodyProblem(type: string, body: unknown): string | undefined {
  if (!isObject(body)) return ''
  switch (type) {
    case logTypes.opened:
      return openedProblem(body)
    case logTypes.keyChanged:
      return shapeProblem(body, {
        key: isKeyText,
        from: isSize,
        byFormer: isSignature,
        byNew: isSignature,
      })
    case logTypes.erased:
      return shapeProblem(body, { ground: isSlot, entries: isErasedList })
    case logTypes.restored:
      return shapeProblem(body, { lost: isLost, backup: isRoot })
    default:
      return ''
  }
}

function isLost(value: unknown): boolean {
  return isObject(value) && shapeProblem(value, { size: isSize, root: isRoot }) === undefined
}

function openedProblem({ predecessor, ...rest }: Members): string | undefined {
  const problem = shapeProblem(rest, { key: isKeyText })
  if (problem !== undefined || predecessor === undefined) return problem
  if (!isObject(predecessor)) return '/predecessor'
  const inside = shapeProblem(predecessor, {
    origin: isOrigin,
    size: isSize,
    root: isRoot,
    reason: isSlot,
  })
  return inside === undefined ? undefined : `/predecessor${inside}`
}

function shapeProblem(
  members: Members,
  checks: Readonly<Record<string, (value: unknown) => boolean>>,
): string | undefined {
  const wrong = Object.keys(checks).find((name) => !checks[name](members[name]))
  const strange = Object.keys(members).find((name) => !Object.hasOwn(checks, name))
  const name = wrong ?? strange
  return name === undefined ? undefined : `/${name}`
}

function isErasedList(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  let former = -1
  for (const one of value) {
    if (!isObject(one) || shapeProblem(one, { index: isSize, slots: isSlots }) !== undefined) {
      return false
    }
    if (Number(one['index']) <= former) return false
    former = Number(one['index'])
  }
  return true
}

function isSlots(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isSlot)) return false
  return value.every((slot, index) => index === 0 || value[index - 1] < slot)
}

function isObject(value: unknown): value is Members {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function isKeyText(value: unknown): boolean {
  return typeof value === 'string' && /^[^+\s]{1,255}\+[0-9a-f]{8}\+[A-Za-z0-9+/=]{44}$/.test(value)
}

function isSignature(value: unknown): boolean {
  return typeof value === 'string' && fromBase64(value)?.length === 64
}
