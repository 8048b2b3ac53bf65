// SPDX-License-Identifier: EUPL-1.2

/** What somebody is to the organisation when acting in it. One person may have several. */
export const roles = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'employee',
  'supplier',
  'customer',
  'auditor',
  'consultant',
] as const
export type Role = (typeof roles)[number]

export const actions = [
  'read',
  'create',
  'change',
  'move',
  'retire',
  'erase',
  'approve',
  'take_note',
] as const
export type Action = (typeof actions)[number]

/**
 * Under what a role may do something. Nothing stated: always. Plain data, so that storage can turn
 * `where` into its own condition and never fetches what may not be seen.
 */
export interface Grant {
  /** All of these hold for the record. */
  readonly where?: readonly Where[]
  /** Only these fields are shown or may be given. */
  readonly fields?: readonly string[]
  /** Not when the person made, last changed, or answers for the record. */
  readonly notOwnWork?: true
}

/**
 * A condition on one of the fields; `id` and `state` are the record's own. `my…`: the field is or
 * contains the acting person, one of the processes he or she owns, or the supplier he or she
 * answers for. `notPast`: the instant lies ahead. `among`: the choice is one of the options.
 */
export type Where =
  | {
      readonly oneOf: readonly string[]
      readonly holds: 'me' | 'myProcesses' | 'mySupplier' | 'notPast'
    }
  | { readonly oneOf: readonly string[]; readonly among: readonly string[] }

/** What is not listed is denied; every role is. */
export type Permissions = Readonly<Record<Role, Readonly<Partial<Record<Action, Grant>>>>>

/** Roles that somebody holds only between two instants; without an end they hold nothing. */
export const timeBoxedRoles: readonly Role[] = ['supplier', 'customer', 'auditor', 'consultant']
