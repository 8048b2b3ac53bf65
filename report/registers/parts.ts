// SPDX-License-Identifier: EUPL-1.2
import type { RegisterWords } from '../words/registers.ts'
import { registersEn } from '../words/registers-en.ts'
import { registersNl } from '../words/registers-nl.ts'
import type { Language } from '../words/speech.ts'

const words: Readonly<Record<Language, RegisterWords>> = { nl: registersNl, en: registersEn }

export function registerWordsOf(language: Language): RegisterWords {
  return words[language]
}
