// SPDX-License-Identifier: EUPL-1.2
/**
 * Words: everything the product says to people, in Dutch and English, as typed catalogues. A
 * missing text does not compile. German has its place in `german.ts` and no words yet.
 */
import type { Sentence } from '@schouw/core/baseline'
import { actionsEn } from './actions-en.ts'
import { actionsNl } from './actions-nl.ts'
import { findingsEn } from './findings-en.ts'
import { findingsNl } from './findings-nl.ts'
import { reportEn } from './report-en.ts'
import { type Catalogue, reportNl } from './report-nl.ts'
import { type RequirementTitles, requirementNames } from './requirement-titles.ts'
import { requirementsEn } from './requirements-en.ts'
import { requirementsNl } from './requirements-nl.ts'
import { risksEn } from './risks-en.ts'
import { risksNl } from './risks-nl.ts'
import { few, namesIn, type SentenceWords, said, type Tongue } from './sentence-words.ts'
import { type Language, speech } from './speech.ts'
import type { Vocabulary } from './vocabulary.ts'
import { vocabularyEn } from './vocabulary-en.ts'
import { vocabularyNl } from './vocabulary-nl.ts'

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

interface Parts {
  readonly text: Catalogue
  readonly vocabulary: Vocabulary
  readonly requirements: RequirementTitles
  readonly sentences: SentenceWords
}

/** What every language must bring. */
export type LanguageParts = Parts

const parts: Readonly<Record<Language, Parts>> = {
  nl: {
    text: reportNl,
    vocabulary: vocabularyNl,
    requirements: requirementsNl,
    sentences: { ...findingsNl, ...risksNl, ...actionsNl },
  },
  en: {
    text: reportEn,
    vocabulary: vocabularyEn,
    requirements: requirementsEn,
    sentences: { ...findingsEn, ...risksEn, ...actionsEn },
  },
}

export function words(language: Language): Words {
  const { text, vocabulary, requirements, sentences } = parts[language]
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
