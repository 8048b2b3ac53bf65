// SPDX-License-Identifier: EUPL-1.2
import type { ContinuityWords } from '../../words/pages/continuity-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useContinuityWords = spoken<ContinuityWords>({
  nl: async () => (await import('../../words/pages/continuity-nl.ts')).continuityNl,
  en: async () => (await import('../../words/pages/continuity-en.ts')).continuityEn,
})
