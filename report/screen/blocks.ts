// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, onScreen } from '../drawings/index.ts'
import type { Block, Picture, Row, Section, Table, Text } from '../view/index.ts'
import { all, drawn, type Html, tag, words } from './markup.ts'
import { text } from './runs.ts'
import type { Terms } from './terms.ts'

/** What the blocks of one page share: every picture needs ids of its own. */
export interface Page {
  readonly seeTable: string
  readonly terms: Terms
  drawn: number
}

export function table(of: Table): Html {
  const hidden = of.isCaptionHidden === true ? 'hidden' : undefined
  const align = (n: number) => classOf(of, n)
  const head = of.columns.map((column, n) =>
    tag('th', { scope: 'col', class: align(n) }, words(column.title)),
  )
  const bodies = bodiesOf(of.rows).map((rows) =>
    tag('tbody', {}, ...rows.map((row) => rowHtml(row, of.columns.length, align))),
  )
  return tag(
    'div',
    { class: 'scroll', role: 'group', 'aria-label': of.caption, tabindex: '0' },
    tag(
      'table',
      {},
      tag('caption', { class: hidden }, words(of.caption)),
      tag('thead', {}, tag('tr', {}, ...head)),
      ...bodies,
    ),
  )
}

/** Characters up to which a narrow column keeps its cells on a line. */
const mostTight = 24

function classOf({ columns, rows }: Table, n: number): string | undefined {
  const cells = rows.flatMap((row) => (row.spans === true ? [] : [row.cells[n] ?? []]))
  const isShort = cells.every((cell) => lineLength(cell) <= mostTight)
  const classes = [
    ...(columns[n]?.align === 'right' ? ['num'] : []),
    ...(columns[n]?.grow === 0 && isShort ? ['tight'] : []),
  ]
  return classes.length === 0 ? undefined : classes.join(' ')
}

/** Of its longest line. */
function lineLength(cell: Text): number {
  let line = 0
  return cell.reduce((longest, run) => {
    line = (run.opensLine === true ? 0 : line) + run.text.length
    return Math.max(longest, line)
  }, 0)
}

/** Each row that heads others opens a group of its own. */
function bodiesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const bodies: Row[][] = [[]]
  for (const row of rows) {
    if (row.spans === true && bodies.at(-1)?.length !== 0) bodies.push([])
    bodies.at(-1)?.push(row)
  }
  return bodies
}

function rowHtml(row: Row, columns: number, align: (n: number) => string | undefined): Html {
  if (row.spans === true) {
    const head = { scope: 'rowgroup', colspan: String(columns), class: 'heads' }
    return tag('tr', { id: row.id }, tag('th', head, text(row.cells[0] ?? [])))
  }
  return tag(
    'tr',
    { id: row.id },
    ...row.cells.map((cell, n) =>
      n === 0
        ? tag('th', { scope: 'row', class: align(n) }, text(cell))
        : tag('td', { class: align(n) }, text(cell)),
    ),
  )
}

const wideWidth = 1000
const narrowWidth = 358

/** Drawn twice: once for a desk, once for a phone. The style shows one of them. */
export function picture(page: Page, of: Picture, wide = wideWidth): Html {
  const draw = (width: number): Drawing => {
    page.drawn += 1
    return of({ palette: onScreen, prefix: `d${page.drawn}`, width }, true)
  }
  return all([
    tag('div', { class: 'wide' }, drawn(draw(wide).svg)),
    tag('div', { class: 'narrow' }, drawn(draw(narrowWidth).svg)),
  ])
}

export function folded(summary: string, ...inside: readonly Html[]): Html {
  return tag('details', {}, tag('summary', {}, words(summary)), ...inside)
}

export function section(page: Page, of: Section): Html {
  const seen = new Set<string>()
  return tag(
    'section',
    { class: 'chapter', id: of.id, 'aria-labelledby': `${of.id}-title` },
    tag('h2', { id: `${of.id}-title` }, words(of.title)),
    ...of.blocks.map((block) => blockHtml(page, block, { level: 3, seen })),
  )
}

function blockHtml(page: Page, block: Block, at: { level: number; seen: Set<string> }): Html {
  switch (block.kind) {
    case 'text':
      return tag('p', {}, page.terms(block.text, at.seen))
    case 'note':
      return tag('p', { class: 'note' }, text(block.text))
    case 'list':
      return tag('ul', { class: 'plain' }, ...block.items.map((item) => tag('li', {}, text(item))))
    case 'table':
      return table(block.table)
    case 'picture':
      return tag(
        'div',
        { class: 'figure' },
        picture(page, block.picture),
        block.table === null ? null : folded(page.seeTable, table(block.table)),
      )
    case 'group':
      return group(page, block, at)
  }
}

function group(
  page: Page,
  of: Extract<Block, { kind: 'group' }>,
  at: { level: number; seen: Set<string> },
): Html {
  const inner = { level: at.level + 1, seen: at.seen }
  const title = tag(`h${at.level}`, {}, words(of.title))
  const blocks = of.blocks.map((block) => blockHtml(page, block, inner))
  if (of.mark === undefined) return tag('div', { class: 'group', id: of.id }, title, ...blocks)
  page.drawn += 1
  const mark = of.mark({ palette: onScreen, prefix: `d${page.drawn}`, width: 84 }, false)
  const lead = (of.lead ?? []).map((block) => blockHtml(page, block, inner))
  return tag(
    'div',
    { class: 'group', id: of.id },
    tag(
      'div',
      { class: 'lead' },
      tag('div', {}, title, ...lead),
      tag('div', { class: 'mark', 'aria-hidden': 'true' }, drawn(mark.svg)),
    ),
    ...blocks,
  )
}
