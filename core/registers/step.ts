// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from './access.ts'
import type { RecordKind } from './kind.ts'
import type { KindName } from './kind-names.ts'
import type { Lookup } from './lookup.ts'
import type { Entry, RecordVersion, Stamp } from './record.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { Role } from './roles.ts'

/** What somebody wants of one record. Values come as they came in: nothing is checked yet. */
export type Act =
  /** `state`: one in which a record of the kind may begin, when it is not the usual one. */
  | { readonly action: 'create'; readonly values: unknown; readonly state?: string }
  /** JSON Merge Patch (RFC 7396) one level deep: null clears, what is absent stays. */
  | { readonly action: 'change'; readonly patch: unknown }
  | { readonly action: 'move'; readonly to: string; readonly reason?: string }
  | { readonly action: 'retire'; readonly reason: string }
  | { readonly action: 'reinstate'; readonly reason: string }
  /** `fields`: all that hold personal data when absent. `reason` is the legal ground in words. */
  | { readonly action: 'erase'; readonly fields?: readonly string[]; readonly reason: string }

export interface Circumstances {
  readonly actor: Actor
  /** Instant in UTC to the millisecond. */
  readonly now: string
  readonly lookup: Lookup
}

/** An act on a record that stands, or (`record` undefined) on one that is to come. */
export interface Subject {
  readonly kind: RecordKind
  readonly id: string
  readonly record: RecordVersion | undefined
  /** The version the act was made on; 0 for a new record. */
  readonly version: number
}

export interface Request extends Circumstances, Subject {
  readonly act: Act
  /** False: refuse rather than wait for a second person. */
  readonly canWait?: boolean
  /** For kinds that only come judged. */
  readonly isJudged?: boolean
}

/** An act that waits for a second person. Stored apart: the record stays as it is meanwhile. */
export interface Pending {
  readonly kind: KindName
  readonly id: string
  readonly version: number
  readonly act: Act
  readonly asked: Stamp
  /** Roles of which the second person has one. */
  readonly approvers: readonly Role[]
  /** Fields that would change. */
  readonly fields: readonly string[]
  readonly answer:
    | (Stamp & { readonly verdict: 'approved' | 'declined'; readonly reason?: string })
    | null
}

/** Something that lost its force by a step. */
export interface Lapsed {
  readonly what: 'approval' | 'acceptance' | 'evidence'
  readonly kind: KindName
  readonly id: string
  /** Fields of the changed record that did it. */
  readonly because: readonly string[]
}

export interface Applied {
  /** As it stands after the step; null for a new record that waits. */
  readonly record: RecordVersion | null
  /** Other records that the step took along, in their new version. */
  readonly others: readonly RecordVersion[]
  /** To be stored together with all of the above; empty when nothing has changed. */
  readonly entries: readonly Entry[]
  readonly lapsed: readonly Lapsed[]
  /** What waits, or the waiting act with its answer. */
  readonly pending: Pending | null
}

/** An `Outcome` that also names every refusal; `refusal` is the first of them. */
export type StepOutcome =
  | { readonly ok: true; readonly value: Applied }
  | {
      readonly ok: false
      readonly refusal: RefusalCode
      readonly facts: Readonly<Record<string, unknown>>
      readonly refusals: readonly Refusal[]
    }

/** `refusals` holds at least one. */
export function no(refusals: readonly Refusal[]): StepOutcome {
  const { code, ...facts } = refusals[0] as Refusal
  return { ok: false, refusal: code, facts, refusals }
}
