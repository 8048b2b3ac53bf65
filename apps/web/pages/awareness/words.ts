// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { awarenessEn } from '../../words/pages/awareness-en.ts'
import { awarenessNl } from '../../words/pages/awareness-nl.ts'

export function useAwarenessWords() {
  return { nl: awarenessNl, en: awarenessEn }[useLanguage().language]
}
