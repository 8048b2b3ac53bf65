// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import { type Column, columnsOf, type Speech, type Speeches } from '@schouw/formats/registers'
import { codeWord, fieldWord, registersEn, registersNl } from '@schouw/report/words'

export type FileLanguage = 'nl' | 'en'

const all: Readonly<Record<FileLanguage, Speech>> = {
  nl: speechOf('nl'),
  en: speechOf('en'),
}

function speechOf(language: FileLanguage): Speech {
  const words = language === 'nl' ? registersNl : registersEn
  return {
    language,
    field: (kind, path) => fieldWord(words, kind, path) ?? [path, ''],
    code: (of) => codeWord(words, of),
    kind: (kind) => words.kinds[kind],
  }
}

/** The language that is written first; the others are read as well. */
export function speechesIn(language: FileLanguage): Speeches {
  return language === 'nl' ? [all.nl, all.en] : [all.en, all.nl]
}

const known = new Map<string, readonly Column[]>()

/** Every column of a kind; made once a language. */
export function fileColumns(kind: RecordKind, language: FileLanguage): readonly Column[] {
  const name = `${language} ${kind.name}`
  const before = known.get(name)
  if (before !== undefined) return before
  const made = columnsOf(kind, speechesIn(language))
  known.set(name, made)
  return made
}
