// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths } from '@schouw/core/kernel'
import { type ChainFacts, type Line, linesOf } from '../facts.ts'
import { evidenceOf, type Proof } from './proof.ts'

/** What customers ask of one duty of care, what can be shown to them, and what is missing. */
export interface Showing {
  /** `a` to `j`. */
  readonly duty: string
  /** Questions of customers that were about it. */
  readonly asked: number
  /** Requirements that are done as a rule, with proof that is fresh. */
  readonly shown: number
  /** Done as a rule, by word alone or by proof that is stale. */
  readonly said: number
  readonly of: number
  /** Requirements that are not there yet or that nobody has judged; the most asked first. */
  readonly missing: readonly string[]
}

const asRule = 3

/** Of every duty; `requirements` are all of them, as the pack has them. */
export function showingOf(facts: ChainFacts, requirements: readonly string[]): readonly Showing[] {
  const proof = evidenceOf(facts)
  const own = Map.groupBy(
    linesOf(facts, 'requirement-answer'),
    (one) => one.text('requirement') ?? '',
  )
  const asked = new Map<string, number>()
  for (const one of linesOf(facts, 'customer-answer')) {
    for (const id of one.list('requirements')) asked.set(id, (asked.get(id) ?? 0) + 1)
  }
  return [...Map.groupBy(requirements, (id) => id.slice(0, 1).toLowerCase())].map(([duty, ids]) => {
    const standing = ids.map((id) => ({ id, is: standingOf(own.get(id) ?? [], proof, id) }))
    const missing = standing.filter(({ is }) => is === 'missing').map(({ id }) => id)
    return {
      duty,
      asked: ids.reduce((sum, id) => sum + (asked.get(id) ?? 0), 0),
      shown: standing.filter(({ is }) => is === 'shown').length,
      said: standing.filter(({ is }) => is === 'said').length,
      of: ids.length - standing.filter(({ is }) => is === 'not_applicable').length,
      missing: missing.toSorted((a, b) => (asked.get(b) ?? 0) - (asked.get(a) ?? 0)),
    }
  })
}

export type Standing = 'shown' | 'said' | 'missing' | 'not_applicable'

/** Of several sites the weakest counts; a level that nobody gave is missing. */
export function standingOf(
  lines: readonly Line[],
  { byId, byRequirement }: ReturnType<typeof evidenceOf>,
  requirement: string,
): Standing {
  const judged = lines.filter((one) => one.number('level') !== null)
  if (judged.length === 0) {
    return lines.some((one) => one.text('not_applicable') !== null) ? 'not_applicable' : 'missing'
  }
  if (judged.some((one) => (one.number('level') ?? 0) < asRule)) return 'missing'
  const isFresh = ({ is_stale, rests_on }: Proof) => !is_stale && rests_on !== 'said'
  const isShown = judged.every((line) =>
    [
      ...line.list('evidence').flatMap((id) => byId.get(id) ?? []),
      ...(byRequirement.get(requirement) ?? []),
    ].some(isFresh),
  )
  return isShown ? 'shown' : 'said'
}

/** What was promised to a customer: within how many hours they hear of an incident, and audits. */
export interface Promised {
  readonly contract: string
  readonly name: string
  readonly party_name: string
  readonly notice_hours: number | null
  readonly has_audit_right: boolean
  /** Number of the clause, where the contract says it. */
  readonly audit_clause: string | null
  /** The last day of the year of the contract that runs: until then an audit may be asked. */
  readonly audit_year_ends_on: string | null
  /** When this customer's audit of that year was held; null while it was not. */
  readonly audit_held_on: string | null
  readonly ends_on: string | null
}

export function promisesOf(facts: ChainFacts): readonly Promised[] {
  return linesOf(facts, 'contract')
    .filter((one) => one.text('party') === 'customer' && one.state === 'in_force')
    .map((one) => {
      const audit = auditClause(one)
      const year = audit === undefined ? null : yearOf(one, facts.today)
      return {
        contract: one.id,
        name: one.text('name') ?? '',
        party_name: one.text('party_name') ?? '',
        notice_hours: noticeHours(one),
        has_audit_right: audit !== undefined,
        audit_clause: audit?.text('number') ?? null,
        audit_year_ends_on: year?.until ?? null,
        audit_held_on: year === null ? null : auditIn(year, one.id, facts),
        ends_on: one.text('ends_on'),
      }
    })
    .toSorted((a, b) => (a.notice_hours ?? 1e9) - (b.notice_hours ?? 1e9))
}

function noticeHours(contract: Line): number | null {
  const clause = agreed(contract, 'incident_notice')
  const hours = [contract.number('notice_hours'), clause?.number('term_hours') ?? null]
  const known = hours.filter((one) => one !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function auditClause(contract: Line) {
  return agreed(contract, 'audit_right')
}

function agreed(contract: Line, subject: string) {
  return contract
    .rows('clauses')
    .find((row) => row.text('subject') === subject && row.flag('is_agreed') === true)
}

const mostYears = 100

/** A year of a contract, from its first day to its last, which is the anniversary of its start. */
interface ContractYear {
  readonly from: string
  readonly until: string
}

/** The year that runs; null for a contract of unknown start. */
function yearOf(contract: Line, today: string): ContractYear | null {
  const start = contract.text('starts_on') ?? contract.text('signed_on')
  if (start === null) return null
  let from = start
  for (let year = 1; year <= mostYears; year += 1) {
    const until = addMonths(start, 12 * year)
    if (until >= today) return { from, until }
    from = addDays(until, 1)
  }
  return null
}

/** The last day of a customer's audit that was held in the year; null where none was. */
function auditIn(
  { from, until }: ContractYear,
  contract: string,
  facts: ChainFacts,
): string | null {
  const days = linesOf(facts, 'audit').flatMap((one) => {
    if (one.text('type') !== 'customer' || one.text('contract') !== contract) return []
    return one.state === 'cancelled' ? [] : (one.text('ended_on') ?? one.text('reported_on') ?? [])
  })
  return (
    days
      .filter((on) => on >= from && on <= until && on <= facts.today)
      .toSorted()
      .at(-1) ?? null
  )
}

/** Until when a customer may still ask for an audit: once one was held, that is a year later. */
export function auditOwedUntil(contract: Line, facts: ChainFacts): string | null {
  const year = auditClause(contract) === undefined ? null : yearOf(contract, facts.today)
  if (year === null) return null
  const isHeld = auditIn(year, contract.id, facts) !== null
  return isHeld ? (yearOf(contract, addDays(year.until, 1))?.until ?? null) : year.until
}
