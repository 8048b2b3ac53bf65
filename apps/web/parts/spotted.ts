// SPDX-License-Identifier: EUPL-1.2
import type { Explained } from '@schouw/report/glossary'
import type { Language } from '../words/index.ts'

type Word = Pick<Explained, 'id' | Language>

/** A piece of a text as it stands, or a word in it that the glossary explains. */
export type Piece = string | { readonly id: string; readonly word: string }

export interface Spotter {
  readonly pattern: RegExp
  /** By the form as it is written, small letters first; abbreviations only as they are spelled. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Words that everybody knows, or that in running text mostly mean something else: a notice, a
 * processor in a machine, the level of the board.
 */
const plain: ReadonlySet<string> = new Set([
  'melding',
  'bestuur',
  'bestuurder',
  'bestuursbesluit',
  'goedkeuring',
  'dreiging',
  'bewaking',
  'bezwaar',
  'schorsing',
  'decharge',
  'verwerker',
  'verwerkingsverantwoordelijke',
  'beheersmaatregel',
  'toepassingsbereik',
  'kennisname',
  'purdue',
  'logboekregistratie',
  'versleuteling',
])

/** The same word in the plural, as the language makes it. */
const plurals: Readonly<Record<Language, (word: string) => readonly string[]>> = {
  nl: (word) => [
    `${word}en`,
    `${word}s`,
    `${word}’s`,
    word.replace(/heid$/, 'heden'),
    word.replace(/eel$/, 'elen'),
    word.replace(/aat$/, 'aten'),
    word.replace(/([aeiou])([npst])$/, '$1$2$2en'),
  ],
  en: (word) => [`${word}s`, word.replace(/y$/, 'ies')],
}

const abbreviation = /^[A-Z]\w{1,4}$/

/** `netwerksegmentatie`, `besturing (PLC)`, `management body / board`. */
const parted = (label: string) => /^(.+?) \((.+)\)$/.exec(label) ?? [label, label, '']

/** An abbreviation is the same whatever one speaks. */
function formsOf(word: Word, language: Language): readonly string[] {
  const [, name = ''] = parted(word[language])
  const shorts = [word.nl, word.en].map((label) => parted(label)[2] ?? '')
  return [
    ...name.split(' / ').flatMap((one) => [one, ...plurals[language](one)]),
    ...shorts.filter((short) => abbreviation.test(short)),
  ]
}

export function spotterOf(words: readonly Word[], language: Language): Spotter {
  const ids = new Map<string, string>()
  for (const word of words) {
    if (plain.has(word.id)) continue
    for (const form of formsOf(word, language)) {
      const key = abbreviation.test(form) ? form : form.toLowerCase()
      if (!ids.has(key)) ids.set(key, word.id)
    }
  }
  // The longest first: a significant incident is more than an incident.
  const forms = [...ids.keys()].toSorted((a, b) => b.length - a.length).map(RegExp.escape)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${forms.join('|')})(?![\\p{L}\\p{N}-])`, 'giu')
  return { pattern, ids }
}

/** The text in pieces that together are the text; each word is a piece the first time it is there. */
export function spotted(text: string, { pattern, ids }: Spotter): readonly Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<string>()
  let at = 0
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const id = ids.get(word) ?? ids.get(word.toLowerCase())
    if (id === undefined || seen.has(id)) continue
    seen.add(id)
    if (index > at) pieces.push(text.slice(at, index))
    pieces.push({ id, word })
    at = index + word.length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}
