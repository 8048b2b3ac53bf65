// SPDX-License-Identifier: EUPL-1.2
/**
 * Figures: what a board steers by, counted from the registers as they stand on a day, held against
 * the limits that the board has set, with the work that follows when one of them is passed.
 */
import { dikeOf } from '../dike.ts'
import { type KindOfStanding, kindsOfStanding, Registers, type StandingFacts } from '../facts.ts'
import { trainingTerms } from '../terms.ts'
import { type Deviation, deviationsOf } from './deviations.ts'
import { type FigureLine, figureLines } from './lines.ts'

export type { Deviation } from './deviations.ts'
export type { Limits } from './limits.ts'
export type { FigureLine, Uncounted } from './lines.ts'

/** Registers that figures are counted from. */
export const kindsOfFigures = [
  ...kindsOfStanding,
  'access-account',
  'asset',
  'awareness',
  'awareness-campaign',
  'exception',
  'person',
  'phishing-result',
  'remote-access',
  'supplier-review',
  'training',
  'zone',
] as const satisfies readonly KindOfStanding[]

export interface Figures {
  readonly lines: readonly FigureLine[]
  readonly deviations: readonly Deviation[]
}

/** The same registers on the same day give the same figures. */
export function figuresOf(facts: StandingFacts): Figures {
  const { now, today, hidden = [] } = facts
  const registers = new Registers(facts)
  const lines = figureLines({
    registers,
    hidden,
    measures: dikeOf(registers, { now, today }, undefined),
    training: trainingTerms(registers, today),
    today,
  })
  return { lines, deviations: deviationsOf(lines, { registers, today }) }
}
