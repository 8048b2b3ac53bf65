// SPDX-License-Identifier: EUPL-1.2
import { importEn } from './import-en.ts'
import { type ImportWords, importNl } from './import-nl.ts'
import { useLanguage } from './language.tsx'

export type { ImportWords } from './import-nl.ts'

export function useImportWords(): ImportWords {
  return { nl: importNl, en: importEn }[useLanguage().language]
}
