// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { accessEn } from '../../words/pages/access-en.ts'
import { accessNl } from '../../words/pages/access-nl.ts'

export function useAccessWords() {
  return { nl: accessNl, en: accessEn }[useLanguage().language]
}
