// SPDX-License-Identifier: EUPL-1.2
/**
 * Words: everything the product says to people, in Dutch and English, as typed catalogues. A
 * missing text does not compile. German has its place in `german.ts` and no words yet.
 */
import type { Sentence } from '@schouw/core/baseline'
import { partsOf } from '#word-parts'
import type { Catalogue } from './report-nl.ts'
import { requirementNames } from './requirement-titles.ts'
import { few, namesIn, said, type Tongue } from './sentence-words.ts'
import { type Language, speech } from './speech.ts'
import type { Vocabulary } from './vocabulary.ts'

export { citation, citedAt } from './citations.ts'
export { expectation, foundInstead } from './expectations.ts'
export { codeWord, fieldWord, type RegisterWords } from './registers.ts'
export { registersEn } from './registers-en.ts'
export { registersNl } from './registers-nl.ts'
export type { Catalogue } from './report-nl.ts'
export type { Tongue } from './sentence-words.ts'
export { namesIn } from './sentence-words.ts'
export { type Language, languages, speech } from './speech.ts'
export { type MeasureId, measureIds, type OddityClass } from './vocabulary.ts'
export { vocabularyEn } from './vocabulary-en.ts'
export { vocabularyNl } from './vocabulary-nl.ts'

/** One language, ready to speak. */
export interface Words {
  readonly say: Tongue
  readonly text: Catalogue
  readonly sentence: (sentence: Sentence) => string
}

export function words(language: Language): Words {
  const { text, vocabulary, requirements, sentences } = partsOf(language)
  const base = speech(language)
  const word = (code: string, kind: keyof Vocabulary) => wordOf(vocabulary, code, kind)
  const say: Tongue = {
    ...base,
    word,
    requirement: requirementNames(requirements),
    each: (codes, kind) => {
      const said = namesIn(codes).map((code) => word(code, kind))
      return base.list(said.filter((text) => text !== ''))
    },
    names: (list) => base.list(namesIn(list)),
    some: (list) => {
      const { first, others } = few(list)
      return base.list(others === 0 ? first : [...first, text.others(others)])
    },
  }
  return { say, text, sentence: (sentence) => said(sentences, sentence, say) }
}

/** `tcp/102` is a way to say a service too: its number stays. A name nobody listed reads as a name. */
function wordOf(vocabulary: Vocabulary, code: string, kind: keyof Vocabulary): string {
  const known = vocabulary[kind] as Readonly<Record<string, string>>
  if (Object.hasOwn(known, code)) return known[code] ?? code
  if (kind !== 'protocol' && kind !== 'tool') return code
  const [transport, port] = code.split('/')
  if (port !== undefined) return `${transport?.toUpperCase()} ${port}`
  return /^[a-z0-9_-]{1,24}$/.test(code) ? code.split(/[_-]/).map(asName).join(' ') : code
}

function asName(part: string): string {
  return part.length <= 4 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)
}
