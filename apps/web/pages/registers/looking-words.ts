// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { listEn } from '../../words/pages/list-en.ts'
import { listNl } from '../../words/pages/list-nl.ts'
import { lookingEn } from '../../words/pages/looking-en.ts'
import { lookingNl } from '../../words/pages/looking-nl.ts'

export function useLookingWords() {
  return { nl: lookingNl, en: lookingEn }[useLanguage().language]
}

export function useListWords() {
  return { nl: listNl, en: listEn }[useLanguage().language]
}
