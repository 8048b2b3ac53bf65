// SPDX-License-Identifier: EUPL-1.2
import { type DikeSection, standing, textures } from './dike.ts'
import { type Drawing, type DrawingTable, drawing, type Style } from './drawing.ts'
import { element, words } from './svg.ts'

const height = 84
const plot = 70

/** One section of the dike by itself, small, to stand beside its words. */
export function dikeMark(
  section: DikeSection,
  say: { readonly table: DrawingTable; readonly notMeasured: string },
  style: Style,
): Drawing {
  const { palette, width } = style
  const base = height - 6
  const y = (level: number) => base - (Math.min(5, Math.max(0, level)) / 5) * plot
  const frame = { left: 0, top: 8, base, step: width, gap: 14, isNarrow: true, y }
  const line = { x1: 0, x2: width, y1: base, y2: base, stroke: palette.ink, 'stroke-width': 1.4 }
  const parts =
    section.level === null
      ? [
          words('?', {
            x: width / 2,
            y: base - 12,
            size: 22,
            fill: palette.quiet,
            anchor: 'middle',
          }),
        ]
      : standing(
          section,
          section.level,
          { x: 7, width: width - 14, middle: width / 2 },
          { n: 0, frame, style },
        )
  const target =
    section.target === null
      ? []
      : [
          element('line', {
            ...line,
            y1: y(section.target),
            y2: y(section.target),
            'stroke-dasharray': '6 3',
          }),
        ]
  return drawing(
    { style, height, title: section.name, description: section.label, table: say.table },
    textures(style),
    parts,
    target,
    element('line', line),
  )
}
