// SPDX-License-Identifier: EUPL-1.2
import { expectedLosses } from '@schouw/core/risk'
import type { LossBook } from './book.ts'
import type { TreatmentEffect } from './effects.ts'
import type { RiskEstimate } from './estimate.ts'
import { inputOf, treatmentsOn } from './input.ts'
import { bestChoices } from './knapsack.ts'

/** A treatment on top of what is chosen already. */
export interface OptionLine {
  readonly id: string
  readonly risk: string
  /** Loss avoided a year on average; null where it cannot be told. */
  readonly avoided_eur: number | null
  /** One-off money spread over the years, and what it costs each year. */
  readonly cost_eur_per_year: number | null
  /** Avoided for every euro spent over the years. */
  readonly per_euro: number | null
  /** Until what it avoided has paid for the one-off money; null where it never does. */
  readonly pays_back_years: number | null
}

export interface Spending {
  /** For the first year: one-off and yearly together. Null: no bound. */
  readonly budget_eur: number | null
  /** Over which one-off money is held against yearly loss. */
  readonly years: number
}

export interface BestPlan {
  readonly chosen: readonly string[]
  readonly avoided_eur_per_year: number
  readonly cost_eur_once: number
  readonly cost_eur_per_year: number
  /** Avoided less spent, over the years. */
  readonly net_eur: number
  /** No plan within the budget nets more than this; the same as `net_eur` when exact. */
  readonly bound_eur: number
  readonly is_exact: boolean
  /** Treatments that could not be weighed: without cost, effect or estimate. */
  readonly unknown: readonly string[]
}

/** Combinations of one risk are made of so many treatments, those that avoid most alone. */
const mostOfOneRisk = 24

export function optionLines(book: LossBook, years: number): readonly OptionLine[] {
  const mean = meanOf(book)
  return [...book.treatments, ...book.refused].map((one) => {
    const risk = book.risks.find(({ id }) => id === one.risk)
    const others = chosenOf(book, one.risk).filter((other) => other.id !== one.id)
    const before = risk === undefined ? null : mean(risk, others)
    const after = risk === undefined ? null : mean(risk, [...others, one])
    const isWeighed = !one.is_in_estimate && !one.is_without_effect
    const avoided = before === null || after === null || !isWeighed ? null : before - after
    const cost = costOf(one)
    const spread = cost === null ? null : cost.yearly + cost.once / years
    return {
      id: one.id,
      risk: one.risk,
      avoided_eur: avoided,
      cost_eur_per_year: spread,
      per_euro: avoided === null || spread === null || spread === 0 ? null : avoided / spread,
      pays_back_years: paysBack(avoided, cost),
    }
  })
}

function paysBack(
  avoided: number | null,
  cost: ReturnType<typeof costOf>,
): OptionLine['pays_back_years'] {
  if (avoided === null || cost === null || avoided <= cost.yearly) return null
  return cost.once / (avoided - cost.yearly)
}

/**
 * What of all that is proposed is worth most within the budget, on top of what is chosen. The lowest
 * remainder of times, the lowest of loss and the widest policy count, so that of one risk no
 * combination of more than three does anything that three of it do not.
 */
export function bestPlan(book: LossBook, { budget_eur: budget, years }: Spending): BestPlan {
  const mean = meanOf(book)
  const open = book.treatments.filter((one) => !one.is_chosen && !one.is_in_estimate)
  const unknown = open.filter((one) => costOf(one) === null || one.is_without_effect)
  const weighed = open.filter((one) => !unknown.includes(one))
  const groups: (readonly Combination[])[] = []
  let isWhole = true
  for (const risk of book.risks) {
    const chosen = chosenOf(book, risk.id)
    const before = mean(risk, chosen)
    const own = weighed.filter((one) => one.risk === risk.id)
    if (own.length === 0) continue
    if (before === null) {
      unknown.push(...own)
      continue
    }
    const avoids = (on: readonly TreatmentEffect[]) =>
      Math.max(0, before - (mean(risk, [...chosen, ...on]) ?? before))
    if (own.length > mostOfOneRisk) isWhole = false
    const strongest = own.toSorted((a, b) => avoids([b]) - avoids([a])).slice(0, mostOfOneRisk)
    groups.push(combinationsOf(strongest).map((on) => combination(on, avoids(on), years)))
  }
  const limit = budget ?? Number.POSITIVE_INFINITY
  const best = bestChoices(groups, limit)
  const taken = groups.flatMap((group, at) => group[best.places[at] ?? 0] ?? [])
  const sum = (of: (one: Combination) => number) => taken.reduce((all, one) => all + of(one), 0)
  return {
    chosen: taken.flatMap(({ ids }) => ids),
    avoided_eur_per_year: sum(({ avoided }) => avoided),
    cost_eur_once: sum(({ once }) => once),
    cost_eur_per_year: sum(({ yearly }) => yearly),
    net_eur: best.gain,
    bound_eur: best.bound,
    is_exact: best.isExact && isWhole,
    unknown: unknown.map(({ id }) => id),
  }
}

interface Combination {
  readonly ids: readonly string[]
  readonly avoided: number
  readonly once: number
  readonly yearly: number
  readonly cost: number
  readonly gain: number
}

function combination(on: readonly TreatmentEffect[], avoided: number, years: number): Combination {
  const costs = on.flatMap((one) => costOf(one) ?? [])
  const once = costs.reduce((sum, one) => sum + one.once, 0)
  const yearly = costs.reduce((sum, one) => sum + one.yearly, 0)
  const gain = (avoided - yearly) * years - once
  return { ids: on.map(({ id }) => id), avoided, once, yearly, cost: once + yearly, gain }
}

/** Of none, one, two or three. */
function combinationsOf(all: readonly TreatmentEffect[]): readonly (readonly TreatmentEffect[])[] {
  const found: (readonly TreatmentEffect[])[] = [[]]
  for (const [a, one] of all.entries()) {
    found.push([one])
    for (const [b, two] of all.slice(a + 1).entries()) {
      found.push([one, two])
      for (const three of all.slice(a + b + 2)) found.push([one, two, three])
    }
  }
  return found
}

function chosenOf(book: LossBook, risk: string): readonly TreatmentEffect[] {
  const on = treatmentsOn(book, 'chosen')
  return book.treatments.filter((one) => one.risk === risk && on.includes(one.id))
}

/** The mean year of one risk with some treatments; null where an estimate is missing. */
function meanOf(book: LossBook) {
  return (risk: RiskEstimate, on: readonly TreatmentEffect[]): number | null => {
    const alone = { ...book, risks: [risk], treatments: on, refused: [], shared: [] }
    const input = inputOf(alone, { on: on.map(({ id }) => id), years: 1, seed: 1 })
    return expectedLosses(input)[0]?.eur ?? null
  }
}

/** Null where neither is known. */
function costOf({
  cost_eur_once: once,
  cost_eur_per_year: yearly,
}: TreatmentEffect): { readonly once: number; readonly yearly: number } | null {
  return once === null && yearly === null ? null : { once: once ?? 0, yearly: yearly ?? 0 }
}
