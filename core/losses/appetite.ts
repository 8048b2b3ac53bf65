// SPDX-License-Identifier: EUPL-1.2
import type { LossResult } from '@schouw/core/risk'
import type { Line } from './line.ts'

/** Once in so many years a year may cost this much, and no more. */
export interface AppetitePoint {
  readonly once_in_years: number
  readonly eur: number
}

export interface PointAgainst extends AppetitePoint {
  /** Of a year that costs more than the point allows. */
  readonly chance_of_more: number
  /** Surely more often than the point allows: by the next point of the curve, not the one before. */
  readonly is_breached: boolean
}

/** What the board can bear a year: on average, and at points of the curve. */
export interface Limits {
  readonly eur_per_year: number | null
  readonly points: readonly AppetitePoint[]
}

/** A year's loss held against what the board can bear a year. */
export interface AgainstAppetite {
  /** Of a year that costs more than the average limit; null without one. */
  readonly chance_of_more: number | null
  /** Whether the mean year is above the limit of the mean year. */
  readonly is_mean_above: boolean
  readonly points: readonly PointAgainst[]
  /** Limits that are broken, of as many as there are. */
  readonly broken: number
  readonly of: number
}

type Figures = Pick<
  LossResult,
  'expected_loss_eur' | 'percentiles_eur' | 'exceedance' | 'chance_of_loss'
>

/** Null where the board has named no amount at all. */
export function againstAppetite(result: Figures, limits: Limits): AgainstAppetite | null {
  const { eur_per_year: eur, points } = limits
  if (eur === null && points.length === 0) return null
  const isMeanAbove = eur !== null && result.expected_loss_eur > eur
  const held = points.map((point): PointAgainst => {
    const chance = chanceOfMore(result, point.eur)
    const surely = result.exceedance.find(({ loss_eur }) => loss_eur > point.eur)?.chance ?? 0
    return { ...point, chance_of_more: chance, is_breached: surely > 1 / point.once_in_years }
  })
  return {
    chance_of_more: eur === null ? null : chanceOfMore(result, eur),
    is_mean_above: isMeanAbove,
    points: held,
    broken: held.filter(({ is_breached }) => is_breached).length + (isMeanAbove ? 1 : 0),
    of: held.length + (eur === null ? 0 : 1),
  }
}

/** Between two points of the curve the higher. */
function chanceOfMore({ exceedance, chance_of_loss: some }: Figures, eur: number): number {
  if (exceedance.every(({ loss_eur }) => loss_eur < eur)) return 0
  return exceedance.findLast(({ loss_eur }) => loss_eur <= eur)?.chance ?? some
}

/** Often first. A point that bears less the rarer it is cannot be meant, and is left out. */
export function pointsOf(line: Line): readonly AppetitePoint[] {
  const rows = line
    .rows('risk_appetite_points')
    .flatMap((row): AppetitePoint[] => {
      const [years, eur] = [row.number('once_in_years'), row.number('eur')]
      return years === null || eur === null ? [] : [{ once_in_years: years, eur }]
    })
    .toSorted((a, b) => a.once_in_years - b.once_in_years || a.eur - b.eur)
  return rows.filter((one, at) => rows.slice(0, at).every(({ eur }) => eur <= one.eur))
}
