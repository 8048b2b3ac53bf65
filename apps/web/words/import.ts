// SPDX-License-Identifier: EUPL-1.2
import { importEn } from './import-en.ts'
import { importNl } from './import-nl.ts'
import { useLanguage } from './language.tsx'

/** Apart from the other words: only the pages that bring files in load these. */
export type ImportWords = typeof importNl

export function useImportWords(): ImportWords {
  return { nl: importNl, en: importEn }[useLanguage().language]
}
