// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { cycleEn } from '../../words/pages/cycle-en.ts'
import { cycleNl } from '../../words/pages/cycle-nl.ts'

export function useCycleWords() {
  return { nl: cycleNl, en: cycleEn }[useLanguage().language]
}
