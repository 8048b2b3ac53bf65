// SPDX-License-Identifier: EUPL-1.2
/** Questions to suppliers by tier, and what their answers are worth with every point that was lost. */
export { bank, type Question, questionOf, questionsFor, type Section, sections } from './bank.ts'
export { merged } from './merge.ts'
export {
  type AnswerOption,
  answerOptions,
  type Given,
  hasChanged,
  type Lost,
  type Reason,
  type Score,
  scoreOf,
} from './score.ts'
