// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { policiesEn } from '../../words/pages/policies-en.ts'
import { policiesNl } from '../../words/pages/policies-nl.ts'

export function usePoliciesWords() {
  return { nl: policiesNl, en: policiesEn }[useLanguage().language]
}
