// SPDX-License-Identifier: EUPL-1.2
import { boardTongue } from '@schouw/report/board'
import { useLanguage } from '../../words/language.tsx'
import { risksEn } from '../../words/pages/risks-en.ts'
import { risksNl } from '../../words/pages/risks-nl.ts'

export function useRiskWords() {
  return useLanguage().language === 'nl' ? risksNl : risksEn
}

/** Two figures and no more: what it rests on is not known better. */
export function useAmount(): (eur: number) => string {
  const say = boardTongue(useLanguage().language)
  return (eur) => say.euroRange({ low_eur: eur, high_eur: eur })
}
