// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import { registerTongue } from '@schouw/report/registers'
import type { Expected, Fault, FaultWords, Naming } from './fault-words.ts'
import { faultsEn } from './faults-en.ts'
import { faultsNl } from './faults-nl.ts'
import type { Language } from './index.ts'

export type { Expected, Fault, FaultWords, Naming } from './fault-words.ts'

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
