// SPDX-License-Identifier: EUPL-1.2
import type { Values } from '../field.ts'
import type { KindName } from '../kind-names.ts'
import type { Lookup } from '../lookup.ts'
import type { RecordVersion } from '../record.ts'
import { matters } from './matters.ts'
import { seatsOn } from './seats.ts'

/** Why the board itself still has to speak. */
export type Unmandated =
  | 'board-not-asked'
  | 'board-not-decided'
  | 'board-rejected'
  | 'board-changed'
  | 'delegation-over'

/** `through`: the decision that carries it; null where none has to. */
export type Mandate =
  | { readonly through: string | null; readonly isHandedOn: boolean }
  | { readonly because: Unmandated }

interface Judged {
  readonly kind: KindName
  readonly id: string
  /** As it stands; undefined for what is to come. */
  readonly record: RecordVersion | undefined
  /** As they would stand. */
  readonly values: Values
  /** Where it would go; undefined when it stays. */
  readonly to: string | undefined
  readonly changed: readonly string[]
  /** Whoever says yes. */
  readonly person: string
  readonly now: string
  readonly lookup: Lookup
}

const itself: Mandate = { through: null, isHandedOn: false }

/** Bodies whose word is that of the board. */
const speaking: readonly unknown[] = ['board', 'both_boards', 'partners_meeting']

/**
 * Whether whoever says yes may say it for the board: because the board has decided about exactly
 * this, because it has handed it on within kind, amount and time, or because there is nobody else
 * on it.
 *
 * A board that is not in the register yet has nobody else on it: the first steps of an
 * organisation do not wait for a list of its directors.
 */
export function mandateOf(judged: Judged): Mandate {
  const { kind, id, values, to, changed, person, now, lookup } = judged
  const matter = matters[kind]
  if (matter === undefined || !matter.isOne({ values, to, changed })) return itself
  const today = now.slice(0, 10)
  const handedOn = lookup
    .referrers('decision', 'delegated_to', person)
    .filter((one) => isHandedOn(one, kind, today))
  const within = handedOn.find((one) => isWithin(one.values, matter.euros(values)))
  if (within !== undefined) return { through: within.id, isHandedOn: true }
  const decisions = [
    ...lookup.referrers('decision', 'about', id),
    ...(kind === 'kpi' ? lookup.referrers('decision', 'limits/kpi', id) : []),
  ].filter(({ values: { body } }) => speaking.includes(body))
  const [last] = decisions
    .filter(({ state }) => state === 'decided')
    .toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
  if (last?.values['outcome'] === 'approved') {
    return isAsDecided(judged, last)
      ? { through: last.id, isHandedOn: false }
      : { because: 'board-changed' }
  }
  if (isAlone(person, lookup, today)) return itself
  if (decisions.some(({ state }) => state === 'tabled')) return { because: 'board-not-decided' }
  if (last !== undefined) return { because: 'board-rejected' }
  return { because: handedOn.length > 0 ? 'delegation-over' : 'board-not-asked' }
}

/** Handed on by the board itself, and on that day; a power without an end is none. */
export function isHandedOn(
  { state, values, retired }: RecordVersion,
  kind: KindName,
  today: string,
): boolean {
  const { outcome, body, decided_on: from, delegated_until: until, delegated_kinds: on } = values
  if (retired !== null || state !== 'decided' || outcome !== 'approved') return false
  const isNow = String(from ?? '9999') <= today && today <= String(until ?? '')
  return (
    isNow && speaking.includes(body) && Array.isArray(on) && on.includes(kind.replace('-', '_'))
  )
}

/** An amount that nobody wrote down is not nothing: it goes to the board. */
function isWithin(
  { delegation_limit_eur: limit }: Values,
  euros: number | 'none' | undefined,
): boolean {
  if (euros === 'none') return true
  return euros !== undefined && typeof limit === 'number' && euros <= limit
}

/** Limits are those that the board named; of all else nothing was written since it spoke. */
function isAsDecided({ record, id, values }: Judged, decision: RecordVersion): boolean {
  const rows = decision.values['limits'] as readonly Values[] | undefined
  const row = rows?.find((one) => one['kpi'] === id)
  if (row !== undefined) {
    return ['green_limit', 'amber_limit', 'target'].every(
      (name) => row[name] === undefined || row[name] === values[name],
    )
  }
  return record !== undefined && record.changed.at <= momentOf(decision)
}

/** When it was confirmed: a note that is added to a decision later moves nothing. */
function momentOf({ approval, changed }: RecordVersion): string {
  return (approval ?? changed).at
}

function isAlone(person: string, lookup: Lookup, today: string): boolean {
  const members = seatsOn('board', lookup.seats(), today)
  return members.every((one) => one === person)
}
