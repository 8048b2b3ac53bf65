// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from './language.tsx'
import { ownEn } from './own-en.ts'
import { type OwnWords, ownNl } from './own-nl.ts'

export function useOwnWords(): OwnWords {
  return { nl: ownNl, en: ownEn }[useLanguage().language]
}
