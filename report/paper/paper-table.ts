// SPDX-License-Identifier: EUPL-1.2
import { textWidth } from '../drawings/index.ts'
import type { Table, Text } from '../view/index.ts'

export interface PaperTable {
  /** Null when the heading above says it already. */
  readonly caption: string | null
  readonly heads: readonly string[]
  readonly aligns: readonly ('left' | 'right')[]
  /** Points, or shares of what is left. */
  readonly widths: readonly { readonly unit: 'pt' | 'fr'; readonly value: number }[]
  /** So short that it is not parted over two pages. */
  readonly isWhole: boolean
  readonly rows: readonly {
    readonly id?: string
    readonly spans: boolean
    /** Not parted over two pages. */
    readonly isWhole: boolean
    readonly cells: readonly Text[]
  }[]
}

const size = 8.2
const padding = 9

/**
 * Columns as wide as their words up to a bound; the rest share what is left by their weight.
 * Without the bound one long cell would push every other column off the page.
 */
export function paperTable(table: Table, width: number, mostShare = 0.18): PaperTable {
  const most = width * mostShare
  const widths = table.columns.map((column, n) => {
    if (column.grow > 0) return { unit: 'fr' as const, value: column.grow }
    const cells = table.rows.map((row) => (row.spans === true ? 0 : cellWidth(row.cells[n] ?? [])))
    const natural = Math.max(textWidth(column.title, size * 0.94, 600), ...cells)
    const edge = n === 0 || n === table.columns.length - 1 ? padding / 2 : padding
    return { unit: 'pt' as const, value: Math.ceil(Math.min(natural, most) + edge) }
  })
  return {
    caption: table.isCaptionHidden === true ? null : table.caption,
    heads: table.columns.map(({ title }) => title),
    aligns: table.columns.map(({ align }) => align),
    widths,
    isWhole: table.rows.length <= mostWholeRows && lengthOf(table) <= mostWholeText,
    rows: table.rows.map(({ id, spans, cells }) => ({
      ...(id === undefined ? {} : { id }),
      spans: spans === true,
      isWhole: cells.flat().reduce((sum, { text }) => sum + text.length, 0) <= mostWholeText,
      cells,
    })),
  }
}

const mostWholeRows = 14
/** Characters. */
const mostWholeText = 1_300

function lengthOf({ rows }: Table): number {
  const cells = rows.flatMap((row) => row.cells).flat()
  return cells.reduce((sum, { text }) => sum + text.length, 0)
}

/** Of its longest line. */
function cellWidth(cell: Text): number {
  let line = 0
  let widest = 0
  for (const run of cell) {
    if (run.opensLine === true) line = 0
    line +=
      run.mono === true
        ? run.text.length * 0.6 * 0.86 * size
        : textWidth(run.text, size, run.strong === true ? 600 : 400)
    widest = Math.max(widest, line)
  }
  return widest
}
