// SPDX-License-Identifier: EUPL-1.2
/**
 * What suppliers are asked and what contracts with them should say, in both languages and in words of
 * our own. Texts of clauses are a beginning for a lawyer, not advice.
 */
import type { Language } from '../words/speech.ts'
import { clausesEn } from './clauses-en.ts'
import { clausesNl } from './clauses-nl.ts'
import type { ClauseWords, QuestionWords } from './model.ts'
import { questionsEn } from './questions-en.ts'
import { questionsNl } from './questions-nl.ts'

export { draftText } from './answers.ts'
export { type LawyerInput, lawyerText } from './lawyer.ts'
export type { ClauseWords, QuestionWords } from './model.ts'
export { answerWords } from './options.ts'
export { dutyName, summaryWords, trustSummary } from './summary.ts'
export { escaped, type WeighingInput, weighingHtml } from './weighing.ts'
export { weighingPaper } from './weighing-paper.ts'

export function questionWords(language: Language): QuestionWords {
  return { nl: questionsNl, en: questionsEn }[language]
}

export function clauseWords(language: Language): ClauseWords {
  return { nl: clausesNl, en: clausesEn }[language]
}
