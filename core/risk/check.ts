// SPDX-License-Identifier: EUPL-1.2

import { frequency } from './frequency.ts'
import type { FrequencyInput, Interval90, LossInput, SeverityInput } from './input.ts'
import { lossLimits } from './limits.ts'

/** What was expected where something else stood. */
export type LossRule =
  | 'years_in_range'
  | 'seed_in_range'
  | 'too_many_risks'
  | 'at_least_one_risk'
  | 'id_once'
  | 'events_in_range'
  | 'chance_in_range'
  | 'euros_in_range'
  | 'positive'
  | 'low_below_high'
  | 'ends_too_far_apart'
  | 'p95_above_median'
  | 'min_mode_max_in_order'
  | 'variance_above_mean'
  | 'shape_above_one'
  | 'weights_positive'
  | 'known_risk'
  | 'one_policy_a_risk'
  | 'too_many_events'

export interface LossProblem {
  /** Keys and places in the input, from its root. */
  readonly at: readonly (string | number)[]
  readonly rule: LossRule
}

type At = LossProblem['at']
type Report = (at: At, rule: LossRule) => void

/** Everything wrong with the ranges of an input whose shape is right; empty when it can be run. */
export function lossProblems(input: LossInput): readonly LossProblem[] {
  const problems: LossProblem[] = []
  const report: Report = (at, rule) => problems.push({ at, rule })
  const { years, seed, risks, shared_causes: causes = [] } = input
  if (!isWhole(years, 1, lossLimits.years)) report(['years'], 'years_in_range')
  if (!isWhole(seed, 0, Number.MAX_SAFE_INTEGER)) report(['seed'], 'seed_in_range')
  if (risks.length === 0) report(['risks'], 'at_least_one_risk')
  if (risks.length > lossLimits.risks) report(['risks'], 'too_many_risks')
  reportTwins(risks, 'risks', report)
  reportTwins(causes, 'shared_causes', report)
  for (const [index, risk] of risks.entries()) {
    const at = ['risks', index]
    if (risk.frequency !== null) checkFrequency(risk.frequency, [...at, 'frequency'], report)
    if (risk.loss_eur !== null) checkSeverity(risk.loss_eur, [...at, 'loss_eur'], report)
  }
  const known = new Set(risks.map(({ id }) => id))
  for (const [index, cause] of causes.entries()) {
    const at = ['shared_causes', index]
    checkFrequency(cause.frequency, [...at, 'frequency'], report)
    for (const [place, { risk, chance }] of cause.hits.entries()) {
      if (!known.has(risk)) report([...at, 'hits', place, 'risk'], 'known_risk')
      if (!isWithin(chance, 0, 1)) report([...at, 'hits', place, 'chance'], 'chance_in_range')
    }
  }
  checkInsurance(input, known, report)
  if (problems.length === 0 && expectedEvents(input) > lossLimits.events) {
    report(['years'], 'too_many_events')
  }
  return problems
}

/** Mean number of events to draw, and years to look at: what a run will cost. */
function expectedEvents({ years, risks, shared_causes: causes = [] }: LossInput): number {
  let yearly = 0
  for (const { frequency: one } of risks) yearly += one === null ? 0 : frequency(one).mean
  for (const { frequency: one, hits } of causes) yearly += frequency(one).mean * hits.length
  return Math.max(yearly * years, (years * risks.length * lossLimits.events) / lossLimits.riskYears)
}

function reportTwins(list: readonly { readonly id: string }[], name: string, report: Report): void {
  const seen = new Set<string>()
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) report([name, index, 'id'], 'id_once')
    seen.add(id)
  }
}

function checkFrequency(input: FrequencyInput, at: At, report: Report): void {
  const most = lossLimits.eventsPerYear
  if ('poisson' in input) {
    if (!isWithin(input.poisson, 0, most)) report([...at, 'poisson'], 'events_in_range')
  } else if ('bernoulli' in input) {
    if (!isWithin(input.bernoulli, 0, 1)) report([...at, 'bernoulli'], 'chance_in_range')
  } else if ('interval90' in input) {
    const place = [...at, 'interval90']
    checkInterval(input.interval90, { at: place, most, range: 'events_in_range' }, report)
  } else {
    const { mean, variance } = input.negative_binomial
    const place = [...at, 'negative_binomial']
    if (!(mean > 0 && mean <= most)) report([...place, 'mean'], 'events_in_range')
    else if (!(variance > mean && variance <= mean * lossLimits.intervalRatio)) {
      report([...place, 'variance'], 'variance_above_mean')
    }
  }
}

function checkSeverity(input: SeverityInput, at: At, report: Report): void {
  const most = lossLimits.lossEur
  if ('fixed' in input) {
    if (!isWithin(input.fixed, 0, most)) report([...at, 'fixed'], 'euros_in_range')
  } else if ('lognormal' in input) {
    const { median, p95 } = input.lognormal
    const place = [...at, 'lognormal']
    if (!(median > 0 && median <= most)) report([...place, 'median'], 'euros_in_range')
    else if (!(p95 > median && p95 <= most)) report([...place, 'p95'], 'p95_above_median')
    else if (p95 / median > lossLimits.intervalRatio)
      report([...place, 'p95'], 'ends_too_far_apart')
  } else if ('interval90' in input) {
    const place = [...at, 'interval90']
    checkInterval(input.interval90, { at: place, most, range: 'euros_in_range' }, report)
  } else if ('pert' in input) checkPeaked(input.pert, [...at, 'pert'], report)
  else if ('triangular' in input) checkPeaked(input.triangular, [...at, 'triangular'], report)
  else if ('uniform' in input) {
    const { min, max } = input.uniform
    checkPeaked({ min, mode: min, max }, [...at, 'uniform'], report)
  } else if ('pareto' in input) {
    const { min, shape } = input.pareto
    if (!(min > 0 && min <= most)) report([...at, 'pareto', 'min'], 'euros_in_range')
    if (!(shape > 1 && shape <= 1000)) report([...at, 'pareto', 'shape'], 'shape_above_one')
  } else checkDiscrete(input.discrete, [...at, 'discrete'], report)
}

function checkInterval(
  [low, high]: Interval90,
  of: { readonly at: At; readonly most: number; readonly range: LossRule },
  report: Report,
): void {
  if (!(low > 0)) report([...of.at, 0], 'positive')
  else if (!(high <= of.most)) report([...of.at, 1], of.range)
  else if (!(low <= high)) report(of.at, 'low_below_high')
  else if (high / low > lossLimits.intervalRatio) report(of.at, 'ends_too_far_apart')
}

function checkPeaked(
  { min, mode, max }: { readonly min: number; readonly mode: number; readonly max: number },
  at: At,
  report: Report,
): void {
  if (!isWithin(min, 0, lossLimits.lossEur)) report([...at, 'min'], 'euros_in_range')
  else if (!isWithin(max, 0, lossLimits.lossEur)) report([...at, 'max'], 'euros_in_range')
  else if (!(min <= mode && mode <= max)) report(at, 'min_mode_max_in_order')
}

function checkDiscrete(
  list: readonly { readonly loss_eur: number; readonly weight: number }[],
  at: At,
  report: Report,
): void {
  for (const [index, { loss_eur, weight }] of list.entries()) {
    if (!isWithin(loss_eur, 0, lossLimits.lossEur)) {
      report([...at, index, 'loss_eur'], 'euros_in_range')
    }
    if (!(weight >= 0 && weight < 1e9)) report([...at, index, 'weight'], 'weights_positive')
  }
  if (!list.some(({ weight }) => weight > 0)) report(at, 'weights_positive')
}

function checkInsurance(input: LossInput, known: ReadonlySet<string>, report: Report): void {
  const insured = new Set<string>()
  const policies = input.insurance ?? []
  reportTwins(policies, 'insurance', report)
  for (const [index, policy] of policies.entries()) {
    const at = ['insurance', index]
    for (const key of ['excess_eur', 'cover_eur', 'yearly_cover_eur'] as const) {
      const value = policy[key]
      if (value !== undefined && !isWithin(value, 0, lossLimits.lossEur)) {
        report([...at, key], 'euros_in_range')
      }
    }
    const risks = policy.risks ?? [...known]
    for (const [place, risk] of risks.entries()) {
      const where = policy.risks === undefined ? at : [...at, 'risks', place]
      if (!known.has(risk)) report(where, 'known_risk')
      else if (insured.has(risk)) {
        report(where, 'one_policy_a_risk')
        if (policy.risks === undefined) break
      }
      insured.add(risk)
    }
  }
}

function isWithin(value: number, low: number, high: number): boolean {
  return value >= low && value <= high
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isSafeInteger(value) && isWithin(value, low, high)
}
