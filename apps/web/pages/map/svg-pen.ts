// SPDX-License-Identifier: EUPL-1.2
import { corners, cutTo, type Pen, type Stroke } from './pen.ts'

export interface SvgPen extends Pen {
  readonly markup: () => string
}

/** The same picture as a file: names come from the network, so every text is escaped. */
export function svgPen(): SvgPen {
  const parts: string[] = []
  const put = (name: string, values: Readonly<Record<string, string | number>>, inside = '') => {
    const list = Object.entries(values).map(([key, value]) => {
      return ` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`
    })
    parts.push(`<${name}${list.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`)
  }
  const path = (d: string, stroke: Stroke) => put('path', { d, fill: 'none', ...looks(stroke) })
  return {
    rect({ x, y, width, height, fill = 'none', stroke }) {
      const look = stroke === undefined ? {} : looks(stroke)
      put('rect', { x, y, width, height, fill, ...look })
    },
    line(points, stroke) {
      path(`M${points.map(short).join(' ')}`, stroke)
    },
    lines(pairs, stroke) {
      let d = ''
      for (let at = 0; at < pairs.length; at += 4) {
        d += `M${pairs
          .slice(at, at + 4)
          .map(short)
          .join(' ')}`
      }
      if (d !== '') path(d, stroke)
    },
    mark(shape, x, y, size, fill, paper) {
      const isHollow = shape === 'frame' || shape === 'ring' || shape === 'triangle'
      const look = isHollow ? { fill: paper, stroke: fill, 'stroke-width': size * 0.35 } : { fill }
      const points = corners[shape]
      if (points !== undefined) {
        const list = points.map((point, at) => short((at % 2 === 0 ? x : y) + point * size))
        put('polygon', { points: list.join(' '), ...look })
      } else if (shape === 'square' || shape === 'frame') {
        put('rect', { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...look })
      } else put('circle', { cx: x, cy: y, r: shape === 'dot' ? size * 0.55 : size, ...look })
    },
    text(text, x, y, { size, color, isBold = false, anchor = 'start', most }) {
      const shown = cutTo(text, size, most)
      if (shown === '') return
      const bold = isBold ? { 'font-weight': 600 } : {}
      const look = { 'font-size': size, fill: color, 'text-anchor': anchor, ...bold }
      put('text', { x, y, ...look }, escaped(shown))
    },
    markup: () => parts.join('\n'),
  }
}

function looks({ color, width, dashes, opacity }: Stroke) {
  return {
    stroke: color,
    'stroke-width': width,
    ...(dashes === undefined ? {} : { 'stroke-dasharray': dashes.map(short).join(' ') }),
    ...(opacity === undefined ? {} : { 'stroke-opacity': opacity }),
  }
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '')
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
