// SPDX-License-Identifier: EUPL-1.2
// Stands in for `parts.ts` in a browser, which fetches the language that it speaks.
import { whenSpoken } from '../spoken/index.ts'
import type { LanguageParts } from './language-parts.ts'
import type { Language } from './speech.ts'

const fetched: Readonly<Record<Language, () => Promise<LanguageParts>>> = {
  nl: async () => (await import('./dutch.ts')).dutch,
  en: async () => (await import('./english.ts')).english,
}
const known = new Map<Language, LanguageParts>()

await whenSpoken(async (language) => {
  if (!known.has(language)) known.set(language, await fetched[language]())
})

export function partsOf(language: Language): LanguageParts {
  const parts = known.get(language)
  if (parts === undefined) throw new Error(`the words of ${language} were not fetched`)
  return parts
}
