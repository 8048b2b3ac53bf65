// SPDX-License-Identifier: EUPL-1.2
import { firstEn } from '../../words/first-en.ts'
import { type FirstWords, firstNl } from '../../words/first-nl.ts'
import { useLanguage } from '../../words/language.tsx'

export function useFirstWords(): FirstWords {
  return { nl: firstNl, en: firstEn }[useLanguage().language]
}

/** `Jansen, Ans` → `JANSEN-ANS`: a code nobody has to think of. */
export function codeOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '')
}
