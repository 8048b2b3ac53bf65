// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { lookingEn } from '../../words/pages/looking-en.ts'
import { lookingNl } from '../../words/pages/looking-nl.ts'

export function useLookingWords() {
  return useLanguage().language === 'nl' ? lookingNl : lookingEn
}
