// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Palette, type Style } from './drawing.ts'
import { keys } from './keys.ts'
import { element, escaped, fitted, type Markup, textWidth, words } from './svg.ts'

export interface GanttRow {
  readonly name: string
  /** Days, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string | null
  /** The day that was promised first, where it has moved. */
  readonly promised: string | null
  readonly state: 'open' | 'late' | 'done'
  /** Beside the bar: `8 dec · Kim`. */
  readonly label: string
  /** The whole of it in one sentence, for who does not see the bar. */
  readonly told: string
  readonly href?: string
}

export interface GanttGroup {
  readonly name: string
  readonly rows: readonly GanttRow[]
}

export interface GanttWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  readonly today: string
  /** First days of weeks or months, written out. */
  readonly ticks: readonly { readonly on: string; readonly text: string }[]
  readonly open: string
  readonly late: string
  readonly done: string
  readonly moved: string
}

export interface GanttSpan {
  readonly from: string
  readonly to: string
  readonly today: string
}

const rowHeight = 24
const narrowRowHeight = 40
const headHeight = 24
/** Right of the last day, for what stands beside a bar that ends there. */
const labelRoom = 132
const barHeight = 9

/** Work as bars over days: what is late runs on to today, what moved shows the day first promised. */
export function gantt(
  groups: readonly GanttGroup[],
  {
    span,
    say,
    style,
  }: { readonly span: GanttSpan; readonly say: GanttWords; readonly style: Style },
): Drawing {
  const { palette, width } = style
  const isNarrow = width < 600
  const left = isNarrow ? 0 : Math.round(width * 0.4)
  const at = scale(span, left, width - labelRoom)
  const height = isNarrow ? narrowRowHeight : rowHeight
  const parts: Markup[] = []
  let y = headHeight + 4
  for (const { name, rows } of groups) {
    if (rows.length === 0) continue
    parts.push(
      words(name, {
        x: 0,
        y: y + 15,
        size: 12.5,
        weight: 600,
        fill: palette.ink,
        halo: palette.paper,
      }),
    )
    y += 22
    for (const row of rows) {
      parts.push(rowOf(row, { y, left, width, at, span, palette, isNarrow }))
      y += height
    }
    y += 6
  }
  const legend = keys(legendOf(say, palette), style, y + 6)
  return drawing(
    {
      style,
      height: legend.bottom + 4,
      ...say,
      isInteractive: groups.some(({ rows }) => rows.some(({ href }) => href !== undefined)),
    },
    ticksOf(say, { at, bottom: y, palette, span, width }),
    parts,
    legend.markup,
  )
}

/** Days to a place; what lies outside the span stands on its edge. */
function scale({ from, to }: GanttSpan, left: number, width: number): (day: string) => number {
  const begin = Date.parse(from)
  const length = Math.max(1, Date.parse(to) - begin)
  return (day) => {
    const share = (Date.parse(day) - begin) / length
    return left + Math.min(1, Math.max(0, share)) * (width - left)
  }
}

interface Place {
  readonly y: number
  readonly left: number
  readonly width: number
  readonly at: (day: string) => number
  readonly span: GanttSpan
  readonly palette: Palette
  readonly isNarrow: boolean
}

function rowOf(row: GanttRow, place: Place): Markup {
  const { y, left, palette, isNarrow, width } = place
  const size = isNarrow ? 13 : 12
  const room = isNarrow ? width : left - 12
  const name = words(fitted(row.name, room, size), {
    x: 0,
    y: y + 15,
    size,
    fill: row.href === undefined ? palette.ink : palette.water,
    halo: palette.paper,
  })
  const middle = isNarrow ? y + 28 : y + 11
  const inside = [element('title', {}, escaped(row.told)), name, ...barOf(row, middle, place)]
  return row.href === undefined
    ? element('g', {}, inside)
    : element('a', { href: row.href }, inside)
}

const leastWidth = 5

function barOf(row: GanttRow, middle: number, place: Place): readonly Markup[] {
  const { at, palette, span } = place
  const begin = at(row.from)
  const due = row.to === null ? at(span.to) : at(row.to)
  const end = Math.max(due, begin + leastWidth)
  const late = row.state === 'late' ? Math.max(end + 4, at(span.today)) : end
  const top = middle - barHeight / 2
  const bar = element('rect', {
    x: begin,
    y: top,
    width: end - begin,
    height: barHeight,
    rx: 1.5,
    fill: row.state === 'done' ? palette.dike : palette.water,
    'fill-opacity': row.to === null ? 0.35 : 1,
  })
  const parts: Markup[] = [bar]
  if (row.state === 'late') {
    const line = { stroke: palette.broken, 'stroke-width': 2.5, 'stroke-dasharray': '3 2.5' }
    parts.push(element('line', { x1: end, x2: late, y1: middle, y2: middle, ...line }))
  }
  if (row.promised !== null) parts.push(diamond(at(row.promised), middle, palette))
  return [...parts, ...labelOf(row, { middle, begin, end: late }, place)]
}

function diamond(x: number, y: number, palette: Palette): Markup {
  return element('path', {
    d: `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`,
    fill: palette.paper,
    stroke: palette.ask,
    'stroke-width': 1.4,
  })
}

/** After the bar where it fits, else before it; where neither does, cut off after it. */
function labelOf(
  row: GanttRow,
  of: { readonly middle: number; readonly begin: number; readonly end: number },
  { left, width, palette }: Place,
): readonly Markup[] {
  const size = 10.5
  const wide = textWidth(row.label, size)
  const isAfter = of.end + 8 + wide <= width
  const isBefore = !isAfter && of.begin - 8 - wide >= left
  const fill = row.state === 'late' ? palette.broken : palette.quiet
  const shared = { y: of.middle + 3.5, size, fill, halo: palette.paper }
  if (isAfter) return [words(row.label, { x: of.end + 7, ...shared })]
  if (isBefore) return [words(row.label, { x: of.begin - 7, anchor: 'end', ...shared })]
  const text = fitted(row.label, Math.max(20, width - left - 8), size)
  return [words(text, { x: width - 3, anchor: 'end', ...shared })]
}

function ticksOf(
  say: GanttWords,
  of: {
    readonly at: (day: string) => number
    readonly bottom: number
    readonly palette: Palette
    readonly span: GanttSpan
    readonly width: number
  },
): readonly Markup[] {
  const { at, bottom, palette, span, width } = of
  let free = 0
  const ticks = say.ticks.flatMap(({ on, text }) => {
    const x = at(on)
    const line = { y1: 18, y2: bottom, stroke: palette.line, 'stroke-width': 0.7 }
    const wide = textWidth(text, 10)
    const isRoom = x >= free && x + wide + 2 <= width
    if (isRoom) free = x + wide + 10
    return [
      element('line', { x1: x, x2: x, ...line }),
      ...(isRoom ? [words(text, { x: x + 2, y: 13, size: 10, fill: palette.quiet })] : []),
    ]
  })
  const now = at(span.today)
  return [
    ...ticks,
    element('line', {
      x1: now,
      x2: now,
      y1: 18,
      y2: bottom,
      stroke: palette.ask,
      'stroke-width': 1.4,
    }),
  ]
}

function legendOf(say: GanttWords, palette: Palette) {
  const bar = (fill: string) => element('rect', { y: -8.5, width: 18, height: 9, rx: 1.5, fill })
  return [
    { text: say.open, mark: [bar(palette.water)] },
    {
      text: say.late,
      mark: [
        element('line', {
          x1: 0,
          x2: 18,
          y1: -4,
          y2: -4,
          stroke: palette.broken,
          'stroke-width': 2.5,
          'stroke-dasharray': '3 2.5',
        }),
      ],
    },
    { text: say.done, mark: [bar(palette.dike)] },
    { text: say.moved, mark: [diamond(9, -4, palette)] },
    {
      text: say.today,
      mark: [
        element('line', {
          x1: 9,
          x2: 9,
          y1: -11,
          y2: 3,
          stroke: palette.ask,
          'stroke-width': 1.4,
        }),
      ],
    },
  ]
}
