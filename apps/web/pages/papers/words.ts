// SPDX-License-Identifier: EUPL-1.2
import type { PapersWords } from '../../words/pages/papers-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const usePapersWords = spoken<PapersWords>({
  nl: async () => (await import('../../words/pages/papers-nl.ts')).papersNl,
  en: async () => (await import('../../words/pages/papers-en.ts')).papersEn,
})
