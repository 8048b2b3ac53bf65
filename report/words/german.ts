// SPDX-License-Identifier: EUPL-1.2
import type { LanguageParts } from './language-parts.ts'

/**
 * The place of the German words. To add the language: fill every part, add `de` to `languages`
 * and its numbers and dates to `speech.ts`; the compiler names what is missing.
 */
export type GermanParts = LanguageParts
