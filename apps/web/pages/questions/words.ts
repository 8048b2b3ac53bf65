// SPDX-License-Identifier: EUPL-1.2
import type { QuestionsWords } from '../../words/pages/questions-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useQuestionsWords = spoken<QuestionsWords>({
  nl: async () => (await import('../../words/pages/questions-nl.ts')).questionsNl,
  en: async () => (await import('../../words/pages/questions-en.ts')).questionsEn,
})
