// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../words/speech.ts'

/** What may be answered. */
export function answerWords(language: Language) {
  const all = {
    nl: { yes: 'Ja', partly: 'Deels', no: 'Nee', not_applicable: 'Niet van toepassing' },
    en: { yes: 'Yes', partly: 'Partly', no: 'No', not_applicable: 'Does not apply' },
  } as const
  return all[language]
}
