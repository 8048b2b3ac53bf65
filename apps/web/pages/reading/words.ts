// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { readingEn } from '../../words/pages/reading-en.ts'
import { readingNl } from '../../words/pages/reading-nl.ts'

export function useReadingWords() {
  return { nl: readingNl, en: readingEn }[useLanguage().language]
}
