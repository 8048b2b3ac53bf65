// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Palette, type Style } from './drawing.ts'
import { keys } from './keys.ts'
import { element, escaped, fitted, type Markup, textWidth, words, wrapped } from './svg.ts'

export interface RoadmapStep {
  readonly number: number
  readonly text: string
  readonly owner: string
  /** 1–13. */
  readonly week: number
  /** Written out: `8 dec`. */
  readonly due: string
  readonly isQuickWin: boolean
  readonly effort: 'hours' | 'days' | 'weeks'
}

export interface RoadmapPhase {
  readonly name: string
  /** `24 nov – 7 dec`. */
  readonly dates: string
  readonly weeks: readonly [number, number]
  readonly steps: readonly RoadmapStep[]
}

export interface RoadmapWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  readonly week: string
  /** First day of each of the 13 weeks: `24 nov`. */
  readonly starts: readonly string[]
  readonly quickWin: string
  readonly other: string
  readonly more: (count: number) => string
}

const weeks = 13
const rowHeight = 16
const lineHeight = 12.5
/** What fits a page; the table has them all. Every phase keeps its share. */
const mostSteps = 44

/** Thirteen weeks with their dates: who finishes what when, quick wins marked. */
export function roadmap(phases: readonly RoadmapPhase[], say: RoadmapWords, style: Style): Drawing {
  return style.width < 600 ? asList(phases, say, style) : asWeeks(phases, say, style)
}

function asWeeks(phases: readonly RoadmapPhase[], say: RoadmapWords, style: Style): Drawing {
  const { palette, width } = style
  const left = Math.round(width * 0.46)
  const step = (width - left) / weeks
  const at = (week: number) => left + (week - 1) * step
  const parts: Markup[] = []
  let y = 36
  const all = phases.reduce((sum, phase) => sum + phase.steps.length, 0)
  const most = ({ steps }: RoadmapPhase) =>
    all <= mostSteps ? steps.length : Math.max(2, Math.floor((steps.length * mostSteps) / all))
  const hidden = phases.reduce((sum, one) => sum + Math.max(0, one.steps.length - most(one)), 0)
  for (const phase of phases) {
    const [first, last] = phase.weeks
    const room = width - at(first)
    parts.push(
      words(phase.name, { x: 0, y: y + 14, size: 12.5, weight: 600, fill: palette.ink }),
      words(phase.dates, {
        x: textWidth(phase.name, 12.5, 600) + 10,
        y: y + 14,
        size: 11,
        fill: palette.quiet,
      }),
      element('rect', {
        x: at(first),
        y: y + 5,
        width: Math.min(room, (last - first + 1) * step) - 2,
        height: 11,
        fill: palette.dike,
        'fill-opacity': 0.28,
      }),
    )
    y += 22
    for (const one of phase.steps.slice(0, most(phase))) {
      const lines = wrapped(one.text, { width: left - 34, size: 11.5, most: 3 })
      parts.push(...row(one, { y, left, at, step, palette, lines }))
      y += rowHeight + (lines.length - 1) * lineHeight
    }
    y += 5
  }
  const legend = keys(marks(say, palette), style, y + 8)
  return drawing(
    { style, height: legend.bottom + (hidden > 0 ? 20 : 4), ...say },
    grid(say, { left, step, bottom: y, palette }),
    parts,
    legend.markup,
    hidden === 0
      ? undefined
      : words(say.more(hidden), { x: 22, y: legend.bottom + 14, size: 11.5, fill: palette.quiet }),
  )
}

function grid(
  say: RoadmapWords,
  of: { left: number; step: number; bottom: number; palette: Palette },
): readonly Markup[] {
  const { left, step, bottom, palette } = of
  const line = { y1: 22, y2: bottom, stroke: palette.line, 'stroke-width': 0.7 }
  return say.starts.flatMap((start, n) => {
    const x = left + n * step
    const date =
      n % 2 === 0 ? [words(start, { x: x + 2, y: 30, size: 9.5, fill: palette.quiet })] : []
    return [
      element('line', { x1: x, x2: x, ...line }),
      words(n === 0 ? `${say.week} 1` : String(n + 1), {
        x: n === 0 ? x + 2 : x + step / 2,
        y: 14,
        size: 11,
        fill: palette.quiet,
        anchor: n === 0 ? 'start' : 'middle',
      }),
      ...date,
    ]
  })
}

const weeksOf = { hours: 0.35, days: 1, weeks: 3 } as const

function row(
  one: RoadmapStep,
  of: {
    y: number
    left: number
    at: (week: number) => number
    step: number
    palette: Palette
    lines: readonly string[]
  },
): readonly Markup[] {
  const { y, left, at, step, palette, lines } = of
  const middle = y + rowHeight / 2
  const end = at(one.week + 1) - 2
  const start = Math.max(left, end - weeksOf[one.effort] * step)
  const mark = one.isQuickWin
    ? element('path', {
        d: `M${end - 7} ${middle - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5Z`,
        fill: palette.ask,
      })
    : element('rect', {
        x: start,
        y: middle - 3.5,
        width: end - start,
        height: 7,
        rx: 1.5,
        fill: palette.water,
      })
  const label = `${one.due} · ${one.owner}`
  const size = 10.5
  const wide = textWidth(label, size)
  const isAfter = end + 6 + wide <= left + weeks * step
  const begin = one.isQuickWin ? end - 14 : start
  return [
    element('title', {}, escaped(`${one.text} · ${label}`)),
    words(String(one.number), {
      x: 16,
      y: middle + 4,
      size: 11,
      fill: palette.quiet,
      anchor: 'end',
    }),
    ...lines.map((line, n) =>
      words(line, { x: 22, y: middle + 4 + n * lineHeight, size: 11.5, fill: palette.ink }),
    ),
    mark,
    // The lines of the weeks stop behind words.
    element('rect', {
      x: isAfter ? end + 3 : Math.max(left, begin - 8 - wide),
      y: middle - 7,
      width: Math.min(wide + 6, isAfter ? wide + 6 : begin - left - 2),
      height: 14,
      fill: palette.paper,
    }),
    words(fitted(label, isAfter ? wide + 1 : begin - left, size), {
      x: isAfter ? end + 6 : begin - 5,
      y: middle + 3.5,
      size,
      fill: palette.quiet,
      anchor: isAfter ? 'start' : 'end',
      halo: palette.paper,
    }),
  ]
}

function marks(say: RoadmapWords, palette: Palette) {
  return [
    {
      text: say.quickWin,
      mark: [element('path', { d: 'M9 -10.5l6.5 6.5l-6.5 6.5l-6.5 -6.5Z', fill: palette.ask })],
    },
    {
      text: say.other,
      mark: [element('rect', { y: -7.5, width: 18, height: 7, rx: 1.5, fill: palette.water })],
    },
  ]
}

/** On a phone: the same steps one below the other, with their date in front. */
function asList(phases: readonly RoadmapPhase[], say: RoadmapWords, style: Style): Drawing {
  const { palette, width } = style
  const parts: Markup[] = []
  let y = 6
  for (const phase of phases) {
    parts.push(
      element('rect', { x: 0, y: y + 2, width: 4, height: 30, fill: palette.dike }),
      words(phase.name, { x: 12, y: y + 14, size: 13, weight: 600, fill: palette.ink }),
      words(phase.dates, { x: 12, y: y + 30, size: 11.5, fill: palette.quiet }),
    )
    y += 40
    for (const one of phase.steps) {
      const lines = wrapped(one.text, { width: width - 76, size: 12, most: 3 })
      if (one.isQuickWin) {
        parts.push(
          element('path', {
            d: `M4 ${y + 4}l5 5l-5 5l-5 -5Z`,
            transform: 'translate(2 0)',
            fill: palette.ask,
          }),
        )
      }
      parts.push(
        words(one.due, { x: 16, y: y + 13, size: 11.5, weight: 600, fill: palette.ink }),
        ...lines.map((line, n) =>
          words(line, { x: 72, y: y + 13 + n * 15, size: 12, fill: palette.ink }),
        ),
        words(fitted(one.owner, width - 76, 11), {
          x: 72,
          y: y + 13 + lines.length * 15,
          size: 11,
          fill: palette.quiet,
        }),
      )
      y += lines.length * 15 + 24
    }
    y += 6
  }
  const legend = keys(marks(say, palette).slice(0, 1), style, y)
  return drawing({ style, height: legend.bottom + 4, ...say }, parts, legend.markup)
}
