// SPDX-License-Identifier: EUPL-1.2
import { strFromU8, strToU8, zipSync } from 'fflate'
import { unzipped } from '../unzip/index.ts'
import { type AskedFile, type Fill, type Filled, type LeftOut, xmlText } from './model.ts'
import { attributeOf, type Span, spansOf, spliced } from './tags.ts'

const body = 'word/document.xml'
/** Paragraphs outside tables, one to a row. */
const running = 'Text'

/** Tables of a Word document as sheets, and its running text as one more. */
export function readDocument(path: string, bytes: Uint8Array): AskedFile {
  const opened = open(path, bytes)
  if ('problem' in opened) return { form: 'document', sheets: [], problems: [opened.problem] }
  const { xml, tables, paragraphs } = opened
  const sheets = tables.map(({ name, rows }) => ({
    name,
    rows: rows.map((cells) => cells.map((cell) => textOf(xml.slice(...cell.inner)))),
    choices: rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const options = optionsIn(xml.slice(...cell.inner))
        const place = { rows: [row, row], columns: [column, column] } as const
        return options.length === 0 ? [] : [{ ...place, options }]
      }),
    ),
  }))
  const text = paragraphs.map((one) => [textOf(xml.slice(...one.inner))])
  return {
    form: 'document',
    sheets: [...sheets, { name: running, rows: text, choices: [] }],
    problems: [],
  }
}

/** Texts into cells of tables, and after paragraphs; everything else stays byte for byte. */
export function fillDocument(path: string, bytes: Uint8Array, fills: readonly Fill[]): Filled {
  const opened = open(path, bytes)
  if ('problem' in opened) return opened
  const { files, xml, tables, paragraphs } = opened
  const left: LeftOut[] = []
  const edits = fills.flatMap((fill) => {
    if (fill.sheet === running) {
      const after = paragraphs[fill.row]
      if (after !== undefined)
        return [{ from: after.end, to: after.end, text: paragraph(fill.text) }]
    }
    const cell = tables.find(({ name }) => name === fill.sheet)?.rows[fill.row]?.[fill.column]
    if (cell !== undefined) {
      return [
        {
          from: cell.inner[0],
          to: cell.inner[1],
          text: cellText(xml.slice(...cell.inner), fill.text),
        },
      ]
    }
    left.push({ ...fill, because: 'absent' })
    return []
  })
  const parts = { ...Object.fromEntries(files), [body]: strToU8(spliced(xml, edits)) }
  return { bytes: zipSync(parts, { level: 6, mtime: new Date(1980, 0, 1) }), left }
}

interface Opened {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly xml: string
  readonly tables: readonly { readonly name: string; readonly rows: readonly (readonly Span[])[] }[]
  readonly paragraphs: readonly Span[]
}

function open(path: string, bytes: Uint8Array): Opened | Extract<Filled, { problem: unknown }> {
  const { files, problems } = unzipped(bytes)
  const part = files.get(body)
  const xml = part === undefined ? '' : strFromU8(part)
  if (part === undefined || /<!DOCTYPE|<!ENTITY/i.test(xml)) {
    const found = problems[0]?.found ?? 'something else'
    return { problem: { path, line: null, column: null, expected: 'a .docx document', found } }
  }
  const whole = [0, xml.length] as const
  const outer = spansOf(xml, 'w:tbl', whole)
  const tables = outer.map((table, at) => ({
    name: `Table ${at + 1}`,
    rows: spansOf(xml, 'w:tr', table.inner).map((row) => spansOf(xml, 'w:tc', row.inner)),
  }))
  const paragraphs = spansOf(xml, 'w:p', whole).filter(
    ({ start }) => !outer.some((table) => start > table.start && start < table.end),
  )
  return { files, xml, tables, paragraphs }
}

function textOf(xml: string): string {
  const whole = [0, xml.length] as const
  const paragraphs = spansOf(xml, 'w:p', whole)
  const texts = paragraphs.length === 0 ? [whole] : paragraphs.map(({ inner }) => inner)
  return texts
    .map((inner) =>
      spansOf(xml, 'w:t', inner)
        .map((one) => xml.slice(...one.inner))
        .join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim()
}

function optionsIn(xml: string): readonly string[] {
  return spansOf(xml, 'w:listItem', [0, xml.length]).flatMap(
    ({ attributes }) =>
      attributeOf(attributes, 'w:displayText') ?? attributeOf(attributes, 'w:value') ?? [],
  )
}

function paragraph(text: string, look = ''): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
  return `<w:p>${look}<w:r>${lines.join('<w:br/>')}</w:r></w:p>`
}

/** How the cell and its first paragraph look is kept. */
function cellText(inner: string, text: string): string {
  const whole = [0, inner.length] as const
  const [cell] = spansOf(inner, 'w:tcPr', whole)
  const [look] = spansOf(inner, 'w:pPr', whole)
  const kept = (one: Span | undefined) => (one === undefined ? '' : inner.slice(one.start, one.end))
  return `${kept(cell)}${paragraph(text, kept(look))}`
}
