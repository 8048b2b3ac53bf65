// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import type { KindName } from '@schouw/core/registers'
import { type Line, type Ref, type Registers, refOf, type StandingFacts } from './facts.ts'
import { scopesOf } from './scope.ts'
import type { TrainingTerm } from './terms.ts'

/** What a step of the first ninety days still lacks; null: nothing. */
export type PathGap =
  | 'action_plan'
  | 'decision'
  | 'designation'
  | 'estimate'
  | 'figures'
  | 'held'
  | 'mailbox'
  | 'more_answers'
  | 'none'
  | 'result'
  | 'terms'
  | 'weighing'

export interface PathStep {
  readonly id: PathStepId
  readonly wave: 'days_30' | 'days_60' | 'days_90'
  /** Null: it rests on a register that the reader may not see. */
  readonly is_done: boolean | null
  readonly gap: PathGap | null
  /** How many there are, of how many where that is known. */
  readonly count: number | null
  readonly of: number | null
  /** The nearest day that belongs to it: a training term, a planned exercise. */
  readonly due_on: string | null
  /** What shows that it is done, or what it waits for. */
  readonly record: Ref | null
}

export interface Path {
  /** No legal entity falls under the law: what is asked comes by contract, from customers. */
  readonly is_indirect: boolean
  readonly steps: readonly PathStep[]
  readonly done: number
  /** 1 is the day on which the organisation was set up; null when that is not known. */
  readonly day: number | null
}

type Found = Partial<Pick<PathStep, 'gap' | 'count' | 'of' | 'due_on' | 'record'>>

interface Around {
  readonly registers: Registers
  readonly training: readonly TrainingTerm[]
  /** Of ten. */
  readonly measured: number
}

interface Rule {
  readonly wave: PathStep['wave']
  readonly rests: readonly KindName[]
  readonly find: (around: Around) => Found
}

const known = {
  organisation: { wave: 'days_30', rests: ['legal-entity'], find: organisationStep },
  scope: { wave: 'days_30', rests: ['legal-entity', 'decision'], find: scopeStep },
  contact: { wave: 'days_30', rests: ['organisation'], find: contactStep },
  customers: { wave: 'days_30', rests: ['contract'], find: customersStep },
  sites: { wave: 'days_30', rests: ['site'], find: ({ registers }) => some(registers.all('site')) },
  directors: { wave: 'days_30', rests: ['appointment', 'certificate'], find: directorsStep },
  inventory: {
    wave: 'days_30',
    rests: ['asset'],
    find: ({ registers }) => ({ ...some(registers.all('asset')), count: null }),
  },
  crown_jewels: { wave: 'days_30', rests: ['crown-jewel'], find: jewelsStep },
  risks: { wave: 'days_60', rests: ['risk'], find: risksStep },
  answers: { wave: 'days_60', rests: ['requirement-answer'], find: answersStep },
  suppliers: { wave: 'days_60', rests: ['supplier'], find: suppliersStep },
  board_level: { wave: 'days_60', rests: ['organisation'], find: levelStep },
  roadmap: { wave: 'days_60', rests: ['action', 'decision'], find: roadmapStep },
  exercise: { wave: 'days_90', rests: ['exercise'], find: exerciseStep },
  restore_test: { wave: 'days_90', rests: ['restore-test'], find: restoreStep },
  proof: { wave: 'days_90', rests: ['customer-questionnaire', 'trust-share'], find: proofStep },
} as const satisfies Readonly<Record<string, Rule>>

export type PathStepId = keyof typeof known

/** In the order in which they make each other easier; none waits for another. */
const underLaw: readonly PathStepId[] = [
  'organisation',
  'scope',
  'sites',
  'directors',
  'inventory',
  'crown_jewels',
  'risks',
  'answers',
  'board_level',
  'roadmap',
  'exercise',
  'restore_test',
]

/** For whom the law does not address: what customers ask first, and what answers them. */
const inTheChain: readonly PathStepId[] = [
  'organisation',
  'scope',
  'contact',
  'customers',
  'inventory',
  'crown_jewels',
  'risks',
  'answers',
  'suppliers',
  'restore_test',
  'exercise',
  'proof',
]

/** The first ninety days, ticked by what the registers hold and by nothing else. */
export function pathOf(facts: StandingFacts, around: Around): Path {
  const hidden = new Set<KindName>(facts.hidden ?? [])
  const isIndirect = isOutside(facts)
  const steps = (isIndirect ? inTheChain : underLaw).map((id): PathStep => {
    const { wave, rests, find }: Rule = known[id]
    const nothing = { gap: null, count: null, of: null, due_on: null, record: null }
    if (rests.some((kind) => hidden.has(kind))) return { id, wave, is_done: null, ...nothing }
    const found = { ...nothing, ...find(around) }
    return { id, wave, is_done: found.gap === null, ...found }
  })
  const began = facts.records.organisation?.find(({ retired }) => retired === null)?.created.at
  const day = began === undefined ? null : daysBetween(began.slice(0, 10), facts.today) + 1
  const done = steps.filter(({ is_done }) => is_done === true).length
  return { is_indirect: isIndirect, steps, done, day }
}

/** Every entity judged, and none under the law; what was concluded goes before what is reckoned. */
function isOutside({ records }: StandingFacts): boolean {
  const kinds = ['organisation', 'group', 'legal-entity'] as const
  const scopes = scopesOf({ records: kinds.flatMap((kind) => records[kind] ?? []) })
  const classes = scopes.map(({ state, concluded, verdict }) =>
    state === 'scope_concluded' ? concluded : verdict?.entity_class,
  )
  return classes.length > 0 && classes.every((one) => one === 'out_of_scope')
}

function some(lines: readonly Line[]): Found {
  const [first] = lines
  return first === undefined ? { gap: 'none', count: 0 } : { count: lines.length }
}

function organisationStep({ registers }: Around): Found {
  const entities = registers.all('legal-entity')
  const without = entities.find(
    (one) => one.rows('fiscal_years').length === 0 || (!one.text('nace') && !one.text('annex')),
  )
  if (without !== undefined) return { gap: 'figures', record: refOf(without) }
  return some(entities)
}

function scopeStep({ registers }: Around): Found {
  const entities = registers.all('legal-entity')
  const open = entities.filter(({ state }) => state !== 'scope_concluded')
  const count = entities.length - open.length
  if (entities.length > 0 && open.length === 0) return { count, of: entities.length }
  const asked = registers.all('decision').find((one) => one.text('subject') === 'scope')
  const gap = entities.length === 0 ? 'none' : 'decision'
  return { gap, count, of: entities.length, record: asked === undefined ? null : refOf(asked) }
}

/** Appointed, and everybody's term known; that the training was followed is asked later. */
function directorsStep({ training }: Around): Found {
  const seats = training.filter(({ role }) => role !== 'supervisory_director')
  const [next] = seats.filter(({ status }) => status === 'running' || status === 'overdue')
  if (seats.length === 0) return { gap: 'none', count: 0 }
  return {
    count: seats.filter(({ status }) => status === 'fulfilled' || status === 'no_duty').length,
    of: seats.length,
    due_on: next?.due_on ?? null,
  }
}

/** Where customers ask, and where they report what they see. */
function contactStep({ registers }: Around): Found {
  const [organisation] = registers.all('organisation')
  const record = organisation === undefined ? null : refOf(organisation)
  return organisation?.text('security_mailbox') == null ? { gap: 'mailbox', record } : { record }
}

/** What was promised to whom: at least one contract with a customer, read clause by clause. */
function customersStep({ registers }: Around): Found {
  const contracts = registers
    .all('contract')
    .filter((one) => one.text('party') === 'customer' && one.state !== 'ended')
  const [first] = contracts
  if (first === undefined) return { gap: 'none', count: 0 }
  const read = contracts.filter(
    (one) => one.rows('clauses').length > 0 || one.number('notice_hours') !== null,
  )
  const counts = { count: read.length, of: contracts.length }
  return read.length > 0 ? counts : { ...counts, gap: 'terms', record: refOf(first) }
}

function suppliersStep({ registers }: Around): Found {
  const suppliers = registers.all('supplier')
  const [first] = suppliers
  if (first === undefined) return { gap: 'none', count: 0 }
  const weighed = suppliers.filter((one) => one.text('criticality') !== null)
  const counts = { count: weighed.length, of: suppliers.length }
  return weighed.length > 0 ? counts : { ...counts, gap: 'weighing', record: refOf(first) }
}

/** Answered in their own file, or shown to one of them. */
function proofStep({ registers }: Around): Found {
  const sent = registers.all('customer-questionnaire').find(({ state }) => state === 'sent')
  const shared = registers.all('trust-share').find(({ state }) => state === 'shared')
  const found = sent ?? shared
  return found === undefined ? { gap: 'none' } : { record: refOf(found) }
}

function jewelsStep({ registers }: Around): Found {
  const jewels = registers.all('crown-jewel')
  const designated = jewels.filter(({ state }) => state === 'designated')
  const [first] = jewels
  if (first === undefined) return { gap: 'none', count: 0 }
  const counts = { count: designated.length, of: jewels.length }
  return designated.length > 0 ? counts : { ...counts, gap: 'designation', record: refOf(first) }
}

function risksStep({ registers }: Around): Found {
  const risks = registers
    .all('risk')
    .filter(({ state }) => state !== 'closed' && state !== 'rejected')
  const [first] = risks
  if (first === undefined) return { gap: 'none', count: 0 }
  const estimated = risks.filter((one) => one.number('loss_eur_high') !== null)
  const counts = { count: estimated.length, of: risks.length }
  return estimated.length > 0 ? counts : { ...counts, gap: 'estimate', record: refOf(first) }
}

function answersStep({ measured }: Around): Found {
  const counts = { count: measured, of: 10 }
  if (measured === 0) return { ...counts, gap: 'none' }
  return measured < 10 ? { ...counts, gap: 'more_answers' } : counts
}

function levelStep({ registers }: Around): Found {
  const [organisation] = registers.all('organisation')
  const record = organisation === undefined ? null : refOf(organisation)
  const isSet =
    organisation?.number('board_level') != null ||
    (organisation?.rows('board_levels').length ?? 0) > 0
  return isSet ? { record } : { gap: 'decision', record }
}

function roadmapStep({ registers }: Around): Found {
  const planned = registers.all('action').filter((one) => one.text('origin') === 'roadmap')
  if (planned.length === 0) return { gap: 'action_plan', count: 0 }
  const asked = registers
    .all('decision')
    .filter((one) => ['approve_measures', 'grant_budget'].includes(one.text('subject') ?? ''))
  const approved = asked.find(
    (one) => one.state === 'decided' && one.text('outcome') === 'approved',
  )
  const record = approved ?? asked[0]
  const found = { count: planned.length, record: record === undefined ? null : refOf(record) }
  return approved === undefined ? { ...found, gap: 'decision' } : found
}

function exerciseStep({ registers }: Around): Found {
  const exercises = registers.all('exercise').filter(({ state }) => state !== 'cancelled')
  const held = exercises.find(({ state }) => state === 'held' || state === 'evaluated')
  if (held !== undefined) return { record: refOf(held) }
  const [planned] = exercises
  if (planned === undefined) return { gap: 'none' }
  return { gap: 'held', due_on: planned.text('planned_on'), record: refOf(planned) }
}

/** Tried, whatever came out: a test that failed has taught something. */
function restoreStep({ registers }: Around): Found {
  const tests = registers.all('restore-test').filter(({ state }) => state !== 'cancelled')
  const done = tests.find(
    (one) => (one.state === 'done' || one.state === 'confirmed') && one.text('result') !== null,
  )
  if (done !== undefined) return { record: refOf(done) }
  const [planned] = tests
  if (planned === undefined) return { gap: 'none' }
  const gap = planned.state === 'planned' ? 'held' : 'result'
  return { gap, due_on: planned.text('planned_on'), record: refOf(planned) }
}
