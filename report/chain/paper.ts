// SPDX-License-Identifier: EUPL-1.2
import { breakable } from '../paper/breakable.ts'

export interface PaperTable {
  readonly heads: readonly string[]
  readonly aligns: readonly ('left' | 'right')[]
  /** Share of the width; 0 is as narrow as its words. */
  readonly grow: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

export interface PaperPart {
  readonly title: string
  readonly texts: readonly string[]
  readonly table?: PaperTable
  /** What is not there yet is shown as something to do. */
  readonly isOpen?: boolean
}

export interface PaperOf {
  readonly language: 'nl' | 'en'
  readonly title: string
  readonly about: string
  readonly organisation: string
  readonly asOf: string
  /** `YYYY-MM-DD`, when it was drawn up. */
  readonly on: string
  readonly lead: readonly string[]
  readonly parts: readonly PaperPart[]
  readonly sign: readonly string[]
  readonly foot: string
}

/** What the template reads: nothing absent, and long words that may be broken. */
export function paperData({ parts, on, language, ...paper }: PaperOf) {
  return {
    ...paper,
    language,
    date: on.split('-').map(Number),
    page: { nl: 'Bladzijde', en: 'Page' }[language],
    parts: parts.map(({ title, texts, table, isOpen }) => ({
      ...{ title, texts: texts.map(breakable), open: isOpen === true },
      table:
        table === undefined
          ? null
          : { ...table, rows: table.rows.map((row) => row.map(breakable)) },
    })),
  }
}
