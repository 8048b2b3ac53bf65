// SPDX-License-Identifier: EUPL-1.2
/**
 * Words: every text for people, in Dutch and English, and how figures and dates are said. A code
 * of the core without a text in each language does not compile.
 */
export { type Language, languages, speech } from './speech.ts'
export { vocabularyEn } from './vocabulary-en.ts'
export { vocabularyNl } from './vocabulary-nl.ts'
