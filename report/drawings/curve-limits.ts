// SPDX-License-Identifier: EUPL-1.2
import type { Frame, LimitPoint } from './curve-frame.ts'
import type { Style } from './drawing.ts'
import { element, type Markup, short } from './svg.ts'

const reach = 6

/** What the board can bear, as points of the curve joined by a line: full where it is broken. */
export function limits(
  points: readonly LimitPoint[],
  frame: Frame,
  style: Style,
): readonly Markup[] {
  const placed = points.map(({ chance, eur, isBroken }) => ({
    x: frame.x(eur),
    y: frame.y(chance),
    isBroken,
  }))
  const path = placed.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('')
  return [
    ...(placed.length < 2
      ? []
      : [
          element('path', {
            d: path,
            fill: 'none',
            stroke: style.palette.ask,
            'stroke-width': 1.4,
            'stroke-dasharray': '2 4',
            'stroke-linecap': 'round',
          }),
        ]),
    ...placed.map((one) => limitMark(one, style)),
  ]
}

export function limitMark(
  { x, y, isBroken }: { readonly x: number; readonly y: number; readonly isBroken: boolean },
  { palette }: Style,
): Markup {
  const corners = [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
  ]
  return element('path', {
    d: `M${corners.map(([a = 0, b = 0]) => `${short(a)} ${short(b)}`).join('L')}Z`,
    fill: isBroken ? palette.ask : palette.paper,
    stroke: palette.ask,
    'stroke-width': 1.8,
  })
}
