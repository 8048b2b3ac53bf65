// SPDX-License-Identifier: EUPL-1.2
/**
 * Words of the web application, each language a file of its own that is fetched when it is spoken.
 * Dutch sets the shape; what another language lacks does not compile.
 */
import { speakIn } from '@schouw/report/spoken'
import type { Words } from './nl.ts'

export type { Words } from './nl.ts'
export type Language = 'nl' | 'en'

const fetched: Readonly<Record<Language, () => Promise<Words>>> = {
  nl: async () => (await import('./nl.ts')).nl,
  en: async () => (await import('./en.ts')).en,
}
const known = new Map<Language, Words>()

/** Before anything is said in a language. */
export async function loadWords(language: Language): Promise<void> {
  const [words] = await Promise.all([known.get(language) ?? fetched[language](), speakIn(language)])
  known.set(language, words)
}

export function wordsOf(language: Language): Words {
  const words = known.get(language)
  if (words === undefined) throw new Error(`the words of ${language} were not fetched`)
  return words
}
