// SPDX-License-Identifier: EUPL-1.2
import type { KindName, Refusal } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import { faultsEn } from './faults-en.ts'
import { faultsNl } from './faults-nl.ts'
import type { Language } from './index.ts'

export type Expected = Extract<Refusal, { readonly code: 'field-refused' }>['expected']
type Rule = Expected['rule']
type Format = Extract<Expected, { readonly rule: 'format' }>['format']
/** What is known of a rule that was broken. */
type Broken<R extends Rule> = Expected extends infer E
  ? E extends { readonly rule: infer Rules }
    ? R extends Rules
      ? E
      : never
    : never
  : never

/** One thing that was refused, as the server tells it. */
export interface Fault {
  readonly code: string
  readonly path?: string | undefined
  readonly [fact: string]: unknown
}

/** Turns names into words while a sentence is made. */
export interface Naming {
  readonly field: (name: string) => string
  readonly code: (code: string) => string
  readonly kind: (name: string) => string
}

/** What is expected by each rule, with an example; a rule without words does not compile. */
export interface FaultWords {
  /** Reads a found value that the server has shortened to text. */
  readonly found: { readonly [What in 'text' | 'list' | 'other']: (found: string) => string }
  readonly expected: (what: string) => string
  readonly rules: { readonly [R in Rule]: (of: Broken<R>, naming: Naming) => string }
  /** As they stand behind `expected:`. */
  readonly formats: Readonly<Record<Format, string>>
  readonly codes: Readonly<Record<string, (fault: Fault, naming: Naming) => string>>
  /** Above a form of which something was refused. */
  readonly count: (count: number) => string
  readonly other: (code: string) => string
}

const languages: Readonly<Record<Language, FaultWords>> = { nl: faultsNl, en: faultsEn }

export function faultWords(language: Language): FaultWords {
  return languages[language]
}

export function namingOf(language: Language, kind: KindName, field?: string): Naming {
  const tongue = registerTongue(language)
  return {
    field: (name) => tongue.field(kind, name)[0],
    code: (code) => tongue.code(kind, code, field),
    kind: (name) => tongue.kind(name as KindName)?.[0] ?? name,
  }
}

/** What stood there, what is expected, and an example. */
export function faultSentence(
  fault: Fault,
  {
    language,
    kind,
    field,
  }: {
    readonly language: Language
    readonly kind: KindName
    readonly field?: string | undefined
  },
): string {
  const words = languages[language]
  const naming = namingOf(language, kind, field)
  if (fault.code === 'field-refused' && isExpected(fault['expected'])) {
    const said = expectedText(fault['expected'], words, naming)
    return [...foundText(fault['found'], words), said].join(' ')
  }
  const told = words.codes[fault.code]?.(fault, naming) ?? words.other(fault.code)
  // Of a reference the server tells the kind that was found, which its own sentence says.
  if (fault.code === 'reference-missing') return told
  return [...foundText(fault['found'], words), told].join(' ')
}

function expectedText(expected: Expected, words: FaultWords, naming: Naming): string {
  if (expected.rule === 'format') return words.expected(words.formats[expected.format])
  const say = words.rules[expected.rule] as ((of: Expected, naming: Naming) => string) | undefined
  return say?.(expected, naming) ?? words.other(expected.rule)
}

function foundText(found: unknown, { found: words }: FaultWords): readonly string[] {
  if (typeof found !== 'string' || found === '' || found === 'nothing') return []
  if (/^list of \d+$/.test(found)) return [words.list(found.slice('list of '.length))]
  if (found === 'object' || found === 'itself' || found === 'retired') return []
  if (!found.startsWith('"')) return [words.other(found)]
  try {
    return [words.text(String(JSON.parse(found)))]
  } catch {
    return [words.text(found)]
  }
}

function isExpected(expected: unknown): expected is Expected {
  return typeof expected === 'object' && expected !== null && 'rule' in expected
}
