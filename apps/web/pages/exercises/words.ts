// SPDX-License-Identifier: EUPL-1.2
import type { ExerciseWords } from '../../words/pages/exercises-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useExerciseWords = spoken<ExerciseWords>({
  nl: async () => (await import('../../words/pages/exercises-nl.ts')).exercisesNl,
  en: async () => (await import('../../words/pages/exercises-en.ts')).exercisesEn,
})
