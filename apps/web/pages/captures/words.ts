// SPDX-License-Identifier: EUPL-1.2
import type { CapturesWords } from '../../words/pages/captures-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useCapturesWords = spoken<CapturesWords>({
  nl: async () => (await import('../../words/pages/captures-nl.ts')).capturesNl,
  en: async () => (await import('../../words/pages/captures-en.ts')).capturesEn,
})
