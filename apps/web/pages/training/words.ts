// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { trainingEn } from '../../words/pages/training-en.ts'
import { trainingNl } from '../../words/pages/training-nl.ts'

export function useTrainingWords() {
  return { nl: trainingNl, en: trainingEn }[useLanguage().language]
}
