// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Palette, type Style } from './drawing.ts'
import { type Key, keys } from './keys.ts'
import { element, escaped, type Markup, short, textWidth, words, wrapped } from './svg.ts'

/** One section of the dike: one duty of care. */
export interface DikeSection {
  readonly id: string
  readonly name: string
  /** 0–5; null is not measured. */
  readonly level: number | null
  /** Shares of the height, together 1. */
  readonly restsOn: { readonly tested: number; readonly shown: number; readonly said: number }
  readonly isContradicted: boolean
  /** The board's own level for this section. */
  readonly target: number | null
  /** Level of an earlier baseline. */
  readonly earlier: number | null
  /** What to say when it is looked at. */
  readonly label: string
  /** Where it leads; absent on paper. */
  readonly href?: string
}

export interface DikeWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  readonly notMeasured: string
  /** `uw niveau, besluit 2026-07 van 7 juli 2026`, or that there is none. */
  readonly boardLine: string
  readonly hasBoardLine: boolean
  readonly tested: string
  readonly shown: string
  readonly said: string
  readonly contradicted: string
  readonly short: string
  /** `12 mei 2026`; null without an earlier baseline. */
  readonly earlier: string | null
  readonly level: (value: number) => string
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly base: number
  readonly step: number
  readonly gap: number
  readonly isNarrow: boolean
  readonly y: (level: number) => number
}

/** The profile of a dike: height is maturity, texture is what it rests on. */
export function dike(sections: readonly DikeSection[], say: DikeWords, style: Style): Drawing {
  const isNarrow = style.width < 600
  const top = 26
  const plot = isNarrow ? 170 : 190
  const left = 22
  const base = top + plot
  const frame: Frame = {
    left,
    top,
    base,
    step: (style.width - left) / Math.max(1, sections.length),
    gap: isNarrow ? 4 : 10,
    isNarrow,
    y: (level) => base - (Math.min(5, Math.max(0, level)) / 5) * plot,
  }
  const labelHeight = isNarrow ? 38 : 40
  const legend = keys(entries(say, style), style, base + labelHeight + 14)
  return drawing(
    {
      style,
      height: legend.bottom + 4,
      title: say.title,
      description: say.description,
      table: say.table,
      isInteractive: sections.some((section) => section.href !== undefined),
    },
    textures(style),
    scale(frame, style),
    sections.flatMap((section, n) => earlierOutline(section, n, frame, style)),
    sections.map((section, n) => body(section, { n, frame, say, style })),
    boardLine(sections, { frame, say, style }),
    legend.markup,
  )
}

export function textures({ palette, prefix }: Style): Markup {
  const hatch = element(
    'pattern',
    {
      id: `${prefix}-shown`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    },
    element('rect', { width: 6, height: 6, fill: palette.paper }),
    element('rect', { width: 2.6, height: 6, fill: palette.dike }),
  )
  const dots = element(
    'pattern',
    { id: `${prefix}-said`, width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
    element('rect', { width: 7, height: 7, fill: palette.paper }),
    element('circle', { cx: 1.8, cy: 1.8, r: 1.05, fill: palette.dike }),
    element('circle', { cx: 5.3, cy: 5.3, r: 1.05, fill: palette.dike }),
  )
  return element('defs', {}, hatch, dots)
}

function scale(frame: Frame, { palette, width }: Style): readonly Markup[] {
  return [0, 1, 2, 3, 4, 5].flatMap((level) => [
    element('line', {
      x1: frame.left,
      x2: width,
      y1: frame.y(level),
      y2: frame.y(level),
      stroke: level === 0 ? palette.ink : palette.line,
      'stroke-width': level === 0 ? 1.5 : 0.6,
    }),
    words(String(level), {
      x: frame.left - 8,
      y: frame.y(level) + 4,
      size: 11,
      fill: palette.quiet,
      anchor: 'end',
    }),
  ])
}

interface Span {
  readonly x: number
  readonly width: number
  readonly middle: number
}

function span(n: number, frame: Frame): Span {
  const x = frame.left + n * frame.step + frame.gap / 2
  const width = frame.step - frame.gap
  return { x, width, middle: x + width / 2 }
}

/** A section has sloping shoulders, as a dike has. */
function profile({ x, width }: Span, from: number, to: number): string {
  const slope = Math.min(width / 5, 7, from - to)
  const points = [
    [x, from],
    [x + slope, to],
    [x + width - slope, to],
    [x + width, from],
  ]
  return points.map(([px = 0, py = 0]) => `${short(px)},${short(py)}`).join(' ')
}

function earlierOutline(
  section: DikeSection,
  n: number,
  frame: Frame,
  { palette }: Style,
): readonly Markup[] {
  if (section.earlier === null) return []
  return [
    element('polyline', {
      points: profile(span(n, { ...frame, gap: 2 }), frame.base, frame.y(section.earlier)),
      fill: 'none',
      stroke: palette.water,
      'stroke-width': 1.4,
    }),
  ]
}

interface At {
  readonly n: number
  readonly frame: Frame
  readonly say: DikeWords
  readonly style: Style
}

function body(section: DikeSection, at: At): Markup {
  const { frame, style, say } = at
  const { palette } = style
  const here = span(at.n, frame)
  const inside =
    section.level === null
      ? wrapped(say.notMeasured, {
          width: frame.step - 2,
          size: frame.isNarrow ? 9 : 11,
          most: frame.isNarrow ? 1 : 2,
        }).map((line, i, all) =>
          frame.isNarrow
            ? words('?', {
                x: here.middle,
                y: frame.base - 8,
                size: 13,
                fill: palette.quiet,
                anchor: 'middle',
              })
            : words(line, {
                x: here.middle,
                y: frame.base - 10 - 13 * (all.length - 1 - i),
                size: 11,
                fill: palette.quiet,
                anchor: 'middle',
              }),
        )
      : standing(section, section.level, here, at)
  const parts: readonly Markup[] = [
    ...shortfall(section, here, at),
    ...inside,
    ...caption(section, here, at),
    element('rect', {
      class: 'hit',
      x: here.x - frame.gap / 2,
      y: frame.top - 12,
      width: frame.step,
      height: frame.base - frame.top + 52,
      fill: 'none',
      stroke: 'none',
      'pointer-events': 'all',
    }),
  ]
  if (section.href === undefined) {
    return element('g', {}, element('title', {}, escaped(section.label)), ...parts)
  }
  // The name says what is written there and then what it means: the marks themselves are silent.
  const link = { href: section.href, class: 'section', 'aria-label': spoken(section, say) }
  return element('a', link, element('g', { 'aria-hidden': 'true' }, ...parts))
}

/** What is written there first, so that who speaks to a computer can name what they see. */
function spoken(section: DikeSection, say: DikeWords): string {
  const { id, name, level } = section
  const written = level === null ? `${say.notMeasured} ${id} –` : `${id} ${say.level(level)}`
  return `${written} ${name}. ${section.label}`
}

export function standing(
  section: DikeSection,
  level: number,
  here: Span,
  at: Omit<At, 'say'>,
): readonly Markup[] {
  const { frame, style } = at
  const { palette, prefix } = style
  const y = frame.y(level)
  const outline = profile(here, frame.base, y)
  const clip = `${prefix}-clip-${section.id}`
  const layers: Markup[] = []
  let from = frame.base
  const shares = [
    ['tested', palette.dike],
    ['shown', `url(#${prefix}-shown)`],
    ['said', `url(#${prefix}-said)`],
  ] as const
  for (const [name, fill] of shares) {
    const height = section.restsOn[name] * (frame.base - y)
    if (height <= 0) continue
    layers.push(element('rect', { x: here.x, width: here.width, y: from - height, height, fill }))
    if (from !== frame.base) {
      const edge = { x1: here.x, x2: here.x + here.width, y1: from, y2: from }
      layers.push(element('line', { ...edge, stroke: palette.dike, 'stroke-width': 1 }))
    }
    from -= height
  }
  return [
    element('clipPath', { id: clip }, element('polygon', { points: outline })),
    element('g', { 'clip-path': `url(#${clip})` }, ...layers),
    element('polygon', {
      points: outline,
      fill: 'none',
      stroke: palette.dike,
      'stroke-width': 1.3,
      'stroke-linejoin': 'round',
    }),
    ...(section.isContradicted
      ? cross(
          here.middle,
          Math.max(y + 16, (y + frame.base) / 2),
          palette,
          Math.min(8, here.width / 4),
        )
      : []),
  ]
}

function cross(x: number, y: number, palette: Palette, arm = 8): readonly Markup[] {
  const d = `M${short(x - arm)} ${short(y - arm)}L${short(x + arm)} ${short(y + arm)}M${short(x + arm)} ${short(y - arm)}L${short(x - arm)} ${short(y + arm)}`
  const stroke = { d, fill: 'none', 'stroke-linecap': 'round' } as const
  return [
    element('path', { ...stroke, stroke: palette.paper, 'stroke-width': 8 }),
    element('path', { ...stroke, stroke: palette.broken, 'stroke-width': 3.6 }),
  ]
}

/** What is missing up to the board's level, as an empty outline. */
function shortfall(section: DikeSection, here: Span, { frame, style }: At): readonly Markup[] {
  if (section.target === null || section.level === null || section.level >= section.target)
    return []
  const top = frame.y(section.target)
  return [
    element('rect', {
      x: here.x + 7,
      y: top,
      width: Math.max(0, here.width - 14),
      height: frame.y(section.level) - top,
      fill: 'none',
      stroke: style.palette.ask,
      'stroke-width': 1.2,
      'stroke-dasharray': '2 3',
    }),
  ]
}

function caption(section: DikeSection, here: Span, at: At): readonly Markup[] {
  const { frame, say, style } = at
  const { palette } = style
  const letter = { y: frame.base + 17, size: 13, fill: palette.ink } as const
  const middle = { x: here.middle, anchor: 'middle' } as const
  const figure = section.level === null ? '–' : say.level(section.level)
  if (frame.isNarrow) {
    return [
      words(section.id, { ...letter, ...middle, fill: palette.quiet }),
      words(figure, { ...letter, ...middle, y: frame.base + 33, weight: 600 }),
    ]
  }
  const wide = textWidth(`${section.id}  `, 13) + textWidth(figure, 13, 600)
  const lines = wrapped(section.name, { width: frame.step - 4, size: 11, most: 2 })
  return [
    words(section.id, { ...letter, x: here.middle - wide / 2, fill: palette.quiet }),
    words(figure, { ...letter, x: here.middle + wide / 2, anchor: 'end', weight: 600 }),
    ...lines.map((line, n) =>
      words(line, { ...middle, y: frame.base + 31 + n * 12, size: 11, fill: palette.quiet }),
    ),
  ]
}

function boardLine(
  sections: readonly DikeSection[],
  of: { frame: Frame; say: DikeWords; style: Style },
): readonly Markup[] {
  const { frame, say, style } = of
  const { palette, width } = style
  if (!say.hasBoardLine) {
    const at = { x: width, y: 14, size: 11.5, fill: palette.ask, anchor: 'end' } as const
    return [words(say.boardLine, { ...at, weight: 600 })]
  }
  let d = ''
  let last: number | null = null
  sections.forEach((section, n) => {
    const from = frame.left + n * frame.step
    if (section.target !== null) {
      const y = frame.y(section.target)
      d += `${last === null ? 'M' : 'L'}${short(from)} ${short(y)}L${short(from + frame.step)} ${short(y)}`
    }
    last = section.target
  })
  const highest = Math.max(...sections.map((section) => section.target ?? 0))
  const lines = wrapped(say.boardLine, { width: width - frame.left, size: 11.5, most: 1 })
  const y = Math.min(frame.y(highest) - 5, frame.y(5) - 10)
  return [
    element('path', { d, fill: 'none', stroke: palette.paper, 'stroke-width': 4 }),
    element('path', {
      d,
      fill: 'none',
      stroke: palette.ink,
      'stroke-width': 1.8,
      'stroke-dasharray': '7 4',
    }),
    ...lines.map((line) =>
      words(line, { x: width, y, size: 11.5, fill: palette.ink, anchor: 'end' }),
    ),
    element('line', {
      x1: width - textWidth(lines[0] ?? '', 11.5) - 30,
      x2: width - textWidth(lines[0] ?? '', 11.5) - 6,
      y1: y - 4,
      y2: y - 4,
      stroke: palette.ink,
      'stroke-width': 1.8,
      'stroke-dasharray': '7 4',
    }),
  ]
}

function entries(say: DikeWords, { palette, prefix }: Style): readonly Key[] {
  const box = { y: -10, width: 18, height: 12, 'stroke-width': 1.2 } as const
  const swatch = (text: string, fill: string): Key => ({
    text,
    mark: [element('rect', { ...box, fill, stroke: palette.dike })],
  })
  const dashes = { fill: 'none', stroke: palette.ask, 'stroke-dasharray': '2 3' } as const
  const before = { fill: 'none', stroke: palette.water, 'stroke-width': 1.4 } as const
  return [
    swatch(say.tested, palette.dike),
    swatch(say.shown, `url(#${prefix}-shown)`),
    swatch(say.said, `url(#${prefix}-said)`),
    {
      text: say.contradicted,
      mark: [element('g', { transform: 'translate(9 -4) scale(0.75)' }, ...cross(0, 0, palette))],
    },
    { text: say.short, mark: [element('rect', { ...box, ...dashes })] },
    ...(say.earlier === null
      ? []
      : [
          {
            text: say.earlier,
            mark: [element('polyline', { points: '0,2 3,-10 15,-10 18,2', ...before })],
          },
        ]),
  ]
}
