// SPDX-License-Identifier: EUPL-1.2
import type { FramesWords } from '../../words/pages/frames-words.ts'
import { spoken } from '../../words/spoken.ts'

export const useFramesWords = spoken<FramesWords>({
  nl: async () => (await import('../../words/pages/frames-nl.ts')).framesNl,
  en: async () => (await import('../../words/pages/frames-en.ts')).framesEn,
})
