// SPDX-License-Identifier: EUPL-1.2
// Stands in for `parts.ts` in a browser, which fetches the language that it speaks.
import { whenSpoken } from '../spoken/index.ts'
import type { RegisterWords } from '../words/registers.ts'
import type { Language } from '../words/speech.ts'

const fetched: Readonly<Record<Language, () => Promise<RegisterWords>>> = {
  nl: async () => (await import('../words/registers-nl.ts')).registersNl,
  en: async () => (await import('../words/registers-en.ts')).registersEn,
}
const known = new Map<Language, RegisterWords>()

await whenSpoken(async (language) => {
  if (!known.has(language)) known.set(language, await fetched[language]())
})

export function registerWordsOf(language: Language): RegisterWords {
  const words = known.get(language)
  if (words === undefined) throw new Error(`the words of ${language} were not fetched`)
  return words
}
