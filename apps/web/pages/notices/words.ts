// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { noticesEn } from '../../words/pages/notices-en.ts'
import { noticesNl } from '../../words/pages/notices-nl.ts'

export function useNoticesWords() {
  return { nl: noticesNl, en: noticesEn }[useLanguage().language]
}
