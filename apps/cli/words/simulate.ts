// SPDX-License-Identifier: EUPL-1.2
import type { LossRule } from '@schouw/core/risk'
import type { Language } from '../language.ts'

/** What a file should hold where something else stood; problems of files are in English. */
export const lossExpectations: Readonly<Record<LossRule, string>> = {
  years_in_range: 'a whole number of years from 1 to 100000000',
  seed_in_range: 'a whole number from 0 to 9007199254740991',
  too_many_risks: 'at most 20000 risks',
  at_least_one_risk: 'at least one risk',
  id_once: 'each id once',
  events_in_range: 'events a year from 0 to 10000',
  chance_in_range: 'a chance from 0 to 1',
  euros_in_range: 'euros from 0 to 1000000000000000, and more than 0 where a logarithm is taken',
  positive: 'more than 0',
  low_below_high: 'low before high',
  ends_too_far_apart: 'ends at most a factor of a thousand million apart',
  p95_above_median: 'a p95 above the median',
  min_mode_max_in_order: 'min, mode and max in that order',
  variance_above_mean: 'a variance above the mean; equal to it is poisson',
  shape_above_one: 'a shape above 1, for at most 1 there is no expected loss',
  weights_positive: 'weights from 0, and one above 0',
  known_risk: 'the id of a risk in this file',
  one_policy_a_risk: 'each risk in one policy at most',
  too_many_events: 'fewer years or rarer events: this run would take hours',
}

interface SimulateWords {
  readonly expected: string
  readonly perYear: (plusMinus: string) => string
  readonly levels: readonly (readonly ['p50' | 'p90' | 'p95' | 'p99', string])[]
  readonly none: (share: string) => string
  readonly gross: string
  readonly pays: (id: string) => string
  readonly risks: readonly [string, string, string]
  readonly others: (count: number) => string
  readonly swings: readonly [string, string, string]
  readonly frequency: string
  readonly loss: string
  readonly missing: (count: number, names: string) => string
  readonly proof: (years: string, seed: number, model: string, digest: string) => string
  readonly cancelled: string
}

export const simulateWords: Readonly<Record<Language, SimulateWords>> = {
  en: {
    expected: 'Expected loss',
    perYear: (plusMinus) => `a year (± ${plusMinus} by chance of the draw)`,
    levels: [
      ['p50', 'One year in two at least'],
      ['p90', 'One year in ten at least'],
      ['p95', 'One year in twenty at least'],
      ['p99', 'One year in a hundred at least'],
    ],
    none: (share) => `Nothing is lost in ${share} of the years.`,
    gross: 'Expected loss before insurance',
    pays: (id) => `Policy ${id} pays`,
    risks: ['Risk', 'Expected a year', '± by chance'],
    others: (count) => `and ${count} more`,
    swings: ['What moves the expectation most', 'if low', 'if high'],
    frequency: 'how often',
    loss: 'loss',
    missing: (count, names) =>
      `Not in these figures, as an estimate is missing: ${count} (${names})`,
    proof: (years, seed, model, digest) =>
      `${years} years, seed ${seed}, model ${model}, inputs ${digest}`,
    cancelled: 'cancelled before the end: there are no figures',
  },
  nl: {
    expected: 'Verwacht verlies',
    perYear: (plusMinus) => `per jaar (± ${plusMinus} door het toeval van de trekking)`,
    levels: [
      ['p50', 'Eén op de twee jaar ten minste'],
      ['p90', 'Eén op de tien jaar ten minste'],
      ['p95', 'Eén op de twintig jaar ten minste'],
      ['p99', 'Eén op de honderd jaar ten minste'],
    ],
    none: (share) => `In ${share} van de jaren gaat niets verloren.`,
    gross: 'Verwacht verlies vóór verzekering',
    pays: (id) => `Polis ${id} betaalt`,
    risks: ['Risico', 'Verwacht per jaar', '± door toeval'],
    others: (count) => `en nog ${count}`,
    swings: ['Wat de verwachting het meest verandert', 'als laag', 'als hoog'],
    frequency: 'hoe vaak',
    loss: 'verlies',
    missing: (count, names) =>
      `Niet in deze cijfers, want een schatting ontbreekt: ${count} (${names})`,
    proof: (years, seed, model, digest) =>
      `${years} jaren, seed ${seed}, model ${model}, invoer ${digest}`,
    cancelled: 'afgebroken voor het einde: er zijn geen cijfers',
  },
}
