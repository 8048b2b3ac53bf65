// SPDX-License-Identifier: EUPL-1.2
/**
 * Baseline: the nulmeting. Composes law, capture, assurance, network and risk into one frozen,
 * repeatable, comparable measurement of a factory. Same input, same answer.
 */
export type {
  Action,
  Baseline,
  Contradiction,
  Figure,
  Losses,
  LossesDrawn,
  Risk,
  Source,
} from './baseline.ts'
export { type BaselineFacts, baseline } from './compose.ts'
export type { FactoryInputs } from './inputs.ts'
export { scopeCaseOf } from './scope-case.ts'
export type { Sentence, SentenceCode, SentenceFacts } from './sentences.ts'
