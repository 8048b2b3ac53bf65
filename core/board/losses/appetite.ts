// SPDX-License-Identifier: EUPL-1.2
import type { LossResult } from '@schouw/core/risk'

/** A year's loss held against what the board can bear a year. */
export interface AgainstAppetite {
  /** Of a year that costs more; between two points of the curve the higher. */
  readonly chance_of_more: number
  /** The gravest of what is above: the mean year, the worst of ten, the worst of a hundred. */
  readonly breach: 'expected' | 'one_in_ten' | 'one_in_hundred' | null
}

export function againstAppetite(
  result: Pick<
    LossResult,
    'expected_loss_eur' | 'percentiles_eur' | 'exceedance' | 'chance_of_loss'
  >,
  eur: number,
): AgainstAppetite {
  const below = result.exceedance.findLast(({ loss_eur }) => loss_eur <= eur)
  const { p90, p99 } = result.percentiles_eur
  const isAll = result.exceedance.every(({ loss_eur }) => loss_eur < eur)
  return {
    chance_of_more: isAll ? 0 : (below?.chance ?? result.chance_of_loss),
    breach:
      result.expected_loss_eur > eur
        ? 'expected'
        : p90 > eur
          ? 'one_in_ten'
          : p99 > eur
            ? 'one_in_hundred'
            : null,
  }
}
