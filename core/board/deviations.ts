// SPDX-License-Identifier: EUPL-1.2
import { type Line, type Ref, type Registers, refOf } from './facts.ts'
import { compare } from './work.ts'

/** Where a figure stands against the limits. `unknown`: nobody knows, which is never green. */
export type Band = 'green' | 'amber' | 'red' | 'unknown' | 'no_limit'

export interface KpiLine extends Ref {
  readonly name: string
  readonly unit: string
  readonly value: number | null
  readonly target: number | null
  readonly limit: number | null
  readonly band: Band
  readonly period_to: string | null
  /** The figure itself. */
  readonly value_of: string | null
  readonly limits_set_by: string | null
  /** Earlier figures, oldest first. */
  readonly trend: readonly (number | null)[]
}

const kept = 8

/** Every figure in use with its last value; the worst first. */
export function kpiLines(registers: Registers, today: string): readonly KpiLine[] {
  const values = registers
    .all('kpi-value')
    .filter((line) => (line.text('period_to') ?? '9999') <= today)
    .toSorted((a, b) => compare(a.text('period_to') ?? '', b.text('period_to') ?? ''))
  const corrected = new Set(values.flatMap((line) => line.text('corrects') ?? []))
  return registers
    .all('kpi')
    .filter(({ state }) => state !== 'proposed')
    .map((kpi) =>
      kpiLine(
        kpi,
        values.filter((one) => one.text('kpi') === kpi.id && !corrected.has(one.id)),
      ),
    )
    .toSorted((a, b) => rank[a.band] - rank[b.band] || compare(a.name, b.name))
}

const rank: Readonly<Record<Band, number>> = { red: 0, amber: 1, unknown: 2, no_limit: 3, green: 4 }

function kpiLine(kpi: Line, values: readonly Line[]): KpiLine {
  const last = values.at(-1)
  const value = last?.number('value') ?? null
  const green = kpi.number('green_limit')
  const amber = kpi.number('amber_limit')
  const isHigherBetter = kpi.text('direction') !== 'lower_is_better'
  return {
    ...refOf(kpi),
    name: kpi.text('name') ?? '',
    unit: kpi.text('unit') ?? '',
    value,
    target: kpi.number('target'),
    limit: green,
    band: bandOf(value, { green, amber, isHigherBetter }),
    period_to: last?.text('period_to') ?? null,
    value_of: last?.id ?? null,
    limits_set_by: kpi.text('limits_set_by'),
    trend: values.slice(-kept).map((one) => one.number('value')),
  }
}

interface Limits {
  readonly green: number | null
  readonly amber: number | null
  readonly isHigherBetter: boolean
}

/** On the limit is within it. */
export function bandOf(value: number | null, { green, amber, isHigherBetter }: Limits): Band {
  if (value === null) return 'unknown'
  if (green === null) return 'no_limit'
  const keeps = (limit: number) => (isHigherBetter ? value >= limit : value <= limit)
  if (keeps(green)) return 'green'
  return amber !== null && keeps(amber) ? 'amber' : 'red'
}
