// SPDX-License-Identifier: EUPL-1.2
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import type { LanguageParts } from './language-parts.ts'
import type { Language } from './speech.ts'

const parts: Readonly<Record<Language, LanguageParts>> = { nl: dutch, en: english }

export function partsOf(language: Language): LanguageParts {
  return parts[language]
}
