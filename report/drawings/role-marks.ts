// SPDX-License-Identifier: EUPL-1.2
import type { Palette } from './drawing.ts'
import { element, type Markup, short, words } from './svg.ts'

type Shape = 'square' | 'frame' | 'disc' | 'ring' | 'diamond' | 'triangle' | 'dot'

/** What steers is square, where people look is round, what carries traffic is a diamond. */
const shapes: Readonly<Record<string, Shape>> = {
  plc: 'square',
  safety_plc: 'square',
  robot: 'square',
  cnc: 'square',
  drive: 'frame',
  remote_io: 'frame',
  hmi: 'disc',
  scada_server: 'disc',
  engineering_station: 'disc',
  workstation: 'ring',
  server: 'ring',
  switch: 'diamond',
  router: 'diamond',
  firewall: 'diamond',
  access_point: 'diamond',
  gateway: 'diamond',
  remote_access_gateway: 'triangle',
  external_host: 'triangle',
  printer: 'dot',
  camera: 'dot',
  phone: 'dot',
  others: 'dot',
}

/** A mark of 7 by 7 around a point; the word beside it says what it is. */
export function roleMark(
  role: string | null,
  { x, y, palette }: { readonly x: number; readonly y: number; readonly palette: Palette },
): Markup {
  const fill = palette.ink
  const hollow = { fill: palette.paper, stroke: palette.ink, 'stroke-width': 1.2 }
  switch (role === null ? undefined : shapes[role]) {
    case 'square':
      return element('rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, fill })
    case 'frame':
      return element('rect', { x: x - 3, y: y - 3, width: 6, height: 6, ...hollow })
    case 'disc':
      return element('circle', { cx: x, cy: y, r: 3.7, fill })
    case 'ring':
      return element('circle', { cx: x, cy: y, r: 3.2, ...hollow })
    case 'diamond':
      return element('path', {
        d: `M${at(x, y - 4.4)}L${at(x + 4.4, y)}L${at(x, y + 4.4)}L${at(x - 4.4, y)}Z`,
        fill,
      })
    case 'triangle':
      return element('path', {
        d: `M${at(x, y - 4)}L${at(x + 4, y + 3.4)}L${at(x - 4, y + 3.4)}Z`,
        ...hollow,
      })
    case 'dot':
      return element('circle', { cx: x, cy: y, r: 2, fill })
    default:
      return words('?', { x, y: y + 4, size: 11, fill: palette.quiet, anchor: 'middle' })
  }
}

function at(x: number, y: number): string {
  return `${short(x)} ${short(y)}`
}
