// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Palette, type Style } from './drawing.ts'
import { element, type Markup, textWidth, words, wrapped } from './svg.ts'

/**
 * Euros on a scale from nothing, or on one of powers of ten where the amounts lie so far apart that
 * the smaller ones would vanish.
 */
export interface EuroScale {
  readonly lowEur: number
  readonly highEur: number
  /** The distance between two lines; 0 on a scale of powers of ten. */
  readonly stepEur: number
}

export interface EuroBar {
  readonly number: number
  readonly text: string
  /** Null is not known. */
  readonly money: { readonly low_eur: number; readonly high_eur: number } | null
  readonly euros: string
  readonly outage: string
}

export interface EuroBarsWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  readonly unknown: string
  /** `€ 10 duizend`. */
  readonly tick: (eur: number) => string
}

/** Up to here one scale from nothing shows all of them. */
const mostRatio = 30

/** Whole steps around what is known; a million where nothing is, or all of it is nothing. */
export function euroScale(
  ranges: readonly ({ readonly low_eur: number; readonly high_eur: number } | null)[],
): EuroScale {
  const known = ranges.filter((range) => range !== null)
  const low = Math.min(...known.map((range) => Math.max(1_000, range.low_eur)))
  const high = Math.max(...known.map((range) => range.high_eur))
  if (known.length === 0 || high === 0) return { lowEur: 0, highEur: 1_000_000, stepEur: 500_000 }
  if (high <= low * mostRatio) {
    const stepEur = evenStep(high / 2)
    return { lowEur: 0, highEur: Math.ceil(high / stepEur) * stepEur, stepEur }
  }
  const lowEur = 10 ** Math.floor(Math.log10(low))
  const highEur = Math.max(lowEur * 10, 10 ** Math.ceil(Math.log10(Math.max(1, high))))
  return { lowEur, highEur, stepEur: 0 }
}

/** The largest of 1, 2 or 5 times a power of ten that is not more. */
function evenStep(eur: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, eur)))
  return power * (eur >= 5 * power ? 5 : eur >= 2 * power ? 2 : 1)
}

/** 0–1 along the scale, clamped. */
export function euroPosition(eur: number, { lowEur, highEur, stepEur }: EuroScale): number {
  if (stepEur > 0) return Math.min(1, Math.max(0, eur / highEur))
  const at = Math.log(Math.max(eur, 1) / lowEur) / Math.log(highEur / lowEur)
  return Math.min(1, Math.max(0, at))
}

export function euroTicks({ lowEur, highEur, stepEur }: EuroScale): readonly number[] {
  if (stepEur > 0) {
    const steps = Math.round(highEur / stepEur)
    return Array.from({ length: steps + 1 }, (_, n) => n * stepEur)
  }
  const ticks: number[] = []
  for (let eur = lowEur; eur <= highEur * 1.001; eur *= 10) ticks.push(Math.round(eur))
  return ticks
}

const height = 14

/** One bar alone, for a cell of a table that says the amount in words beside it. */
export function euroBar(
  money: EuroBar['money'],
  scale: EuroScale,
  { palette, width }: { readonly palette: Palette; readonly width: number },
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'aria-hidden': 'true',
      'font-family': 'Schouw Sans, sans-serif',
    },
    ...euroTicks(scale).map((eur) => {
      const x = euroPosition(eur, scale) * (width - 1) + 0.5
      return element('line', {
        x1: x,
        x2: x,
        y1: 0,
        y2: height,
        stroke: palette.line,
        'stroke-width': 0.7,
      })
    }),
    range(money, scale, { x: 0, y: height / 2, width, palette }),
  )
}

function range(
  money: EuroBar['money'],
  scale: EuroScale,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly palette: Palette },
): Markup {
  const { x, y, width, palette } = at
  if (money === null) {
    return element('line', {
      x1: x + 1,
      x2: x + width - 1,
      y1: y,
      y2: y,
      stroke: palette.quiet,
      'stroke-width': 1.4,
      'stroke-dasharray': '1.5 4',
    })
  }
  const from = x + euroPosition(money.low_eur, scale) * width
  const to = x + euroPosition(money.high_eur, scale) * width
  const long = Math.max(3, to - from)
  const left = Math.max(x, Math.min(from, x + width - long))
  return element('rect', {
    x: left,
    y: y - 4.5,
    width: long,
    height: 9,
    rx: 1.5,
    fill: palette.water,
  })
}

/** What could stop the factory: a range of euros each, and the time it stands still. */
export function euroBars(bars: readonly EuroBar[], say: EuroBarsWords, style: Style): Drawing {
  const { palette, width } = style
  const scale = euroScale(bars.map((bar) => bar.money))
  const isNarrow = width < 600
  const plot = isNarrow ? { x: 24, width: width - 34 } : { x: width * 0.5, width: width * 0.5 - 24 }
  const parts: Markup[] = []
  let y = 30
  const ticks = euroTicks(scale).filter((_, n, all) => !isNarrow || n === 0 || n === all.length - 1)
  const tops = y
  for (const bar of bars) {
    const room = isNarrow ? width - 24 : plot.x - 40
    const lines = wrapped(bar.text, { width: room, size: 12, most: 3 })
    const facts = [bar.outage, bar.euros].filter((text) => text !== '').join(' · ')
    parts.push(
      words(String(bar.number), { x: 0, y: y + 12, size: 12, weight: 600, fill: palette.ink }),
    )
    lines.forEach((line, n) => {
      parts.push(words(line, { x: 24, y: y + 12 + n * 15, size: 12, fill: palette.ink }))
    })
    const barY = isNarrow ? y + 12 + lines.length * 15 + 4 : y + 8
    const inPlot = { ...plot, y: barY, palette }
    parts.push(range(bar.money, scale, inPlot))
    const said =
      bar.money === null ? [bar.outage, say.unknown].filter((t) => t !== '').join(' · ') : facts
    const from =
      plot.x + (bar.money === null ? 0 : euroPosition(bar.money.low_eur, scale) * plot.width)
    const wide = textWidth(said, 11.5)
    parts.push(
      words(said, {
        x: Math.max(plot.x, Math.min(from, width - wide)),
        y: barY + 19,
        size: 11.5,
        fill: palette.quiet,
        halo: palette.paper,
      }),
    )
    y = Math.max(y + lines.length * 15 + 8, barY + 26) + 6
  }
  const grid = ticks.flatMap((eur, n) => {
    const x = plot.x + euroPosition(eur, scale) * plot.width
    const anchor = n === 0 ? 'start' : n === ticks.length - 1 ? 'end' : 'middle'
    return [
      element('line', {
        x1: x,
        x2: x,
        y1: tops - 8,
        y2: y,
        stroke: palette.line,
        'stroke-width': 0.8,
      }),
      words(say.tick(eur), { x, y: 14, size: 11, fill: palette.quiet, anchor }),
    ]
  })
  return drawing({ style, height: y + 2, ...say }, grid, parts)
}
