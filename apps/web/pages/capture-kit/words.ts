// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'

/** The kit itself is told by the report; these are the two ways on from it. */
const kitWords = {
  nl: { paper: 'Als PDF om mee te nemen', look: 'Een opname bekijken' },
  en: { paper: 'As a PDF to take along', look: 'Look at a capture' },
} as const

export const useKitWords = () => kitWords[useLanguage().language]
