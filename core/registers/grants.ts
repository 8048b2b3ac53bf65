// SPDX-License-Identifier: EUPL-1.2
import type { Action, Grant, Where } from './roles.ts'

// The words of which the permissions of the nouns are made.

type Grants = Readonly<Partial<Record<Action, Grant>>>

export const always: Grant = {}
export const notOwnWork: Grant = { notOwnWork: true }

export const nothing: Grants = {}
export const reads: Grants = { read: always }
export const readsAndNotes: Grants = { read: always, take_note: always }
export const prepares: Grants = { read: always, create: always, change: always }
/** Keeps a register whose records have no states to go through. */
export const keeps: Grants = { ...prepares, retire: always }
/** Keeps a register and leads its records through their states. */
export const runs: Grants = { ...keeps, move: always }

/** The acting person, his or her processes or supplier stand in one of the fields. */
export function mine(holds: 'me' | 'myProcesses' | 'mySupplier', ...fields: string[]): Grant {
  return { where: [{ oneOf: fields, holds }] }
}

export function among(field: string, ...options: string[]): Where {
  return { oneOf: [field], among: options }
}

/** Shared with customers until an instant that has not come yet, and only these fields. */
export function shared(fields: readonly string[], ...states: string[]): Grants {
  const isShared: Where = { oneOf: ['shared_until'], holds: 'notPast' }
  const conditions = states.length === 0 ? [isShared] : [isShared, among('state', ...states)]
  return { read: { where: conditions, fields } }
}

/**
 * Those outside the daily work. A director reads everything; the supervisory board reads everything
 * and takes note, and decides nothing; an auditor reads within the time box. Employees, suppliers
 * and customers see nothing unless a noun says so.
 */
export const boardroom = {
  director: reads,
  supervisory_director: readsAndNotes,
  employee: nothing,
  supplier: nothing,
  customer: nothing,
  auditor: reads,
} as const
