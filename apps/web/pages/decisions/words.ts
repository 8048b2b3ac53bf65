// SPDX-License-Identifier: EUPL-1.2
import type { DecideWords } from '../../words/pages/decide-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useDecideWords = spoken<DecideWords>({
  nl: async () => (await import('../../words/pages/decide-nl.ts')).decideNl,
  en: async () => (await import('../../words/pages/decide-en.ts')).decideEn,
})
