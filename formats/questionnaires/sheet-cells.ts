// SPDX-License-Identifier: EUPL-1.2
import { columnName, columnOf } from '../xlsx/index.ts'
import { rangeOf } from './choices.ts'
import { type Fill, type LeftOut, xmlText } from './model.ts'
import { attributeOf, type Span, spansOf, spliced } from './tags.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** Puts texts into cells of one sheet and leaves every other letter of it as it is. */
export function filledSheet(
  xml: string,
  fills: readonly Fill[],
): { readonly xml: string; readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = []
  const prefix = /<(\w+:)?sheetData(?=[\s/>])/.exec(xml)?.[1] ?? ''
  const [data] = spansOf(xml, `${prefix}sheetData`, [0, xml.length])
  if (data === undefined) {
    return { xml, left: fills.map((one) => ({ ...one, because: 'absent' })) }
  }
  const merged = mergesOf(xml, prefix)
  const byRow = Map.groupBy(
    fills.map((one) => inMerge(one, merged)),
    ({ row }) => row,
  )
  const rows = numbered(spansOf(xml, `${prefix}row`, data.inner))
  const edits: Edit[] = []
  for (const [row, asked] of byRow) {
    const known = rows.find((one) => one.number === row + 1)
    if (known === undefined) {
      const before = rows.findLast((one) => one.number <= row)
      const at = before?.span.end ?? data.inner[0]
      const cells = asked.toSorted((a, b) => a.column - b.column)
      const inner = cells.map((one) => cellXml(prefix, one, '')).join('')
      edits.push({ from: at, to: at, text: `<${prefix}row r="${row + 1}">${inner}</${prefix}row>` })
    } else edits.push(...rowEdits({ xml, prefix, span: known.span, asked, left }))
  }
  // A sheet without cells closes itself: it is opened to take some.
  if (data.inner[0] === data.inner[1] && xml[data.inner[0] - 1] === '/') {
    const inner = edits.toSorted((a, b) => rowAt(a.text) - rowAt(b.text)).map(({ text }) => text)
    const text = `<${prefix}sheetData>${inner.join('')}</${prefix}sheetData>`
    return { xml: spliced(xml, [{ from: data.start, to: data.end, text }]), left }
  }
  const ordered = edits.toSorted((a, b) => a.from - b.from || rowAt(a.text) - rowAt(b.text))
  return { xml: spliced(xml, ordered), left }
}

function rowAt(text: string): number {
  return Number(/ r="(\d+)"/.exec(text)?.[1] ?? 0)
}

/** Rows may leave out their number: then it is one more than that of the row before. */
function numbered(spans: readonly Span[]) {
  let last = 0
  return spans.map((span) => {
    last = Number(attributeOf(span.attributes, 'r') ?? last + 1)
    return { span, number: last }
  })
}

interface RowEditing {
  readonly xml: string
  readonly prefix: string
  readonly span: Span
  readonly asked: readonly Fill[]
  readonly left: LeftOut[]
}

function rowEdits({ xml, prefix, span, asked, left }: RowEditing): readonly Edit[] {
  const cells = placed(spansOf(xml, `${prefix}c`, span.inner))
  const edits: Edit[] = []
  const added: { readonly at: number; readonly column: number; readonly text: string }[] = []
  for (const one of asked) {
    const known = cells.find(({ column }) => column === one.column)
    if (known === undefined) {
      const before = cells.findLast(({ column }) => column < one.column)
      const at = before?.span.end ?? span.inner[0]
      added.push({ at, column: one.column, text: cellXml(prefix, one, '') })
      continue
    }
    // What a customer computes in a cell is theirs.
    if (spansOf(xml, `${prefix}f`, known.span.inner).length > 0) {
      left.push({ ...one, because: 'formula' })
      continue
    }
    const style = attributeOf(known.span.attributes, 's')
    const text = cellXml(prefix, one, style === undefined ? '' : ` s="${style}"`)
    edits.push({ from: known.span.start, to: known.span.end, text })
  }
  const isEmpty = span.inner[0] === span.inner[1] && xml[span.inner[0] - 1] === '/'
  if (isEmpty) {
    const inner = added.toSorted((a, b) => a.column - b.column).map(({ text }) => text)
    const text = `<${prefix}row${span.attributes.trimEnd()}>${inner.join('')}</${prefix}row>`
    return [{ from: span.start, to: span.end, text }]
  }
  const together = Map.groupBy(added, ({ at }) => at)
  for (const [at, ones] of together) {
    const sorted = ones.toSorted((a, b) => a.column - b.column)
    edits.push({ from: at, to: at, text: sorted.map(({ text }) => text).join('') })
  }
  return edits
}

function placed(spans: readonly Span[]) {
  let last = -1
  return spans.map((span) => {
    const [, letters] = /^([A-Z]{1,3})\d+$/.exec(attributeOf(span.attributes, 'r') ?? '') ?? []
    last = letters === undefined ? last + 1 : columnOf(letters) - 1
    return { span, column: last }
  })
}

/**
 * A text in the cell itself, which no program takes for a formula. `_x0041_` stands for a letter in
 * such a text (ECMA-376 part 1, 22.9.2.19) and is written so that it stays what it is.
 */
function cellXml(prefix: string, { row, column, text }: Fill, style: string): string {
  const at = `${columnName(column + 1)}${row + 1}`
  const safe = xmlText(text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_'))
  const inner = `<${prefix}is><${prefix}t xml:space="preserve">${safe}</${prefix}t></${prefix}is>`
  return `<${prefix}c r="${at}"${style} t="inlineStr">${inner}</${prefix}c>`
}

type Merge = NonNullable<ReturnType<typeof rangeOf>>

function mergesOf(xml: string, prefix: string): readonly Merge[] {
  return spansOf(xml, `${prefix}mergeCell`, [0, xml.length]).flatMap(
    ({ attributes }) => rangeOf(attributeOf(attributes, 'ref') ?? '') ?? [],
  )
}

/** Of cells that are merged the first alone is shown. */
function inMerge(fill: Fill, merges: readonly Merge[]): Fill {
  const found = merges.find(
    ({ rows, columns }) =>
      fill.row >= rows[0] &&
      fill.row <= rows[1] &&
      fill.column >= columns[0] &&
      fill.column <= columns[1],
  )
  return found === undefined ? fill : { ...fill, row: found.rows[0], column: found.columns[0] }
}
