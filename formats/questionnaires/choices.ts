// SPDX-License-Identifier: EUPL-1.2
import { columnOf } from '../xlsx/index.ts'
import type { ChoiceList } from './model.ts'
import { attributeOf, spansOf } from './tags.ts'
import type { WorkbookParts } from './workbook-parts.ts'

interface Lists {
  /** Cells of every sheet, as they are read. */
  readonly rowsOf: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly parts: WorkbookParts
  /** Whose lists these are: a range may name no sheet. */
  readonly sheet: string
}

const mostLists = 2_000
const mostOptions = 200

/** ECMA-376 part 1, 18.3.1.32, and the extension that newer programs write for lists on other sheets. */
export function choiceLists(xml: string, lists: Lists): readonly ChoiceList[] {
  const whole = [0, xml.length] as const
  const found: ChoiceList[] = []
  for (const prefix of ['', 'x14:', 'x:']) {
    for (const one of spansOf(xml, `${prefix}dataValidation`, whole).slice(0, mostLists)) {
      if (attributeOf(one.attributes, 'type') !== 'list') continue
      const inner = xml.slice(...one.inner)
      const formula = textIn(inner, ['formula1', 'x:formula1', 'xm:f'])
      const places = attributeOf(one.attributes, 'sqref') ?? textIn(inner, ['xm:sqref'])
      if (formula === undefined || places === undefined) continue
      const options = optionsOf(formula, lists)
      if (options.length === 0) continue
      for (const place of places.split(/\s+/)) {
        const range = rangeOf(place)
        if (range !== undefined) found.push({ ...range, options })
      }
    }
  }
  return found
}

function textIn(inner: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [one] = spansOf(inner, name, [0, inner.length])
    if (one !== undefined) return plain(inner.slice(...one.inner).trim())
  }
  return undefined
}

function optionsOf(formula: string, { rowsOf, parts, sheet }: Lists): readonly string[] {
  const [, inline] = /^"([^"]*)"$/.exec(formula) ?? []
  if (inline !== undefined) return inline.split(/[,;]/).map((one) => one.trim())
  const named = parts.ranges.get(formula) ?? formula
  const [, quoted, bare, cells = ''] =
    /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([$A-Z0-9:]+)$/.exec(named) ?? []
  const range = rangeOf(cells.replaceAll('$', ''))
  const rows = rowsOf.get(quoted?.replaceAll("''", "'") ?? bare ?? sheet)
  if (range === undefined || rows === undefined) return []
  return rows
    .slice(range.rows[0], range.rows[1] + 1)
    .flatMap((row) => row.slice(range.columns[0], range.columns[1] + 1))
    .filter((text) => text.trim() !== '')
    .slice(0, mostOptions)
}

/** `B2:D9`, from nought; undefined when it is no range of cells. */
export function rangeOf(text: string): Omit<ChoiceList, 'options'> | undefined {
  const [, a = '', b = '', c, d] =
    /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(text) ?? []
  if (a === '') return undefined
  return {
    rows: [Number(b) - 1, Number(d ?? b) - 1],
    columns: [columnOf(a) - 1, columnOf(c ?? a) - 1],
  }
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
