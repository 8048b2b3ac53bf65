// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordKind } from '@schouw/core/registers'
import { plainName } from '../table/index.ts'
import { type Choices, choicesOf } from './choices.ts'
import type { Speeches } from './speech.ts'

/** One column of a register's file: a field of the kind, or what the record says of itself. */
export interface Column {
  /** The stable name: of the field, or `id`, `state`, `retired`. */
  readonly name: string
  /** Null for the record's own. */
  readonly field: Field | null
  /** What stands above the column, unlike that of any other column of the kind. */
  readonly heading: string
  readonly help: string
  /** What it is called in every language. */
  readonly words: readonly string[]
  /** Of a choice, and of the state. */
  readonly choices?: Choices
  /** Of rows: their columns. */
  readonly inner?: readonly Column[]
}

const ownHelp = {
  nl: {
    id: ['Id', 'Kenmerk van Schouw; laat leeg voor iets nieuws'],
    state: ['Status', 'Waar het in zijn levensloop staat; verandert niet door inlezen'],
    retired: ['Buiten gebruik', 'Of het uit het register is genomen; verandert niet door inlezen'],
  },
  en: {
    id: ['Id', 'Schouw’s own mark; leave empty for something new'],
    state: ['State', 'Where it is in its life; does not change by importing'],
    retired: ['Retired', 'Whether it was taken out of the register; not changed by importing'],
  },
} as const

export type OwnColumn = keyof typeof ownHelp.nl

/** Every column of a kind, in the order of the declaration, the record's own around them. */
export function columnsOf(kind: RecordKind, speeches: Speeches): readonly Column[] {
  const fields = Object.entries(kind.fields).map(([name, field]) =>
    columnOf(kind, { name, path: name, field }, speeches),
  )
  const { states } = kind.lifecycle
  const state = choicesOf({ kind: kind.name, place: 'state', options: states }, speeches)
  const all = [
    own('id', speeches),
    ...fields,
    { ...own('state', speeches), choices: state },
    own('retired', speeches),
  ]
  return apart(all)
}

function own(name: OwnColumn, [{ language }]: Speeches): Column {
  const [heading, help] = ownHelp[language][name]
  const words = [ownHelp.nl[name][0], ownHelp.en[name][0]]
  return { name, field: null, heading, help, words }
}

function columnOf(
  kind: RecordKind,
  { name, path, field }: { name: string; path: string; field: Field },
  speeches: Speeches,
): Column {
  const [heading, help] = speeches[0].field(kind.name, path)
  const words = speeches.map((speech) => speech.field(kind.name, path)[0])
  const column = { name, field, heading, help, words }
  if (field.type === 'choice') {
    const place = { kind: kind.name, place: path, options: field.options }
    return { ...column, choices: choicesOf(place, speeches) }
  }
  if (field.type !== 'rows') return column
  const inner = Object.entries(field.fields).map(([one, cell]) =>
    columnOf(kind, { name: one, path: `${path}.${one}`, field: cell }, speeches),
  )
  return { ...column, inner: apart(inner) }
}

export type Named = Pick<Column, 'name' | 'words'>

/** Which column a heading names beyond doubt, spelled in any way. */
export function nameOf(heading: string, names: readonly Named[]): string | undefined {
  const marked = /\(([a-z0-9_]+)\)\s*$/.exec(heading)?.[1]
  if (marked !== undefined && names.some(({ name }) => name === marked)) return marked
  const plain = plainName(heading)
  if (plain === '') return undefined
  const byName = names.find(({ name }) => plainName(name) === plain)
  if (byName !== undefined) return byName.name
  const byWord = names.filter(({ words }) => words.some((word) => plainName(word) === plain))
  return byWord.length === 1 ? byWord[0]?.name : undefined
}

/** A heading that would be read as another column, or as none, gets its name behind it. */
function apart(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => {
    const { name, heading } = column
    const isPlain = nameOf(heading, columns) === name && !/[:";\n]/.test(heading)
    return isPlain
      ? column
      : { ...column, heading: `${heading.replaceAll(/[:";\n]/g, ' ')} (${name})` }
  })
}
