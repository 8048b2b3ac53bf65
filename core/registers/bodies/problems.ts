// SPDX-License-Identifier: EUPL-1.2
import type { Value, Values } from '../field.ts'
import type { KindName } from '../kind-names.ts'
import type { Lookup } from '../lookup.ts'
import type { RecordVersion } from '../record.ts'
import type { Unmandated } from './mandate.ts'
import { attendance, type GivenProxy, neededOf } from './quorum.ts'
import { type Seat, seatOf, seatsOf } from './seats.ts'
import { isCounted, votesOn } from './votes.ts'

/** What is not in order about who speaks for whom, who is there, and what came of the votes. */
export type Disorder =
  | 'proxy-of-oneself'
  | 'proxy-twice'
  | 'proxy-passed-on'
  | 'proxy-of-present'
  | 'proxy-holder-absent'
  | 'proxy-too-many'
  | 'proxy-not-member'
  | 'proxy-not-given'
  | 'no-quorum'
  | 'outcome-differs'
  | 'not-own-vote'
  | 'objection-too-late'
  | Unmandated

export interface Disordered {
  readonly code: 'out-of-order'
  readonly path: string
  readonly because: Disorder
}

/** Hours after a vote within which its member may object to it. */
export const objectionHours = 72
const hourMs = 3_600_000

interface Judged {
  readonly kind: KindName
  readonly id: string
  /** As they would stand. */
  readonly values: Values
  /** Where it would go; undefined when it stays. */
  readonly to?: string | undefined
  readonly lookup: Lookup
  readonly now: string
}

/** What the other records of the tenant say against a step; empty for most kinds. */
export function bodyProblems(judged: Judged): readonly Disordered[] {
  const { kind, to } = judged
  if (kind === 'meeting') return meetingProblems(judged)
  if (kind === 'vote') return voteProblems(judged)
  if (kind === 'objection') return objectionProblems(judged)
  return kind === 'decision' && to === 'decided' ? decisionProblems(judged) : []
}

function refused(path: string, because: Disorder): Disordered {
  return { code: 'out-of-order', path, because }
}

function meetingProblems({ values, lookup, now }: Judged): readonly Disordered[] {
  const proxies = proxiesIn(values)
  const present = idsIn(values['present'])
  const most = values['most_proxies']
  const givers = new Set(proxies.map(({ absent_member: giver }) => giver))
  const body = String(values['body'])
  const day = dayOf(values, now)
  const sits = (person: string) => seatIn(lookup, { person, body, day }) !== undefined
  const problems = proxies.flatMap(({ absent_member: giver, holder }, at): Disordered[] => {
    const path = `/proxies/${at}`
    const earlier = proxies.slice(0, at)
    const held = proxies.filter((one) => one.holder === holder).length
    const found: Disorder[] = []
    if (giver === holder) found.push('proxy-of-oneself')
    if (earlier.some((one) => one.absent_member === giver)) found.push('proxy-twice')
    if (giver !== holder && givers.has(holder)) found.push('proxy-passed-on')
    if (present.includes(giver)) found.push('proxy-of-present')
    if (present.length > 0 && !present.includes(holder)) found.push('proxy-holder-absent')
    if (typeof most === 'number' && held > most) found.push('proxy-too-many')
    if (seatsOf(body).length > 0 && !(sits(giver) && sits(holder))) found.push('proxy-not-member')
    return found.map((because) => refused(path, because))
  })
  if (values['has_quorum'] !== true || seatsOf(body).length === 0) return problems
  const members = [...new Set([...present, ...idsIn(values['absent']), ...givers])].filter(sits)
  const { present: there, by_proxy: spokenFor } = attendance({
    members: members.map((person) => ({ person })),
    present,
    proxies,
    quorumPercent: null,
  })
  // Nobody is counted away by leaving them off both lists.
  const entitled = Math.max(members.length, Number(values['members_entitled'] ?? 0))
  const percent = values['quorum_percent']
  const needed = neededOf(entitled, percent === undefined ? null : Number(percent))
  const isThere = entitled > 0 && there + spokenFor >= needed
  return isThere ? problems : [...problems, refused('/has_quorum', 'no-quorum')]
}

/** Whoever speaks for another was given that, in the meeting that has the question on its agenda. */
function voteProblems({ values, lookup }: Judged): readonly Disordered[] {
  const { decision, person, on_behalf_of: giver } = values
  if (typeof giver !== 'string') return []
  const isGiven = meetingsOf(lookup, String(decision)).some(({ values: meeting }) =>
    proxiesIn(meeting).some((one) => one.absent_member === giver && one.holder === person),
  )
  return isGiven ? [] : [refused('/on_behalf_of', 'proxy-not-given')]
}

/** An objection is to a vote of one's own, and within its term: later, another vote says more. */
function objectionProblems({ values, lookup, now }: Judged): readonly Disordered[] {
  const { vote: id, decision, person } = values
  const vote = lookup
    .referrers('vote', 'decision', String(decision))
    .find((one) => one.id === id && one.values['person'] === person)
  if (vote === undefined) return [refused('/vote', 'not-own-vote')]
  const hours = (Date.parse(now) - Date.parse(vote.created.at)) / hourMs
  return hours > objectionHours ? [refused('/vote', 'objection-too-late')] : []
}

/**
 * An outcome follows from the votes, where there are any, of those who have a seat: equal votes
 * approve nothing. Postponing and taking note need neither votes nor quorum.
 */
function decisionProblems({ id, values, lookup, now }: Judged): readonly Disordered[] {
  const { outcome } = values
  if (outcome !== 'approved' && outcome !== 'rejected') return []
  const held = meetingsOf(lookup, id).filter(({ state }) => state === 'held')
  const problems: Disordered[] = held.some((one) => one.values['has_quorum'] === false)
    ? [refused('/outcome', 'no-quorum')]
    : []
  const objections = lookup.referrers('objection', 'decision', id)
  const { votes } = votesOn(id, lookup.referrers('vote', 'decision', id), objections)
  const [body, day] = [String(values['body']), dayOf(values, now)]
  const isDuty = values['subject'] === 'approve_measures'
  const deciding = votes.filter((vote) => {
    const seat = seatIn(lookup, { person: vote.speaks_for, body, day })
    return seat !== undefined && isCounted(vote) && (!isDuty || seat.is_executive)
  })
  const count = (choice: string) => deciding.filter((one) => one.choice === choice).length
  if (deciding.length === 0) return problems
  const isApproved = count('approve') > count('reject')
  if (isApproved !== (outcome === 'approved')) problems.push(refused('/outcome', 'outcome-differs'))
  return problems
}

interface Place {
  readonly person: string
  readonly body: string
  readonly day: string
}

function seatIn(lookup: Lookup, { person, body, day }: Place): Seat | undefined {
  const found = lookup
    .referrers('appointment', 'person', person)
    .flatMap((one) => seatOf(one, body, day) ?? [])
  return found.find(({ is_executive: isExecutive }) => isExecutive) ?? found[0]
}

function meetingsOf(lookup: Lookup, decision: string): readonly RecordVersion[] {
  return lookup
    .referrers('meeting', 'agenda/decision', decision)
    .filter(({ state }) => state !== 'cancelled')
}

function dayOf(values: Values, now: string): string {
  const known = values['held_at'] ?? values['planned_at'] ?? values['decided_on'] ?? now
  return String(known).slice(0, 10)
}

function proxiesIn({ proxies }: Values): readonly GivenProxy[] {
  return Array.isArray(proxies) ? (proxies as unknown as readonly GivenProxy[]) : []
}

function idsIn(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
