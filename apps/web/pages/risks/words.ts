// SPDX-License-Identifier: EUPL-1.2
import { boardTongue } from '@schouw/report/board'
import { useLanguage } from '../../words/language.tsx'
import type { risksNl } from '../../words/pages/risks-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useRiskWords = spoken<typeof risksNl>({
  nl: async () => (await import('../../words/pages/risks-nl.ts')).risksNl,
  en: async () => (await import('../../words/pages/risks-en.ts')).risksEn,
})

/** Two figures and no more: what it rests on is not known better. */
export function useAmount(): (eur: number) => string {
  const say = boardTongue(useLanguage().language)
  return (eur) => say.euroRange({ low_eur: eur, high_eur: eur })
}
