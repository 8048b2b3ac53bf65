// SPDX-License-Identifier: EUPL-1.2
import { inputsDigest } from './digest.ts'
import type { Histogram } from './histogram.ts'
import { type LossModel, type MissingEstimate, modelVersion } from './model.ts'
import { type EstimateSwing, swings } from './sensitivity.ts'
import type { Tally } from './tally.ts'

export interface Percentiles {
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
}

export interface RiskLoss {
  readonly id: string
  /** After insurance; null where an estimate is missing. */
  readonly expected_loss_eur: number | null
  readonly standard_error_eur: number | null
}

export interface LossResult {
  readonly schema: 'schouw/simulate/1'
  /** A year, after insurance. */
  readonly expected_loss_eur: number
  readonly standard_error_eur: number
  /** Of the loss of a year: p90 is reached once in ten years. */
  readonly percentiles_eur: Percentiles
  /** Between these the true percentile lies in 95 cases of 100: sampling error alone. */
  readonly percentile_ranges_eur: Readonly<Record<keyof Percentiles, readonly [number, number]>>
  readonly chance_of_loss: number
  /** The chance that a year's loss is this much or more; losses rise, chances never do. */
  readonly exceedance: readonly { readonly loss_eur: number; readonly chance: number }[]
  readonly risks: readonly RiskLoss[]
  /** Null without a policy. */
  readonly insurance: InsuranceResult | null
  /** What the expected loss would be at the ends of one estimate, widest first. */
  readonly sensitivity: readonly EstimateSwing[]
  /** Left out of everything above. */
  readonly missing: readonly MissingEstimate[]
  readonly years: number
  readonly events: number
  readonly seed: number
  readonly model: string
  /** SHA-256 of the input as canonical JSON: sorted keys, no blanks. */
  readonly inputs_digest: string
}

export interface InsuranceResult {
  readonly expected_gross_loss_eur: number
  readonly gross_percentiles_eur: Percentiles
  readonly policies: readonly { readonly id: string; readonly expected_payment_eur: number }[]
}

/** Neighbouring points of the curve are this factor of chance apart. */
const curveStep = 0.94
const levels = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const

/** Of a tally that has all blocks. */
export function lossResult(model: LossModel, tally: Tally): LossResult {
  const { years, input } = model
  const mean = tally.netSum / years
  return {
    schema: 'schouw/simulate/1',
    expected_loss_eur: cents(mean),
    standard_error_eur: cents(standardError(tally.netSum, tally.netSquares, years)),
    percentiles_eur: percentiles(tally.net),
    percentile_ranges_eur: ranges(tally.net),
    chance_of_loss: tally.net.someChance,
    exceedance: tally.net
      .exceedance(curveStep)
      .map(({ amount, chance }) => ({ loss_eur: cents(amount), chance })),
    risks: riskLosses(model, tally),
    insurance: insuranceResult(model, tally),
    sensitivity: swings(input),
    missing: model.missing,
    years,
    events: tally.events,
    seed: input.seed,
    model: modelVersion,
    inputs_digest: inputsDigest(input),
  }
}

/** Of the mean of `count` values. */
function standardError(sum: number, squares: number, count: number): number {
  if (count < 2) return 0
  const variance = Math.max(0, squares - (sum * sum) / count) / (count - 1)
  return Math.sqrt(variance / count)
}

function percentiles(of: Histogram): Percentiles {
  const at = (level: number) => cents(of.quantile(level))
  return { p50: at(levels.p50), p90: at(levels.p90), p95: at(levels.p95), p99: at(levels.p99) }
}

/** Ranks within which the percentile's own rank falls, by the normal limit of the binomial. */
function ranges(of: Histogram): LossResult['percentile_ranges_eur'] {
  const range = (level: number): readonly [number, number] => {
    const middle = level * of.total
    const reach = 1.96 * Math.sqrt(of.total * level * (1 - level))
    const at = (rank: number) => cents(of.atRank(Math.min(of.total, Math.max(1, rank))))
    return [at(Math.floor(middle - reach)), at(Math.ceil(middle + reach) + 1)]
  }
  return {
    p50: range(levels.p50),
    p90: range(levels.p90),
    p95: range(levels.p95),
    p99: range(levels.p99),
  }
}

/**
 * What a policy's yearly bound takes back is spread over its risks by what it pays for each, so
 * that the risks add up to the whole.
 */
function riskLosses({ input, risks, years }: LossModel, tally: Tally): RiskLoss[] {
  const place = new Map(risks.map(({ id }, index) => [id, index]))
  return input.risks.map(({ id }) => {
    const index = place.get(id)
    if (index === undefined) return { id, expected_loss_eur: null, standard_error_eur: null }
    const { policy } = risks[index]
    const claimed = policy < 0 ? 0 : tally.claimed[policy]
    const share = claimed === 0 ? 0 : tally.settled[policy] / claimed
    const sum = tally.sums[index]
    const net = Math.max(0, sum - tally.paid[index] * share)
    const error = standardError(sum, tally.squares[index], years)
    return { id, expected_loss_eur: cents(net / years), standard_error_eur: cents(error) }
  })
}

function insuranceResult({ input, years }: LossModel, tally: Tally): InsuranceResult | null {
  if (input.insurance === undefined || input.insurance.length === 0) return null
  return {
    expected_gross_loss_eur: cents(tally.grossSum / years),
    gross_percentiles_eur: percentiles(tally.gross),
    policies: input.insurance.map(({ id }, index) => ({
      id,
      expected_payment_eur: cents(tally.settled[index] / years),
    })),
  }
}

function cents(euros: number): number {
  return Math.round(euros * 100) / 100
}
