// SPDX-License-Identifier: EUPL-1.2

import type { Frame, LimitPoint } from './curve-frame.ts'
import { limitMark, limits } from './curve-limits.ts'
import { type Drawing, type DrawingTable, drawing, type Style } from './drawing.ts'
import { euroTicks } from './euro-bars.ts'
import { type Key, keys } from './keys.ts'
import { element, type Markup, short, textWidth, words } from './svg.ts'

/** The chance that a year costs this much or more; losses rise, chances never do. */
export interface CurveLine {
  readonly name: string
  readonly points: readonly { readonly loss_eur: number; readonly chance: number }[]
  /** Where the line is read off, with the sampling error around it. */
  readonly marks: readonly {
    readonly chance: number
    readonly eur: number
    readonly low: number
    readonly high: number
    readonly text: string
  }[]
}

export interface LossCurve {
  /** Null where there is nothing to hold against it. */
  readonly before: CurveLine | null
  readonly after: CurveLine
  readonly appetite: { readonly eur: number; readonly text: string } | null
  /** Points that the curve may not pass on their right, often first. */
  readonly limits: readonly LimitPoint[]
}

export interface CurveWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  /** Under the picture: `Schade in een jaar`. */
  readonly axis: string
  readonly tick: (eur: number) => string
  /** Lines across: `1 op 10 jaar`. */
  readonly chances: readonly { readonly chance: number; readonly text: string }[]
  /** Where the appetite lies beyond what is drawn. */
  readonly beyond: (text: string) => string
  /** Names of the marks of limits, kept and broken. */
  readonly limitNames: readonly [kept: string, broken: string]
}

/** Rarer than this is not drawn: the curve has too few years there. */
const rarest = 0.004
const size = 11.5

/** Euros along a scale from nothing; chances by powers of ten, so that rare years are seen. */
export function lossCurve(of: LossCurve, say: CurveWords, style: Style): Drawing {
  const frame = frameOf(of, say, style)
  const isNarrow = style.width < 600
  const { palette } = style
  const across = say.chances.map(({ chance, text }) => {
    // On a narrow picture the words stand where no line is: right above, left below.
    const isRight = isNarrow && chance > 0.05
    return [
      rule(frame, { y: frame.y(chance) }, palette.line),
      words(text, {
        x: isRight ? frame.right : isNarrow ? frame.left : frame.left - 8,
        y: frame.y(chance) + (isNarrow ? -4 : 4),
        size,
        fill: palette.quiet,
        anchor: isNarrow && !isRight ? 'start' : 'end',
        halo: palette.paper,
      }),
    ]
  })
  const lines = [
    ...(of.before === null ? [] : [line(of.before, 'before', { frame, style })]),
    line(of.after, 'after', { frame, style }),
  ]
  const marks = [
    ...(of.before === null ? [] : [marksOf(of.before, 'before', { frame, style })]),
    marksOf(of.after, of.before === null ? 'alone' : 'after', { frame, style }),
  ]
  const legend = keys(legendOf(of, say, style), style, frame.bottom + 46)
  return drawing(
    { style, height: legend.bottom + 4, ...say },
    across.flat(),
    ticks(frame, say, style),
    appetite(of.appetite, say, { frame, style }),
    limits(of.limits, frame, style),
    lines,
    marks.flat(),
    legend.markup,
  )
}

function frameOf(of: LossCurve, say: CurveWords, { width }: Style): Frame {
  const isNarrow = width < 600
  const wide = Math.max(...say.chances.map(({ text }) => textWidth(text, size)), 0)
  const left = isNarrow ? 8 : wide + 14
  const [right, top, bottom] = [width - 22, 26, isNarrow ? 300 : 330]
  const both = [of.after, ...(of.before === null ? [] : [of.before])]
  const known = both.flatMap(({ points, marks }) => [
    ...points.filter(({ chance }) => chance >= rarest).map(({ loss_eur: eur }) => eur),
    ...marks.map(({ eur }) => eur),
  ])
  const most = Math.max(1, ...known)
  const limit = Math.max(of.appetite?.eur ?? 0, ...of.limits.map(({ eur }) => eur))
  const target = limit > most && limit < most * 2.5 ? limit * 1.08 : most
  const stepEur = stepOf(target, isNarrow ? 3 : 6)
  const highEur = Math.max(target * 1.02, stepEur)
  const reach = -Math.log10(rarest)
  return {
    left,
    right,
    top,
    bottom,
    highEur,
    stepEur,
    x: (eur) => left + (Math.min(eur, highEur) / highEur) * (right - left),
    y: (chance) => top + (-Math.log10(Math.max(chance, rarest)) / reach) * (bottom - top),
  }
}

/** The smallest of 1, 2 or 5 times a power of ten that needs no more lines than that. */
function stepOf(eur: number, most: number): number {
  const power = 10 ** Math.floor(Math.log10(eur / most))
  return power * ([1, 2, 5, 10].find((times) => power * times * most >= eur) ?? 10)
}

function rule(
  frame: Frame,
  at: { readonly y: number } | { readonly x: number },
  stroke: string,
): Markup {
  const ends =
    'y' in at
      ? { x1: frame.left, x2: frame.right, y1: at.y, y2: at.y }
      : { x1: at.x, x2: at.x, y1: frame.top, y2: frame.bottom }
  return element('line', { ...ends, stroke, 'stroke-width': 0.8 })
}

function ticks(frame: Frame, say: CurveWords, { palette }: Style): readonly Markup[] {
  const { stepEur } = frame
  const steps = Math.floor(frame.highEur / stepEur)
  const all = euroTicks({ lowEur: 0, highEur: steps * stepEur, stepEur })
  return [
    ...all.flatMap((eur, n) => {
      const x = frame.x(eur)
      const half = textWidth(say.tick(eur), size) / 2
      const anchor = n === 0 ? 'start' : x + half > frame.right + 20 ? 'end' : 'middle'
      return [
        rule(frame, { x }, palette.line),
        words(say.tick(eur), {
          x: anchor === 'end' ? frame.right + 20 : x,
          y: frame.bottom + 17,
          size,
          fill: palette.quiet,
          anchor,
        }),
      ]
    }),
    words(say.axis, {
      x: frame.left,
      y: frame.bottom + 35,
      size,
      fill: palette.quiet,
    }),
  ]
}

interface On {
  readonly frame: Frame
  readonly style: Style
}

function appetite(of: LossCurve['appetite'], say: CurveWords, on: On): readonly Markup[] {
  if (of === null) return []
  const { frame, style } = on
  const isBeyond = of.eur > frame.highEur
  const x = isBeyond ? frame.right : frame.x(of.eur)
  const text = isBeyond ? say.beyond(of.text) : of.text
  const half = textWidth(text, size, 600) / 2
  const at = Math.min(Math.max(x, frame.left + half), style.width - half - 2)
  return [
    ...(isBeyond
      ? []
      : [
          element('line', {
            x1: x,
            x2: x,
            y1: frame.top - 4,
            y2: frame.bottom,
            stroke: style.palette.ask,
            'stroke-width': 2,
          }),
        ]),
    words(text, {
      x: at,
      y: frame.top - 10,
      size,
      weight: 600,
      fill: style.palette.ask,
      anchor: 'middle',
      halo: style.palette.paper,
    }),
  ]
}

function line({ points }: CurveLine, which: 'before' | 'after', { frame, style }: On): Markup {
  const [first] = points
  if (first === undefined) return element('g', {})
  const shown = points.filter(({ chance }) => chance >= rarest)
  const path = [
    `M${short(frame.x(0))} ${short(frame.y(first.chance))}`,
    ...shown.map(
      ({ loss_eur: eur, chance }) => `L${short(frame.x(eur))} ${short(frame.y(chance))}`,
    ),
  ].join('')
  return element('path', {
    d: path,
    fill: 'none',
    'stroke-linejoin': 'round',
    ...strokeOf(which, style),
  })
}

function strokeOf(which: 'before' | 'after', { palette }: Style) {
  return which === 'before'
    ? { stroke: palette.quiet, 'stroke-width': 1.8, 'stroke-dasharray': '5 4' }
    : { stroke: palette.water, 'stroke-width': 2.6 }
}

function marksOf(
  { marks }: CurveLine,
  which: 'before' | 'after' | 'alone',
  { frame, style }: On,
): readonly Markup[] {
  const { palette } = style
  const paint = which === 'before' ? palette.quiet : palette.water
  return marks.flatMap(({ chance, eur, low, high, text }) => {
    const [x, y] = [frame.x(eur), frame.y(chance)]
    const wide = textWidth(text, 12.5, 600)
    // Beneath its line and left of it for what is after, above and right of it for the other: the
    // lines keep them apart.
    const isBeneath = which === 'after'
    const isPushed = !isBeneath && x + wide + 10 > style.width
    const at = isBeneath
      ? { x: Math.max(x - 8, frame.left + wide + 3), y: y + 16 }
      : { x: isPushed ? style.width - 2 : x + 8, y: y - 8 }
    return [
      element('line', {
        x1: frame.x(low),
        x2: frame.x(high),
        y1: y,
        y2: y,
        stroke: paint,
        'stroke-width': 6,
        'stroke-opacity': 0.35,
      }),
      element('circle', {
        cx: x,
        cy: y,
        r: 4,
        fill: which === 'before' ? palette.paper : paint,
        stroke: paint,
        'stroke-width': 2,
      }),
      words(text, {
        ...at,
        size: 12.5,
        weight: 600,
        fill: which === 'before' ? palette.quiet : palette.ink,
        anchor: isBeneath || isPushed ? 'end' : 'start',
        halo: palette.paper,
      }),
    ]
  })
}

function legendOf(
  { before, after, limits: points }: LossCurve,
  { limitNames: [kept, broken] }: CurveWords,
  style: Style,
): readonly Key[] {
  const has = (isBroken: boolean) => points.some((one) => one.isBroken === isBroken)
  const point = (isBroken: boolean) => [limitMark({ x: 10, y: -4, isBroken }, style)]
  const mark = (which: 'before' | 'after') => [
    element('line', { x1: 0, x2: 20, y1: -4, y2: -4, ...strokeOf(which, style) }),
  ]
  return [
    ...(before === null ? [] : [{ text: before.name, mark: mark('before') }]),
    { text: after.name, mark: mark('after') },
    ...(has(false) ? [{ text: kept, mark: point(false) }] : []),
    ...(has(true) ? [{ text: broken, mark: point(true) }] : []),
  ]
}
