// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { decideEn } from '../../words/pages/decide-en.ts'
import { decideNl } from '../../words/pages/decide-nl.ts'

export function useDecideWords() {
  return useLanguage().language === 'nl' ? decideNl : decideEn
}
