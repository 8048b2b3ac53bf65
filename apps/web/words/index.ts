// SPDX-License-Identifier: EUPL-1.2
/**
 * Words of the web application, each language a file of its own. Dutch sets the shape; what another
 * language lacks does not compile.
 */
import { en } from './en.ts'
import { nl, type Words } from './nl.ts'

export type { Words } from './nl.ts'
export type Language = 'nl' | 'en'

const languages: Readonly<Record<Language, Words>> = { nl, en }

export function wordsOf(language: Language): Words {
  return languages[language]
}
