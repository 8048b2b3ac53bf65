// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { Registers, type StandingFacts } from '../facts.ts'
import { type Figures, figuresOf, kindsOfFigures } from '../figures/index.ts'
import { type Plan, planOf } from '../plan/index.ts'
import { type Standing, standing } from '../standing.ts'
import { compare } from '../work.ts'
import { type CheckPoint, checklist } from './checklist.ts'

/** Registers that a pack is made from. */
export const kindsOfPack = [
  ...kindsOfFigures,
  'budget',
  'budget-line',
  'meeting',
  'policy',
  'policy-version',
  'treatment',
] as const satisfies readonly KindName[]

type Records = Readonly<Partial<Record<(typeof kindsOfPack)[number], readonly RecordVersion[]>>>

export interface Moment {
  readonly records: Records
  /** Size of the log. */
  readonly size: number
  /** Instant in UTC, and the day it is for the organisation. */
  readonly now: string
  readonly today: string
}

export interface PackFacts {
  readonly now: Moment
  /** Three months earlier; absent while there was no log yet. */
  readonly before?: Moment
  readonly hidden: readonly KindName[]
}

export interface Shift<Value> {
  readonly id: string
  readonly from: Value
  readonly to: Value
}

export interface IncidentLine {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly detected_at: string | null
  readonly handled_at: string | null
  readonly reports: readonly {
    readonly stage: string
    readonly regime: string
    readonly due_at: string | null
    readonly sent_at: string | null
    /** A term that was missed stays missed. */
    readonly is_late: boolean
  }[]
}

export interface SupplierLine {
  readonly id: string
  readonly name: string
  readonly criticality: string
  readonly last_review_on: string | null
  readonly next_review_on: string | null
  readonly is_overdue: boolean
}

export interface Pack {
  readonly size: number
  readonly today: string
  readonly since: { readonly size: number; readonly on: string } | null
  readonly standing: Standing
  readonly figures: Figures
  readonly plan: Plan
  readonly changed: {
    readonly levels: readonly Shift<number | null>[]
    readonly bands: readonly Shift<string>[]
    readonly decided: readonly {
      readonly id: string
      readonly name: string
      readonly outcome: string | null
    }[]
    readonly actions_done: number
    readonly actions_added: number
    readonly risks_added: readonly { readonly id: string; readonly name: string }[]
    readonly incidents_added: number
  } | null
  readonly incidents: readonly IncidentLine[]
  readonly suppliers: readonly SupplierLine[]
  readonly checklist: readonly CheckPoint[]
}

/** The same registers at the same sizes give the same pack. */
export function packOf({ now, before, hidden }: PackFacts): Pack {
  const facts = factsOf(now, hidden)
  const registers = new Registers(facts)
  const found = standing(facts)
  const figures = figuresOf(facts)
  const plan = planOf({ records: now.records, today: now.today })
  return {
    size: now.size,
    today: now.today,
    since: before === undefined ? null : { size: before.size, on: before.today },
    standing: found,
    figures,
    plan,
    changed:
      before === undefined ? null : changesOf({ facts, found, figures }, factsOf(before, hidden)),
    incidents: incidentsOf(registers, before?.now ?? ''),
    suppliers: suppliersOf(registers, now.today),
    checklist: checklist({ registers, standing: found, figures, today: now.today }),
  }
}

function factsOf({ records, now, today }: Moment, hidden: readonly KindName[]): StandingFacts {
  return { records, hidden, now, today }
}

interface Present {
  readonly facts: StandingFacts
  readonly found: Standing
  readonly figures: Figures
}

function changesOf({ facts, found, figures }: Present, before: StandingFacts): Pack['changed'] {
  const earlier = standing(before)
  const levels = new Map(earlier.measures.map(({ id, level }) => [id, level]))
  const bands = new Map(figuresOf(before).lines.map(({ id, band }) => [id, band]))
  const [then, now] = [new Registers(before), new Registers(facts)]
  const added = (kind: 'risk' | 'action' | 'incident') => {
    const known = new Set(then.all(kind).map(({ id }) => id))
    return now.all(kind).filter(({ id }) => !known.has(id))
  }
  const decided = new Set(
    then
      .all('decision')
      .filter(({ state }) => state === 'decided')
      .map(({ id }) => id),
  )
  const isDone = (state: string) => state === 'done' || state === 'verified'
  const doneThen = then.all('action').filter(({ state }) => isDone(state)).length
  const doneNow = now.all('action').filter(({ state }) => isDone(state)).length
  return {
    levels: found.measures.flatMap(({ id, level }) => {
      const from = levels.get(id) ?? null
      return from === level ? [] : [{ id, from, to: level }]
    }),
    bands: figures.lines.flatMap(({ id, band }) => {
      const from = bands.get(id) ?? 'unknown'
      return from === band ? [] : [{ id, from, to: band }]
    }),
    decided: now
      .all('decision')
      .filter(({ id, state }) => state === 'decided' && !decided.has(id))
      .map((line) => ({
        id: line.id,
        name: line.text('name') ?? '',
        outcome: line.text('outcome'),
      })),
    actions_done: Math.max(0, doneNow - doneThen),
    actions_added: added('action').length,
    risks_added: added('risk').map((line) => ({ id: line.id, name: line.text('name') ?? '' })),
    incidents_added: added('incident').filter((line) => line.flag('is_exercise') !== true).length,
  }
}

/** Of the quarter, and whatever is not handled yet; drills are practice. */
function incidentsOf(registers: Registers, since: string): readonly IncidentLine[] {
  const reports = registers.all('incident-report')
  return registers
    .all('incident')
    .filter((line) => line.flag('is_exercise') !== true)
    .filter((line) => {
      const handled = line.text('handled_at')
      return handled === null || handled >= since
    })
    .map((line) => ({
      id: line.id,
      code: line.text('code') ?? '',
      name: line.text('name') ?? '',
      detected_at: line.text('detected_at'),
      handled_at: line.text('handled_at'),
      reports: reports
        .filter((report) => report.text('incident') === line.id && report.state !== 'not_required')
        .map((report) => {
          const [due, sent] = [report.text('due_at'), report.text('sent_at')]
          return {
            stage: report.text('stage') ?? '',
            regime: report.text('regime') ?? '',
            due_at: due,
            sent_at: sent,
            is_late: due !== null && sent !== null && sent > due,
          }
        })
        .toSorted((a, b) => compare(a.due_at ?? '9999', b.due_at ?? '9999')),
    }))
    .toSorted((a, b) => compare(b.detected_at ?? '', a.detected_at ?? '') || compare(a.id, b.id))
}

const weights: Readonly<Record<string, number>> = { critical: 0, high: 1, medium: 2 }

function suppliersOf(registers: Registers, today: string): readonly SupplierLine[] {
  return registers
    .all('supplier')
    .filter((line) => ['critical', 'high'].includes(line.text('criticality') ?? ''))
    .map((line) => ({
      id: line.id,
      name: line.text('name') ?? '',
      criticality: line.text('criticality') ?? '',
      last_review_on: line.text('last_review_on'),
      next_review_on: line.text('next_review_on'),
      is_overdue: (line.text('next_review_on') ?? '9999') < today,
    }))
    .toSorted(
      (a, b) =>
        (weights[a.criticality] ?? 3) - (weights[b.criticality] ?? 3) || compare(a.name, b.name),
    )
}
