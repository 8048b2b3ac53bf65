// SPDX-License-Identifier: EUPL-1.2
import type { Field } from './field.ts'
import type { KindName } from './kind-names.ts'
import type { Permissions, Role } from './roles.ts'

/** The one declaration of a noun, from which everything about its records derives. */
export interface RecordKind {
  readonly name: KindName
  readonly fields: Readonly<Record<string, Field>>
  /** Fields that name a record to people, the most telling first. */
  readonly title: readonly [string, ...string[]]
  /**
   * Fields by which an import knows a record again; no two records of a tenant and kind share them.
   * A field without a value counts as a value of its own.
   */
  readonly key: readonly [string, ...string[]]
  /** Pairs of numbers, dates or instants of which the first is never past the second. */
  readonly order: readonly (readonly [string, string])[]
  /** Sets of fields of which exactly one has a value. */
  readonly either: readonly (readonly [string, string, ...string[]])[]
  /** Fields that lead to records of the same kind, and never round in a circle. */
  readonly acyclic?: readonly string[]
  readonly lifecycle: Lifecycle
  readonly may: Permissions
  readonly withholds?: Withheld
  readonly fourEyes: readonly FourEyes[]
  readonly lapses: readonly Lapse[]
  readonly evidence: Evidence
  /** New ones come from where their making was judged; no role may bring one otherwise. */
  readonly isJudged?: true
}

/**
 * The states of a record and its ways through them. Retiring is apart from it: a record of any
 * state can retire, and stays.
 */
export interface Lifecycle {
  readonly states: readonly [string, ...string[]]
  /** In which a record may begin; the first when nothing is said. Never one that four eyes guard. */
  readonly initial: readonly [string, ...string[]]
  /** States in which no field changes any more. */
  readonly frozen: readonly string[]
  /** Fields that still change in a frozen state. */
  readonly open?: readonly string[]
  readonly transitions: readonly Transition[]
  /** Where a record ends up from these states when what it rested on has changed. */
  readonly lapse?: { readonly from: readonly string[]; readonly to: string }
}

export interface Transition {
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
  /** Fields that must have a value. */
  readonly needs?: readonly string[]
  /** The referred record must still be at the version that the other field names. */
  readonly pinned?: { readonly reference: string; readonly version: string }
  /** A reason must be given. */
  readonly reason?: true
}

/** What some people may not read of a record they may read, as long as it is in these states. */
export interface Withheld {
  readonly fields: readonly string[]
  readonly while: readonly string[]
  /** Whoever is named in one of these reads them all the same. */
  readonly unless: readonly string[]
  /** Whoever made the record does too, unless named in one of these. */
  readonly from: readonly string[]
}

/**
 * An act that waits until a second person with one of the roles approves it. What guards retiring
 * guards coming back, too.
 */
export type FourEyes =
  | { readonly on: 'create' | 'retire' | 'erase'; readonly by: readonly Role[] }
  | { readonly on: 'move'; readonly to: readonly string[]; readonly by: readonly Role[] }
  | {
      readonly on: 'change'
      readonly fields: readonly string[]
      /** Only of a record that is in one of these states; when absent of any, and of a new one. */
      readonly in?: readonly string[]
      /** Not when the field gets one of these values. */
      readonly unless?: readonly string[]
      readonly by: readonly Role[]
    }

/** What loses its force when one of the fields changes. */
export interface Lapse {
  readonly what: 'approval' | 'acceptance' | 'evidence'
  readonly when: readonly string[]
  /** The record itself, or those of a kind that refer to it through a field. */
  readonly of: 'itself' | { readonly kind: KindName; readonly field: string }
}

/**
 * On what a status that leans on such a record rests: somebody said so, something shows it, or it
 * was tested. A choice of the record may decide.
 */
export type Evidence =
  | EvidenceLevel
  | { readonly field: string; readonly levels: Readonly<Record<string, EvidenceLevel>> }

type EvidenceLevel = 'said' | 'shown' | 'tested'
