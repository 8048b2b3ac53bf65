// SPDX-License-Identifier: EUPL-1.2
/**
 * Words of the web application, each language a file of its own that is fetched when it is spoken.
 * Dutch sets the shape; what another language lacks does not compile.
 */
import { speakIn } from '@schouw/report/spoken'
import type { Words } from './nl.ts'

export type { Words } from './nl.ts'
export type Language = 'nl' | 'en'

/** What each language calls itself, for whoever chooses one. */
export const languageNames = { nl: 'Nederlands', en: 'English' } as const satisfies Readonly<
  Record<Language, string>
>

export function isLanguage(text: string | null): text is Language {
  return text !== null && Object.hasOwn(languageNames, text)
}

/** The languages but one, each with its name. */
export function othersThan(own: Language): readonly (readonly [Language, string])[] {
  return Object.entries(languageNames).flatMap(([one, name]) =>
    isLanguage(one) && one !== own ? [[one, name] as const] : [],
  )
}

/** Whose word the glossary puts beside one's own. */
export const languageBeside = { nl: 'en', en: 'nl' } as const satisfies Readonly<
  Record<Language, Language>
>

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
