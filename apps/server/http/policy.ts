// SPDX-License-Identifier: EUPL-1.2
import { type Actor, kinds, may } from '@schouw/core/registers'

/**
 * Who may follow the log as outside tools do. It holds no values, but it tells which records there
 * are, who changed them and when: that is for those who oversee everything.
 */
const readers: readonly Actor['roles'][number][] = [
  'director',
  'supervisory_director',
  'ciso',
  'auditor',
]

export function mayReadLog(actor: Actor, now: string): boolean {
  const roles = actor.roles.filter((role) => readers.includes(role))
  // A time box shuts for the log when it shuts for the registers.
  return may({ actor: { ...actor, roles }, action: 'read', kind: kinds.organisation, now }).allowed
}
