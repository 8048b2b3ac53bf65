// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { daysBetween, decidedCount } from './reviews.ts'

/** What is the matter with an account; each is something that somebody has to look at. */
export const accountFlags = [
  'leaver',
  'privileged_without_mfa',
  'stale',
  'shared',
  'without_mfa',
  'nobody',
  'gone',
] as const
export type AccountFlag = (typeof accountFlags)[number]

export interface AccessFacts {
  readonly accounts: readonly RecordVersion[]
  readonly people: readonly RecordVersion[]
  readonly reviews: readonly RecordVersion[]
  readonly today: string
  /** An account that was not used for longer is unused. */
  readonly staleDays: number
  /** Whether the reader sees who people are and when they left; what rests on it is unknown else. */
  readonly isPeopleKnown: boolean
}

export interface AccountLine {
  readonly id: string
  readonly system: string
  readonly account: string
  /** As the register of people knows him or her, by link or by mail address. */
  readonly person: string | null
  readonly is_privileged: boolean | null
  readonly mfa: boolean | null
  readonly last_used_at: string | null
  readonly flags: readonly AccountFlag[]
}

export interface AccessCounts {
  /** Accounts that can sign in, and stood in the newest whole list. */
  readonly active: number
  readonly with_mfa: number
  /** Of whom it is not known. */
  readonly mfa_unknown: number
  /** Of the active ones that people use: what coverage is measured against. */
  readonly mfa_base: number
  readonly privileged: number
  readonly privileged_with_mfa: number
  readonly privileged_mfa_unknown: number
  /** Accounts of which nothing was said about rights. */
  readonly privileged_unknown: number
  /** Active accounts of which no sign-in is known. */
  readonly never_seen_used: number
  /** Null: not for this reader to know. */
  readonly flags: Readonly<Record<AccountFlag, number | null>>
}

export interface ReviewLine {
  readonly id: string
  readonly name: string
  readonly reviewer: string | null
  readonly state: string
  readonly due_on: string | null
  readonly is_late: boolean
  readonly accounts: number
  readonly decided: number
  readonly signed_on: string | null
}

export interface AccessStanding {
  readonly counts: AccessCounts
  readonly systems: readonly {
    readonly name: string
    /** Day of its newest whole list. */
    readonly seen_on: string | null
    readonly active: number
  }[]
  /** Every account with something the matter, the gravest first. */
  readonly flagged: readonly AccountLine[]
  readonly reviews: readonly ReviewLine[]
}

/** What the exports of accounts come to beside the register of people. */
export function accessStanding(facts: AccessFacts): AccessStanding {
  const lines = judgedAccounts(facts)
  const newest = newestLists(lines.map(({ line }) => line))
  const active = lines.filter(({ isActive }) => isActive)
  return {
    counts: countsOf(active, lines, facts.isPeopleKnown),
    systems: [...newest].map(([name, seen_on]) => ({
      name,
      seen_on: seen_on === '' ? null : seen_on,
      active: active.filter(({ line }) => line.text('system') === name).length,
    })),
    flagged: lines
      .filter(({ shown }) => shown.flags.length > 0)
      .map(({ shown }) => shown)
      .toSorted((a, b) => gravity(a) - gravity(b) || (a.account < b.account ? -1 : 1)),
    reviews: reviewsOf(facts),
  }
}

/** Each account by itself, beside the people and the newest list of its system. */
export function judgedAccounts(facts: AccessFacts): readonly Judged[] {
  const accounts = facts.accounts.filter(({ retired }) => retired === null).map(lineOf)
  const known = peopleOf(facts)
  const newest = newestLists(accounts)
  return accounts.map((line) => judged(line, { facts, known, newest }))
}

function gravity({ flags }: AccountLine): number {
  return accountFlags.findIndex((flag) => flags.includes(flag))
}

interface Known {
  readonly byId: ReadonlyMap<string, { readonly hasLeft: boolean }>
  /** Mail address in lower case to person; null where two share it. */
  readonly byMail: ReadonlyMap<string, string | null>
}

/** Retired ones too: who was taken out of the register has left. */
function peopleOf({ people, today }: AccessFacts): Known {
  const byId = new Map<string, { readonly hasLeft: boolean }>()
  const byMail = new Map<string, string | null>()
  for (const record of people) {
    const line = lineOf(record)
    const left = line.text('left_on')
    byId.set(record.id, { hasLeft: record.retired !== null || (left !== null && left < today) })
    const mail = line.text('email')?.toLowerCase()
    if (mail !== undefined) byMail.set(mail, byMail.has(mail) ? null : record.id)
  }
  return { byId, byMail }
}

/** System to the day of its newest whole list; empty where it never gave one. */
function newestLists(accounts: readonly Line[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>()
  for (const line of accounts) {
    const system = line.text('system') ?? ''
    const seen = line.text('seen_on') ?? ''
    if (seen >= (newest.get(system) ?? '')) newest.set(system, seen)
  }
  return newest
}

export interface Judged {
  readonly line: Line
  readonly isActive: boolean
  readonly isOfPeople: boolean
  readonly shown: AccountLine
}

interface Around {
  readonly facts: AccessFacts
  readonly known: Known
  readonly newest: ReadonlyMap<string, string>
}

const ofMachines: readonly string[] = ['service', 'built_in']
const ofNobody: readonly string[] = ['shared', 'emergency']
const byPeople: readonly AccountFlag[] = ['leaver', 'nobody']

function judged(line: Line, { facts, known, newest }: Around): Judged {
  const { today, staleDays, isPeopleKnown } = facts
  const person = personOf(line, known)
  const type = line.text('account_type')
  const last = newest.get(line.text('system') ?? '') ?? ''
  const isGone = last !== '' && (line.text('seen_on') ?? '') < last
  const isEnabled = line.flag('is_enabled') !== false
  const isActive = isEnabled && !isGone
  const isOfPeople = isActive && !ofMachines.includes(type ?? '')
  const mfa = line.flag('mfa')
  const isPrivileged = line.flag('is_privileged')
  const used = line.text('last_used_at')
  const day = last === '' ? today : last
  const isStale = used !== null && daysBetween(used.slice(0, 10), day) > staleDays
  const holds: Readonly<Record<AccountFlag, boolean>> = {
    leaver:
      isPeopleKnown && isActive && person !== null && known.byId.get(person)?.hasLeft === true,
    privileged_without_mfa: isOfPeople && isPrivileged === true && mfa === false,
    stale: isActive && isStale,
    shared: isActive && type === 'shared',
    without_mfa: isOfPeople && isPrivileged !== true && mfa === false,
    nobody: isPeopleKnown && isOfPeople && person === null && !ofNobody.includes(type ?? ''),
    gone: isEnabled && isGone,
  }
  const shown: AccountLine = {
    id: line.id,
    system: line.text('system') ?? '',
    account: line.text('account') ?? '',
    person,
    is_privileged: isPrivileged,
    mfa,
    last_used_at: used,
    flags: accountFlags.filter((flag) => holds[flag]),
  }
  return { line, isActive, isOfPeople, shown }
}

function personOf(line: Line, { byId, byMail }: Known): string | null {
  const linked = line.text('person')
  if (linked !== null && byId.has(linked)) return linked
  for (const name of ['email', 'account']) {
    const found = byMail.get(line.text(name)?.toLowerCase() ?? '')
    if (typeof found === 'string') return found
  }
  return null
}

function countsOf(
  active: readonly Judged[],
  all: readonly Judged[],
  isPeopleKnown: boolean,
): AccessCounts {
  const count = (those: readonly Judged[], holds: (one: AccountLine) => boolean) =>
    those.filter(({ shown }) => holds(shown)).length
  const people = active.filter(({ isOfPeople }) => isOfPeople)
  const strong = people.filter(({ shown }) => shown.is_privileged === true)
  const flags = Object.fromEntries(
    accountFlags.map((flag) => [
      flag,
      byPeople.includes(flag) && !isPeopleKnown
        ? null
        : count(all, ({ flags: those }) => those.includes(flag)),
    ]),
  ) as Record<AccountFlag, number | null>
  return {
    active: active.length,
    mfa_base: people.length,
    with_mfa: count(people, ({ mfa }) => mfa === true),
    mfa_unknown: count(people, ({ mfa }) => mfa === null),
    privileged: strong.length,
    privileged_with_mfa: count(strong, ({ mfa }) => mfa === true),
    privileged_mfa_unknown: count(strong, ({ mfa }) => mfa === null),
    privileged_unknown: count(active, ({ is_privileged }) => is_privileged === null),
    never_seen_used: count(active, ({ last_used_at }) => last_used_at === null),
    flags,
  }
}

function reviewsOf({ reviews, today }: AccessFacts): readonly ReviewLine[] {
  return reviews
    .filter(({ retired }) => retired === null)
    .map(lineOf)
    .map((line) => {
      const due = line.text('due_on')
      return {
        id: line.id,
        name: line.text('name') ?? '',
        reviewer: line.text('reviewer'),
        state: line.state,
        due_on: due,
        is_late: line.state === 'open' && due !== null && due < today,
        accounts: line.list('accounts').length,
        decided: decidedCount(line),
        signed_on: line.text('signed_on'),
      }
    })
    .toSorted((a, b) => ((a.due_on ?? '') < (b.due_on ?? '') ? 1 : -1))
}
