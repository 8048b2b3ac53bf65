// SPDX-License-Identifier: EUPL-1.2
/**
 * Registers: the records an entity must keep. Every kind is declared once, one file a noun, and
 * storage, API, import, forms and history derive from that. Steps are pure: they are given the
 * record, who asks, the time and a look-up, and return the next version with what lapsed by it,
 * what waits for a second person, or every reason why not.
 */
import { approve, decline, mayAnswer } from './approval.ts'
import { change, create, erase, move, reinstate, retire } from './change.ts'
import { asOf, withoutErased } from './history.ts'
import { applied } from './record.ts'

export { type Actor, may } from './access.ts'
export { kind, kinds, type ValuesOf } from './catalogue.ts'
export type { Field } from './field.ts'
export type { RecordKind } from './kind.ts'
export type { KindName } from './kind-names.ts'
export type { Lookup } from './lookup.ts'
export type { Entry, RecordVersion } from './record.ts'
export type { Refusal } from './refusal.ts'
export { roles } from './roles.ts'
export type { StepOutcome } from './step.ts'

/** Everything that can happen to records, and how they were. */
export const records = {
  create,
  change,
  move,
  retire,
  reinstate,
  erase,
  approve,
  decline,
  mayAnswer,
  asOf,
  applied,
  withoutErased,
} as const
