// SPDX-License-Identifier: EUPL-1.2
/**
 * Holding statements to begin from, in both languages: what is said first to staff, customers, press
 * and authorities while little is known. What stands in square brackets is filled in when it happens;
 * they count only once somebody has approved them.
 */
import type { Language } from '../words/speech.ts'
import type { StatementModel } from './model.ts'
import { statementsEn } from './statements-en.ts'
import { statementsNl } from './statements-nl.ts'

export function statementModels(language: Language): readonly StatementModel[] {
  return { nl: statementsNl, en: statementsEn }[language]
}

/** A model as the register of holding statements takes it. */
export function statementValues(model: StatementModel, language: Language) {
  // Both languages stand beside each other in one register.
  return { ...model, code: `${model.code}-${language.toUpperCase()}`, language }
}
