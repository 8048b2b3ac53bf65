// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Style } from './drawing.ts'
import { keys } from './keys.ts'
import { element, escaped, fitted, type Markup, textWidth, words } from './svg.ts'

export interface MatrixRisk {
  readonly code: string
  readonly name: string
  /** Steps, 1 to 5. */
  readonly likelihood: number
  readonly impact: number
  /** Could hurt people or the environment badly. */
  readonly hurts: boolean
  /** Where it leads; no link when absent. */
  readonly href?: string
}

export interface MatrixWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  readonly likelihood: string
  readonly impact: string
  /** From light to grave. */
  readonly weights: readonly [string, string, string]
  readonly hurts: string
  readonly more: (count: number) => string
}

type Weight = 0 | 1 | 2

/** By how often times how bad: 15 and more is grave, 8 and more is middling. */
export function weightOf(likelihood: number, impact: number): Weight {
  const product = likelihood * impact
  return product >= 15 ? 2 : product >= 8 ? 1 : 0
}

const size = 12
const chipHeight = 18

/** How often up, how bad to the right; how grave a cell is shows in its hatching, not its colour. */
export function riskMatrix(risks: readonly MatrixRisk[], say: MatrixWords, style: Style): Drawing {
  const { width, prefix, palette } = style
  const isNarrow = width < 600
  const left = 34
  const cell = { width: (width - left - 2) / 5, height: isNarrow ? 62 : 66 }
  const top = 24
  const parts: Markup[] = []
  for (const likelihood of [5, 4, 3, 2, 1]) {
    const y = top + (5 - likelihood) * cell.height
    parts.push(
      words(String(likelihood), {
        x: left - 10,
        y: y + cell.height / 2 + 4,
        size,
        fill: palette.quiet,
        anchor: 'end',
      }),
    )
    for (const impact of [1, 2, 3, 4, 5]) {
      const x = left + (impact - 1) * cell.width
      const own = risks.filter((one) => one.likelihood === likelihood && one.impact === impact)
      const box = { x, y, ...cell }
      parts.push(ground(box, weightOf(likelihood, impact), style))
      parts.push(...chips(own, box, { say, style }))
    }
  }
  const bottom = top + 5 * cell.height
  const axes = [
    words(`↑ ${say.likelihood}`, { x: 0, y: 14, size: 11.5, fill: palette.quiet }),
    ...[1, 2, 3, 4, 5].map((impact) =>
      words(String(impact), {
        x: left + (impact - 0.5) * cell.width,
        y: bottom + 16,
        size,
        fill: palette.quiet,
        anchor: 'middle',
      }),
    ),
    words(`${say.impact} →`, {
      x: width - 2,
      y: bottom + 32,
      size: 11.5,
      fill: palette.quiet,
      anchor: 'end',
    }),
  ]
  const legend = keys(
    [
      ...([0, 1, 2] as const).map((weight) => ({
        text: say.weights[weight],
        mark: [ground({ x: 0, y: -12, width: 20, height: 14 }, weight, style)],
      })),
      {
        text: say.hurts,
        mark: [words('▲', { x: 5, y: 0, size, fill: palette.ink })],
      },
    ],
    style,
    bottom + 40,
  )
  const isInteractive = risks.some(({ href }) => href !== undefined)
  return drawing(
    { style, height: legend.bottom + 4, isInteractive, ...say },
    patterns(prefix, style),
    parts,
    axes,
    legend.markup,
  )
}

function patterns(prefix: string, { palette }: Style): Markup {
  const hatch = (name: string, gap: number, thick: number) =>
    element(
      'pattern',
      {
        id: `${prefix}-${name}`,
        width: gap,
        height: gap,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      element('rect', { width: gap, height: gap, fill: palette.paper }),
      element('rect', { width: thick, height: gap, fill: palette.line }),
    )
  return element('defs', {}, hatch('middle', 9, 1.6), hatch('grave', 5, 2.6))
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function ground(box: Box, weight: Weight, { prefix, palette }: Style): Markup {
  const fills = [palette.paper, `url(#${prefix}-middle)`, `url(#${prefix}-grave)`] as const
  return element('rect', { ...box, fill: fills[weight], stroke: palette.line, 'stroke-width': 1 })
}

function chips(
  risks: readonly MatrixRisk[],
  box: Box,
  of: { readonly say: MatrixWords; readonly style: Style },
): readonly Markup[] {
  const rows = Math.floor((box.height - 4) / (chipHeight + 2))
  const columns = Math.max(1, Math.floor(box.width / 66))
  const room = rows * columns
  const shown = risks.length > room ? risks.slice(0, room - 1) : risks
  const wide = (box.width - 4) / columns
  const at = (n: number) => ({
    x: box.x + 3 + (n % columns) * wide,
    y: box.y + 3 + Math.floor(n / columns) * (chipHeight + 2),
  })
  const left = risks.length - shown.length
  const { palette } = of.style
  return [
    ...shown.map((risk, n) => chip(risk, { ...at(n), width: wide - 2 }, of.style)),
    ...(left === 0
      ? []
      : [
          words(of.say.more(left), {
            x: at(shown.length).x + 4,
            y: at(shown.length).y + 13,
            size: 11,
            fill: palette.ink,
            halo: palette.paper,
          }),
        ]),
  ]
}

function chip(
  { code, name, hurts, href }: MatrixRisk,
  at: { readonly x: number; readonly y: number; readonly width: number },
  { palette }: Style,
): Markup {
  const text = fitted(`${hurts ? '▲ ' : ''}${code}`, at.width - 8, 11, 600)
  const parts = [
    element('title', {}, escaped(`${code} ${name}`)),
    element('rect', {
      x: at.x,
      y: at.y,
      width: Math.min(at.width, textWidth(text, 11, 600) + 10),
      height: chipHeight,
      rx: 3,
      fill: palette.paper,
      stroke: palette.ink,
      'stroke-width': 1,
    }),
    words(text, { x: at.x + 5, y: at.y + 13, size: 11, weight: 600, fill: palette.ink }),
  ]
  return href === undefined ? element('g', {}, parts) : element('a', { href }, parts)
}
