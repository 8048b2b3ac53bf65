// SPDX-License-Identifier: EUPL-1.2
import type { CrisisWords } from '../../words/pages/crisis-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useCrisisWords = spoken<CrisisWords>({
  nl: async () => (await import('../../words/pages/crisis-nl.ts')).crisisNl,
  en: async () => (await import('../../words/pages/crisis-en.ts')).crisisEn,
})
