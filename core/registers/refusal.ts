// SPDX-License-Identifier: EUPL-1.2
import type { Permission } from './access.ts'
import type { Disordered } from './bodies/problems.ts'
import type { Problem } from './check.ts'
import type { KindName } from './kind-names.ts'
import type { Action, Role } from './roles.ts'

/** Why a step was not made. A step names every reason it can see, not the first alone. */
export type Refusal =
  | Problem
  | Disordered
  /** `path`: the one field that the person may not give or change. */
  | {
      readonly code: 'not-permitted'
      readonly action: Action
      readonly because: Extract<Permission, { allowed: false }>['because'] | 'field'
      readonly path?: string
    }
  | { readonly code: 'stale-version'; readonly given: number; readonly current: number }
  /** The caller would not wait, and the step needs one of these roles besides. */
  | { readonly code: 'needs-second-person'; readonly by: readonly Role[] }
  | { readonly code: 'own-change'; readonly person: string }
  | { readonly code: 'already-answered' }
  | {
      readonly code: 'illegal-transition'
      readonly from: string
      readonly to: string
      /** Where the record can go from here. */
      readonly possible: readonly string[]
    }
  | { readonly code: 'reason-missing' }
  /** Fields of this state do not change any more. */
  | { readonly code: 'frozen'; readonly path: string; readonly state: string }
  | { readonly code: 'retired' }
  | { readonly code: 'not-retired' }
  | {
      readonly code: 'reference-missing'
      readonly path: string
      readonly id: string
      readonly expected: readonly KindName[]
      /** `itself`: a record does not refer to itself. */
      readonly found: KindName | 'nothing' | 'retired' | 'itself'
    }
  /** `through`: the records from this one round to itself, in order; `names` is what they are called. */
  | {
      readonly code: 'circular-reference'
      readonly path: string
      readonly through: readonly string[]
      readonly names: readonly string[]
    }
  | {
      readonly code: 'still-referenced'
      readonly kind: KindName
      readonly field: string
      readonly ids: readonly string[]
    }
  /** Nobody whose word it takes has said in the log that these may run again. */
  | {
      readonly code: 'restart-not-accepted'
      readonly path: string
      readonly processes: readonly string[]
    }
  /** Legal holds that keep the record. */
  | {
      readonly code: 'under-hold'
      readonly ids: readonly string[]
      readonly names: readonly string[]
    }
  | { readonly code: 'id-taken'; readonly id: string }
  | { readonly code: 'natural-key-taken'; readonly fields: readonly string[]; readonly by: string }
  | { readonly code: 'value-taken'; readonly path: string; readonly by: string }

export type RefusalCode = Refusal['code']
