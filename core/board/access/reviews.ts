// SPDX-License-Identifier: EUPL-1.2
import type { Line, Registers } from '../facts.ts'

/** Accounts of a review about which something was said. */
export function decidedCount(review: Line): number {
  const asked = new Set(review.list('accounts'))
  const said = new Set(review.rows('verdicts').map((row) => row.text('account')))
  return [...asked].filter((account) => said.has(account)).length
}

/** Days of a calendar: both are `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/**
 * Days that a signed review proves what it found. Requirement I6 asks two a year; the same half
 * year is how long its figures say anything about second factors. Editorial.
 */
export const reviewTermDays = 183

export interface AccessProof {
  readonly review: string
  readonly requirement: string
  readonly name: string
  readonly signedOn: string
  /** The review found what goes against the requirement, and how heavily that weighs. */
  readonly against: 'high' | 'medium' | null
}

/**
 * What signed reviews test, requirement by requirement: only reviews in which every account was
 * decided upon and of which the digest that was signed holds, the newest of each set of systems,
 * and only for as long as they say something.
 */
export function accessProofs(registers: Registers, today: string): readonly AccessProof[] {
  const newest = new Map<string, Line>()
  for (const line of registers.all('access-review')) {
    const isWhole = decidedCount(line) === line.list('accounts').length
    if (line.state !== 'signed' || !isWhole || line.text('signed_on') === null) continue
    // Whoever reads the register leaves out a digest that cannot be made again from the log.
    if (line.text('list_digest') === null) continue
    const key = JSON.stringify(line.list('systems').toSorted())
    const before = newest.get(key)?.text('signed_on') ?? ''
    if ((line.text('signed_on') ?? '') >= before) newest.set(key, line)
  }
  return [...newest.values()]
    .filter((line) => daysBetween(line.text('signed_on') ?? '', today) <= reviewTermDays)
    .flatMap(proofsOf)
}

function proofsOf(line: Line): readonly AccessProof[] {
  const one = {
    review: line.id,
    name: line.text('name') ?? '',
    signedOn: line.text('signed_on') ?? '',
  }
  const count = (field: string) => line.number(field)
  const proof = (
    requirement: string,
    found: number | null,
    weight: 'high' | 'medium',
  ): readonly AccessProof[] =>
    // A count that was never made proves nothing.
    found === null ? [] : [{ ...one, requirement, against: found > 0 ? weight : null }]
  const unknown = count('mfa_unknown_count')
  const isKnown = unknown === 0
  return [
    ...proof('I4', count('leaver_count'), 'high'),
    ...proof('I6', count('stale_count') === null ? null : 0, 'medium'),
    ...(isKnown || (count('privileged_without_mfa_count') ?? 0) > 0
      ? proof('J2', count('privileged_without_mfa_count'), 'high')
      : []),
  ]
}
