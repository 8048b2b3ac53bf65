// SPDX-License-Identifier: EUPL-1.2
import type { InsuranceInput, LossInput } from '@schouw/core/risk'
import type { LossBook } from './book.ts'
import type { TreatmentEffect } from './effects.ts'
import type { RiskEstimate } from './estimate.ts'
import { frequencyOf, type Interval, severityOf } from './interval.ts'
import { brought } from './shared.ts'

/** None, those chosen or done, every one that is not dropped, or the ones named by id. */
export type TreatmentsOn = 'off' | 'chosen' | 'all' | readonly string[]

/** Ids of the treatments that count. What the estimates already hold counts in no other way. */
export function treatmentsOn({ treatments }: LossBook, on: TreatmentsOn): readonly string[] {
  return treatments
    .filter(({ id, is_chosen, is_in_estimate }) => {
      if (is_in_estimate || on === 'off') return false
      return on === 'all' || (on === 'chosen' ? is_chosen : on.includes(id))
    })
    .map(({ id }) => id)
}

interface Run {
  readonly on: TreatmentsOn
  readonly years: number
  readonly seed: number
}

/**
 * What the simulation is given. Of two treatments of one risk the lower remainder counts, for the
 * times and for the loss apart: nobody has said that their effects multiply. A remainder above what
 * the risk is now is told of by the checks and changes nothing.
 */
export function inputOf(book: LossBook, { on, years, seed }: Run): LossInput {
  const chosen = new Set(treatmentsOn(book, on))
  const active = book.treatments.filter(({ id }) => chosen.has(id))
  const of = (risk: RiskEstimate) => active.filter((one) => one.risk === risk.id)
  const insurance = book.risks.flatMap((risk): InsuranceInput[] => {
    const policy = widest(of(risk))
    return policy === null ? [] : [{ id: risk.key, risks: [risk.key], ...policy }]
  })
  const timesOf = new Map<string, Interval>()
  for (const risk of book.risks) {
    const { key, times_per_year: times, loss_eur: loss } = risk
    if (times !== null && loss !== null) timesOf.set(key, lowestTimes(times, of(risk)))
  }
  const { causes, own } = brought(book.shared, timesOf)
  const risks = book.risks.map((risk) => {
    const { key, times_per_year: now } = risk
    const times = now === null ? null : lowestTimes(now, of(risk))
    const loss = risk.loss_eur === null ? null : lowestLoss(risk.loss_eur, of(risk))
    return {
      id: key,
      frequency: own.has(key) ? (own.get(key) ?? null) : times === null ? null : frequencyOf(times),
      loss_eur: loss === null ? null : severityOf(loss),
    }
  })
  return {
    years,
    seed,
    risks,
    ...(causes.length === 0 ? {} : { shared_causes: causes }),
    ...(insurance.length === 0 ? {} : { insurance }),
  }
}

function lowestTimes(now: Interval, effects: readonly TreatmentEffect[]): Interval {
  const left = effects
    .flatMap(({ remaining_times: times }) => times ?? [])
    .filter((times) => times <= now.high)
  if (left.length === 0) return now
  const least = Math.min(...left)
  return { low: least, high: least }
}

function lowestLoss(now: Interval, effects: readonly TreatmentEffect[]): Interval {
  const left = effects
    .flatMap(({ remaining_loss: loss }) => loss ?? [])
    .filter(({ high }) => high <= now.high)
  const [least = now] = left.toSorted((a, b) => a.high - b.high || a.low - b.low)
  return least
}

/** A risk is in one policy at most: the one that pays most for a single event. */
function widest(effects: readonly TreatmentEffect[]): TreatmentEffect['insurance'] {
  const policies = effects.flatMap(({ insurance }) => insurance ?? [])
  const [best = null] = policies.toSorted(
    (a, b) => b.cover_eur - a.cover_eur || a.excess_eur - b.excess_eur,
  )
  return best
}
