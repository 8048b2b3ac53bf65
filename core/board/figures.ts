// SPDX-License-Identifier: EUPL-1.2
import { figuresPack, type MeasureResult } from '@schouw/core/assurance'
import { daysBetween } from '@schouw/core/kernel'
import type { KindName } from '@schouw/core/registers'
import { type Band, bandOf } from './deviations.ts'
import type { Line, Registers } from './facts.ts'
import type { TrainingTerm } from './terms.ts'
import { compare } from './work.ts'

/** One figure as it stands: counted from the registers where that can be, else as recorded. */
export interface FigureLine {
  /** Of the pack of figures, or the code of a figure of the organisation's own. */
  readonly id: string
  /** Null: the words stand in the pack. */
  readonly name: string | null
  readonly unit: string
  readonly value: number | null
  /** What was counted out of what. */
  readonly of: { readonly part: number; readonly whole: number } | null
  /** What nobody knows, and so was not counted: with any of it nothing is green. */
  readonly missing: number
  readonly counted_by: 'schouw' | 'person' | null
  readonly dated: string | null
  readonly green: number | null
  readonly amber: number | null
  readonly is_higher_better: boolean
  /** Limits that no board has set. */
  readonly is_default: boolean
  readonly band: Band
  /** The record of the figure; null when it is in no register yet. */
  readonly kpi: string | null
  /** Earlier figures, oldest first. */
  readonly trend: readonly (number | null)[]
}

export interface FigureFacts {
  readonly registers: Registers
  readonly hidden: readonly KindName[]
  readonly measures: readonly MeasureResult[]
  readonly training: readonly TrainingTerm[]
  readonly today: string
}

/** All figures of the pack, and those of the organisation's own. */
export function figureLines(facts: FigureFacts): readonly FigureLine[] {
  const { registers, today } = facts
  const records = new Map(registers.all('kpi').map((kpi) => [kpi.text('code') ?? kpi.id, kpi]))
  const packed = figuresPack.figures.map((figure) => {
    const kpi = records.get(figure.id)
    records.delete(figure.id)
    const recorded = recordedOf(registers, kpi, today)
    const counted = countedOf(figure.id, facts)
    const green = kpi?.number('green_limit') ?? figure.green
    const amber = kpi?.number('amber_limit') ?? figure.amber
    const isHigherBetter = (kpi?.text('direction') ?? figure.direction) === 'higher_is_better'
    return lineOf({
      id: figure.id,
      name: null,
      unit: kpi?.text('unit') ?? figure.unit,
      ...(counted ?? recorded),
      green,
      amber,
      is_higher_better: isHigherBetter,
      is_default: kpi?.text('limits_set_by') !== 'board',
      kpi: kpi?.id ?? null,
      trend: recorded.trend,
    })
  })
  const own = [...records].map(([id, kpi]) =>
    lineOf({
      id,
      name: kpi.text('name') ?? id,
      unit: kpi.text('unit') ?? '',
      ...recordedOf(registers, kpi, today),
      green: kpi.number('green_limit'),
      amber: kpi.number('amber_limit'),
      is_higher_better: kpi.text('direction') !== 'lower_is_better',
      is_default: kpi.text('limits_set_by') !== 'board',
      kpi: kpi.id,
    }),
  )
  return [...packed, ...own]
}

function lineOf(line: Omit<FigureLine, 'band'>): FigureLine {
  const { value, green, amber, is_higher_better, missing } = line
  const band = bandOf(value, { green, amber, isHigherBetter: is_higher_better })
  return { ...line, band: band === 'green' && missing > 0 ? 'unknown' : band }
}

type Found = Pick<FigureLine, 'value' | 'of' | 'missing' | 'counted_by' | 'dated'>

const kept = 8

function recordedOf(
  registers: Registers,
  kpi: Line | undefined,
  today: string,
): Found & Pick<FigureLine, 'trend'> {
  const corrected = new Set(
    registers.all('kpi-value').flatMap((line) => line.text('corrects') ?? []),
  )
  const values = registers
    .all('kpi-value')
    .filter((one) => kpi !== undefined && one.text('kpi') === kpi.id && !corrected.has(one.id))
    .filter((one) => (one.text('period_to') ?? '9999') <= today)
    .toSorted((a, b) => compare(a.text('period_to') ?? '', b.text('period_to') ?? ''))
  const last = values.at(-1)
  const by = last?.text('counted_by')
  return {
    value: last?.number('value') ?? null,
    of: null,
    missing: 0,
    counted_by: by === 'schouw' || by === 'person' ? by : null,
    dated: last?.text('period_to') ?? null,
    trend: values.slice(-kept).map((one) => one.number('value')),
  }
}

interface Count {
  readonly part: number
  readonly whole: number
  readonly missing?: number
}

/** Undefined: not something that the registers can tell. No base gives no figure, never zero. */
function countedOf(id: string, facts: FigureFacts): Found | undefined {
  const way = ways[id]
  if (way === undefined) return undefined
  const isHidden = way.rests.some((kind) => facts.hidden.includes(kind))
  const count = isHidden ? null : way.count(facts)
  const { part = 0, whole = 0, missing = 0 } = count ?? {}
  const isKnown = count !== null && whole > 0
  const value = way.as === 'percent' ? Math.round((1000 * part) / whole) / 10 : part
  return {
    value: isKnown ? value : null,
    of: isKnown && way.as !== 'months' ? { part, whole } : null,
    missing,
    counted_by: isKnown ? 'schouw' : null,
    dated: isKnown ? facts.today : null,
  }
}

interface Way {
  readonly as: 'percent' | 'count' | 'months'
  readonly rests: readonly KindName[]
  readonly count: (facts: FigureFacts) => Count | null
}

/** A large risk: likelihood times impact, both 1–5. Editorial, as the limits are. */
const largeRisk = 12
const daysOfYear = 365

const ways: Readonly<Record<string, Way>> = {
  overdue_actions: {
    as: 'percent',
    rests: ['action'],
    count: ({ registers, today }) => {
      const open = registers
        .all('action')
        .filter(({ state }) => state === 'open' || state === 'in_progress')
      const late = open.filter((line) => (line.text('due_on') ?? '9999') < today)
      const missing = open.filter((line) => line.text('due_on') === null).length
      return { part: late.length, whole: open.length, missing }
    },
  },
  board_training: {
    as: 'percent',
    rests: ['appointment', 'certificate'],
    count: ({ training }) => {
      const bound = training.filter(({ status }) => status !== 'no_duty')
      const done = bound.filter(({ status }) => status === 'fulfilled')
      return { part: done.length, whole: bound.length }
    },
  },
  evidence_current: {
    as: 'percent',
    rests: ['requirement-answer', 'evidence-file'],
    count: ({ measures }) => {
      const all = measures.flatMap(({ requirements }) => requirements)
      if (all.every(({ status }) => status === 'not_measured')) return null
      const bound = all.filter(({ status }) => status !== 'not_applicable')
      const proven = bound.filter(({ evidence }) =>
        evidence.some(({ state }) => state === 'valid' || state === 'expiring'),
      )
      return { part: proven.length, whole: bound.length }
    },
  },
  restore_tests: {
    as: 'percent',
    rests: ['restore-test'],
    count: ({ registers, today }) => {
      const tested = registers.all('restore-test').filter((line) => {
        const on = line.text('tested_on')
        return on !== null && on <= today && daysBetween(on, today) <= daysOfYear
      })
      const passed = tested.filter((line) => line.text('result') === 'passed')
      const missing = tested.filter((line) => line.text('result') === null).length
      return { part: passed.length, whole: tested.length - missing, missing }
    },
  },
  exercise_recency: {
    as: 'months',
    rests: ['exercise'],
    count: ({ registers, today }) => {
      const held = registers
        .all('exercise')
        .filter(({ state }) => state !== 'cancelled')
        .flatMap((line) => line.text('held_on') ?? [])
        .filter((on) => on <= today)
        .toSorted()
      const last = held.at(-1)
      return last === undefined ? null : { part: wholeMonths(last, today), whole: 1 }
    },
  },
  risks_above_appetite: {
    as: 'count',
    rests: ['risk', 'acceptance'],
    count: ({ registers }) => {
      const accepted = new Set(
        registers
          .all('acceptance')
          .filter(({ state }) => state === 'accepted')
          .flatMap((line) => line.text('subject') ?? []),
      )
      const open = registers.all('risk').filter(({ state }) => state !== 'closed')
      const weighed = open.filter((line) => weightOf(line) !== null)
      const large = weighed.filter(
        (line) => (weightOf(line) ?? 0) >= largeRisk && !accepted.has(line.id),
      )
      const missing = open.length - weighed.length
      return { part: large.length, whole: weighed.length, missing }
    },
  },
}

function weightOf(line: Line): number | null {
  const likelihood = line.number('likelihood')
  const impact = line.number('impact')
  return likelihood === null || impact === null ? null : likelihood * impact
}

function wholeMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0)
}
