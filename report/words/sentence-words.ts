// SPDX-License-Identifier: EUPL-1.2
import type { Sentence, SentenceCode, SentenceFacts } from '@schouw/core/baseline'
import type { RequirementNames } from './requirement-titles.ts'
import type { Speech } from './speech.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a sentence may use to fill itself in. */
export interface Tongue extends Speech {
  /** Codes separated by `, `, each in words, enumerated. */
  each(codes: string, kind: keyof Vocabulary): string
  /** One code in words; a code nobody knows is shown as it stands. */
  word(code: string, kind: keyof Vocabulary): string
  /** Names separated by `, `, enumerated. */
  names(text: string): string
  /** What a requirement is called. */
  readonly requirement: RequirementNames
  /** At most two of the names; of more, the first and how many others. */
  some(text: string): string
}

/** One way of saying for every code: a missing one does not compile. */
export type SentenceWords<Codes extends SentenceCode = SentenceCode> = {
  readonly [Code in Codes]: (facts: SentenceFacts[Code], say: Tongue) => string
}

type CodesOf<Prefix extends string> = Extract<SentenceCode, `${Prefix}.${string}`>
export type FindingWords = SentenceWords<CodesOf<'claim' | 'seen'>>
export type RiskWords = SentenceWords<CodesOf<'risk' | 'cause' | 'consequence' | 'reason'>>
export type ActionWords = SentenceWords<CodesOf<'action' | 'decision' | 'text'>>

/** A baseline of another version may hold a code we do not know: its facts are shown bare. */
export function said(words: SentenceWords, sentence: Sentence, tongue: Tongue): string {
  const way = words[sentence.code] as ((facts: object, say: Tongue) => string) | undefined
  if (way === undefined) {
    const facts = Object.entries(sentence.facts as Record<string, unknown>)
    return `${sentence.code as string}: ${facts.map(([name, value]) => `${name} ${value}`).join(', ')}`
  }
  // A name that ends in a full stop ends the sentence too: `B.V..` is one too many.
  return way(sentence.facts, tongue).replace(/(?<!\.)\.\.$/, '.')
}

/** The names of a list; a comma within a name is kept apart by a blank that does not break. */
export function namesIn(list: string): readonly string[] {
  return list
    .split(', ')
    .filter((name) => name !== '')
    .map((name) => name.replaceAll(',\u00a0', ', '))
}

/** At most two names of a list, and how many more there are: never just one more. */
export function few(list: string): { readonly first: readonly string[]; readonly others: number } {
  const names = namesIn(list)
  return names.length <= 2
    ? { first: names, others: 0 }
    : { first: names.slice(0, 1), others: names.length - 1 }
}
