// SPDX-License-Identifier: EUPL-1.2
/**
 * Insurer: what an insurer of directors asks about cyber risk, answered from the registers as they
 * stood on a day. Nothing is answered from memory: what no register holds is unknown.
 */
export {
  type InsurerAnswer,
  type InsurerFacts,
  type InsurerQuestion,
  insurerAnswers,
  insurerQuestions,
  kindsOfInsurer,
} from './answers.ts'
