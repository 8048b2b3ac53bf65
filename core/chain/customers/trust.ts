// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@schouw/core/kernel'
import type { KindName } from '@schouw/core/registers'
import { seatsOf } from '@schouw/core/registers/bodies'
import { type ChainFacts, type Line, linesOf } from '../facts.ts'
import { evidenceOf, type Proof } from './proof.ts'
import { promisesOf, showingOf } from './showing.ts'

/** Registers that a customer is shown something of: counts and dates, and what was approved for them. */
export const kindsOfTrust = [
  'organisation',
  'requirement-answer',
  'evidence-file',
  'appointment',
  'certificate',
  'restore-test',
  'exercise',
  'playbook',
  'supplier',
  'supplier-review',
  'contract',
  'customer-questionnaire',
  'customer-answer',
  'trust-share',
] as const satisfies readonly KindName[]

const languages = ['nl', 'en'] as const

/** What is tested, and how often in the last year. */
export interface Tested {
  readonly times: number
  readonly passed: number
  readonly last_on: string | null
}

/** What one customer may see, as of now. What is not shared is null; nothing in it names a person. */
export interface TrustShown {
  readonly organisation: string
  readonly party_name: string
  readonly language: 'nl' | 'en'
  readonly today: string
  readonly shared_until: string
  readonly statement: string | null
  readonly contact_mailbox: string | null
  readonly duties:
    | readonly {
        readonly duty: string
        readonly shown: number
        readonly said: number
        readonly of: number
      }[]
    | null
  readonly board: { readonly members: number; readonly trained: number } | null
  readonly certificates: readonly Omit<Proof, 'id' | 'is_confidential'>[] | null
  readonly tests: { readonly restores: Tested; readonly exercises: Tested } | null
  readonly incidents: { readonly playbooks: number; readonly notice_hours: number | null } | null
  readonly supply_chain: {
    readonly critical: number
    readonly reviewed: number
    readonly with_notice: number
  } | null
  readonly answers:
    | readonly {
        readonly question: string
        readonly answer: string | null
        readonly explanation: string | null
        readonly fresh_until: string | null
      }[]
    | null
}

interface Showing {
  readonly facts: ChainFacts
  readonly organisation: string
  readonly requirements: readonly string[]
}

/** A share that was drawn back, has lapsed or was never given out shows nothing: undefined. */
export function openShare(facts: ChainFacts, id: string, now: string): Line | undefined {
  const share = linesOf(facts, 'trust-share').find((one) => one.id === id)
  const isOpen = share?.state === 'shared' && (share.text('shared_until') ?? '') > now
  return isOpen ? share : undefined
}

/** What this share shows of the registers as they stand. */
export function trustShown(
  { facts, organisation, requirements }: Showing,
  share: Line,
): TrustShown {
  const shows = new Set(share.list('shows'))
  const of = <Part>(name: string, part: () => Part): Part | null =>
    shows.has(name) ? part() : null
  const party = share.text('party_name') ?? ''
  return {
    organisation,
    party_name: party,
    language: languages.find((one) => one === share.text('language')) ?? 'nl',
    today: facts.today,
    shared_until: share.text('shared_until') ?? '',
    statement: share.text('statement'),
    contact_mailbox: share.text('contact_mailbox'),
    duties: of('duties', () =>
      showingOf(checkedOnly(facts), requirements).map(({ duty, shown, said, of: all }) => ({
        ...{ duty, shown, said, of: all },
      })),
    ),
    board: of('board', () => boardOf(facts)),
    certificates: of('certificates', () => certificatesOf(facts, share)),
    tests: of('tests', () => testsOf(facts)),
    incidents: of('incidents', () => incidentsOf(facts, share)),
    supply_chain: of('supply_chain', () => supplyOf(facts)),
    answers: of('answers', () => answersTo(facts, share)),
  }
}

/** What a second person has not looked at is nobody's word to a customer. */
function checkedOnly(facts: ChainFacts): ChainFacts {
  const answers = facts.records['requirement-answer'] ?? []
  const checked = answers.filter(({ state }) => state === 'checked')
  return { ...facts, records: { ...facts.records, 'requirement-answer': checked } }
}

const boardRoles = seatsOf('board')

function boardOf(facts: ChainFacts) {
  const { today } = facts
  const holds = (one: Line) =>
    boardRoles.includes(one.text('role') ?? '') &&
    (one.text('from') ?? '') <= today &&
    (one.text('to') ?? today) >= today
  const members = new Set(
    linesOf(facts, 'appointment').flatMap((one) => (holds(one) ? (one.text('person') ?? []) : [])),
  )
  const trained = new Set(
    linesOf(facts, 'certificate').flatMap((one) => {
      const isValid = one.state === 'checked' && (one.text('valid_until') ?? today) >= today
      return isValid ? (one.text('person') ?? []) : []
    }),
  )
  return { members: members.size, trained: [...members].filter((id) => trained.has(id)).length }
}

/** Dates of what was chosen for this customer; the files themselves are shared apart. */
function certificatesOf(facts: ChainFacts, share: Line) {
  const { byId } = evidenceOf(facts)
  return share.list('evidence').flatMap((id) => {
    const proof = byId.get(id)
    if (proof === undefined) return []
    const { name, dated, valid_until, rests_on, is_stale } = proof
    return [{ name, dated, valid_until, rests_on, is_stale }]
  })
}

function testsOf(facts: ChainFacts) {
  return {
    restores: tested(
      linesOf(facts, 'restore-test').filter(
        ({ state }) => state === 'done' || state === 'confirmed',
      ),
      { day: 'tested_on', today: facts.today },
    ),
    exercises: tested(
      linesOf(facts, 'exercise').filter(({ state }) => state === 'held' || state === 'evaluated'),
      { day: 'held_on', today: facts.today },
    ),
  }
}

function tested(
  lines: readonly Line[],
  { day, today }: { readonly day: string; readonly today: string },
): Tested {
  const since = addMonths(today, -12)
  const held = lines.filter((one) => (one.text(day) ?? '') > since)
  return {
    times: held.length,
    passed: held.filter((one) => one.text('result') === 'passed').length,
    last_on:
      lines
        .flatMap((one) => one.text(day) ?? [])
        .toSorted()
        .at(-1) ?? null,
  }
}

/** The term of the contract with this customer, else none: what others were promised is theirs. */
function incidentsOf(facts: ChainFacts, share: Line) {
  const contract = share.text('contract')
  const promise = promisesOf(facts).find((one) => one.contract === contract)
  return {
    playbooks: linesOf(facts, 'playbook').filter(({ state }) => state === 'approved').length,
    notice_hours: promise?.notice_hours ?? null,
  }
}

function supplyOf(facts: ChainFacts) {
  const critical = linesOf(facts, 'supplier').filter(
    (one) => one.state !== 'former' && isCritical(one),
  )
  const since = addMonths(facts.today, -12)
  const reviewed = new Set(
    linesOf(facts, 'supplier-review').flatMap((one) =>
      one.state === 'assessed' && (one.text('planned_on') ?? '') > since
        ? (one.text('supplier') ?? [])
        : [],
    ),
  )
  const noticing = new Set(
    linesOf(facts, 'contract').flatMap((one) =>
      one.state === 'in_force' && one.number('notice_hours') !== null
        ? (one.text('supplier') ?? [])
        : [],
    ),
  )
  return {
    critical: critical.length,
    reviewed: critical.filter(
      (one) => reviewed.has(one.id) || (one.text('last_review_on') ?? '') > since,
    ).length,
    with_notice: critical.filter(({ id }) => noticing.has(id)).length,
  }
}

function isCritical(supplier: Line): boolean {
  return ['critical', 'high'].includes(supplier.text('criticality') ?? '')
}

/** Answers that went to this customer, and stand. */
function answersTo(facts: ChainFacts, share: Line) {
  const own = new Set(
    linesOf(facts, 'customer-questionnaire').flatMap((one) =>
      isTheirs(one, share) ? [one.id] : [],
    ),
  )
  return linesOf(facts, 'customer-answer')
    .filter((one) => one.state === 'approved' && own.has(one.text('questionnaire') ?? ''))
    .toSorted((a, b) => (a.number('number') ?? 0) - (b.number('number') ?? 0))
    .map((one) => ({
      question: one.text('question') ?? '',
      answer: one.text('answer'),
      explanation: one.text('explanation'),
      fresh_until: one.text('fresh_until'),
    }))
}

/** By the contract where both name one, else by what the party is called. */
export function isTheirs(questionnaire: Line, share: Line): boolean {
  if (questionnaire.state !== 'sent') return false
  const [one, other] = [questionnaire.text('contract'), share.text('contract')]
  if (one !== null && other !== null) return one === other
  const called = (line: Line) => (line.text('party_name') ?? '').trim().toLowerCase()
  return called(questionnaire) !== '' && called(questionnaire) === called(share)
}
