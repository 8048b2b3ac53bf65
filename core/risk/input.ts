// SPDX-License-Identifier: EUPL-1.2

/** From low to high: in nine cases of ten the truth lies between. */
export type Interval90 = readonly [low: number, high: number]

/** Events a year. */
export type FrequencyInput =
  | { readonly poisson: number }
  /** A rate that is not known better: log-normal, drawn anew for each simulated year. */
  | { readonly interval90: Interval90 }
  /** At most once a year. */
  | { readonly bernoulli: number }
  /** Events that come in clusters: the variance is above the mean. */
  | { readonly negative_binomial: { readonly mean: number; readonly variance: number } }

/** Euros lost by one event. */
export type SeverityInput =
  | { readonly fixed: number }
  | { readonly lognormal: { readonly median: number; readonly p95: number } }
  /** Log-normal through both ends. */
  | { readonly interval90: Interval90 }
  | { readonly pert: { readonly min: number; readonly mode: number; readonly max: number } }
  | { readonly triangular: { readonly min: number; readonly mode: number; readonly max: number } }
  | { readonly uniform: { readonly min: number; readonly max: number } }
  /** Nothing below `min`; the smaller `shape`, the heavier the tail. At most 1 there is no mean. */
  | { readonly pareto: { readonly min: number; readonly shape: number } }
  | {
      readonly discrete: readonly { readonly loss_eur: number; readonly weight: number }[]
    }

export interface RiskInput {
  readonly id: string
  /** Null: nobody has estimated it yet; the risk is then left out and named as missing. */
  readonly frequency: FrequencyInput | null
  readonly loss_eur: SeverityInput | null
}

/** What strikes several risks at once: each event hits each of them with its own chance. */
export interface SharedCauseInput {
  readonly id: string
  readonly frequency: FrequencyInput
  readonly hits: readonly { readonly risk: string; readonly chance: number }[]
}

/** A policy. Excess and cover are for each event, `yearly_cover_eur` for all of a year together. */
export interface InsuranceInput {
  readonly id: string
  /** Absent: all risks. A risk is in at most one policy. */
  readonly risks?: readonly string[]
  readonly excess_eur: number
  /** Paid at most for one event, above the excess. Absent: no bound. */
  readonly cover_eur?: number
  readonly yearly_cover_eur?: number
}

export interface LossInput {
  readonly years: number
  readonly seed: number
  readonly risks: readonly RiskInput[]
  readonly shared_causes?: readonly SharedCauseInput[]
  readonly insurance?: readonly InsuranceInput[]
}
