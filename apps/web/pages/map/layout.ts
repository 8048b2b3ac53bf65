// SPDX-License-Identifier: EUPL-1.2
// Where everything stands: sites beside each other, office above and process below, devices in the
// box of their zone. The same network gives the same picture.
import type { MapModel, MapZone } from './model.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Layer {
  readonly level: string | null
  readonly y: number
  readonly height: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** Of each zone. */
  readonly boxes: readonly Box[]
  readonly sites: readonly (Box & { readonly name: string })[]
  readonly layers: readonly Layer[]
  /** Centre of the mark of each node. */
  readonly xs: Float32Array
  readonly ys: Float32Array
  /** Room of one device; with names beside the marks where there are few. */
  readonly cell: { readonly width: number; readonly height: number; readonly hasName: boolean }
}

const left = 118
const gap = 34
const headPx = 30
const padPx = 10
const layerGap = 46
const levels = ['5', '4', '3.5', '3', '2', '1', '0', null] as const
/** More than this have their names only when one looks closer. */
const fewNodes = 160

export function layoutOf({ zones, nodes, sites }: MapModel): Layout {
  const hasName = nodes.length <= fewNodes
  const cell = hasName ? { width: 132, height: 22, hasName } : { width: 26, height: 26, hasName }
  const columns = columnsOf(zones, sites)
  const widest = hasName ? 1_500 : 2_200
  const boxes: Box[] = zones.map(() => ({ x: 0, y: 0, width: 0, height: 0 }))
  const tops = new Map<string | null, { y: number; height: number }>()
  const shelved = columns.map(
    ({ own }) =>
      new Map(
        levels.map((level) => [
          level,
          shelves(inLevel(zones, own, level), zones, { cell, widest }),
        ]),
      ),
  )
  let y = 44
  for (const level of levels) {
    const height = Math.max(0, ...shelved.map((column) => column.get(level)?.height ?? 0))
    if (height === 0) continue
    tops.set(level, { y, height })
    y += height + layerGap
  }
  let x = left
  const placed: (Box & { name: string })[] = []
  for (const [index, { name }] of columns.entries()) {
    const column = shelved[index]
    const width = Math.max(180, ...levels.map((level) => column?.get(level)?.width ?? 0))
    for (const level of levels) {
      for (const { zone, ...box } of column?.get(level)?.items ?? []) {
        boxes[zone] = { ...box, x: x + box.x, y: (tops.get(level)?.y ?? 0) + box.y }
      }
    }
    placed.push({ x: x - 12, y: 8, width: width + 24, height: y - 30, name })
    x += width + 70
  }
  const { xs, ys } = marks(zones, nodes.length, boxes, cell)
  const layers = [...tops].map(([level, top]) => ({ level, ...top }))
  return { width: x, height: y, boxes, sites: placed, layers, xs, ys, cell }
}

/** A column for each site, and one for what is of none. */
function columnsOf(zones: readonly MapZone[], sites: MapModel['sites']) {
  const of = (site: string | null) =>
    zones.flatMap((zone, index) => (zone.site === site && isUsed(zone) ? [index] : []))
  const own = sites.map(({ id, name }) => ({ name, own: of(id) }))
  const known = new Set(sites.map(({ id }) => id))
  const rest = zones.flatMap((zone, index) =>
    (zone.site === null || !known.has(zone.site)) && isUsed(zone) ? [index] : [],
  )
  return [...own, { name: '', own: rest }].filter((column) => column.own.length > 0)
}

function isUsed({ members, kind }: MapZone): boolean {
  return members.length > 0 || kind !== 'none'
}

function inLevel(zones: readonly MapZone[], own: readonly number[], level: string | null) {
  return own.filter((index) => {
    const zone = zones[index]
    const at = zone?.kind === 'internet' ? '5' : (zone?.level ?? null)
    return at === level
  })
}

interface Shelf {
  readonly items: readonly (Box & { readonly zone: number })[]
  readonly width: number
  readonly height: number
}

function shelves(
  own: readonly number[],
  zones: readonly MapZone[],
  { cell, widest }: { readonly cell: Layout['cell']; readonly widest: number },
): Shelf {
  const items: (Box & { zone: number })[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const zone of own) {
    const size = sizeOf(zones[zone], cell)
    if (x > 0 && x + size.width > widest) {
      x = 0
      y += rowHeight + gap
      rowHeight = 0
    }
    items.push({ zone, x, y, ...size })
    width = Math.max(width, x + size.width)
    x += size.width + gap
    rowHeight = Math.max(rowHeight, size.height)
  }
  return { items, width, height: own.length === 0 ? 0 : y + rowHeight }
}

function columnsIn(count: number, cell: Layout['cell']): number {
  if (cell.hasName) return Math.max(1, Math.min(6, Math.ceil(count / 5)))
  return Math.max(4, Math.ceil(Math.sqrt(count * 1.8)))
}

function sizeOf(zone: MapZone | undefined, cell: Layout['cell']) {
  const count = zone?.members.length ?? 0
  const columns = columnsIn(count, cell)
  const rows = Math.ceil(count / columns)
  return {
    width: Math.max(cell.hasName ? 210 : 150, columns * cell.width + 2 * padPx),
    height: headPx + rows * cell.height + padPx,
  }
}

function marks(
  zones: readonly MapZone[],
  count: number,
  boxes: readonly Box[],
  cell: Layout['cell'],
): Pick<Layout, 'xs' | 'ys'> {
  const xs = new Float32Array(count)
  const ys = new Float32Array(count)
  for (const [index, { members }] of zones.entries()) {
    const box = boxes[index]
    if (box === undefined) continue
    const columns = columnsIn(members.length, cell)
    for (const [at, node] of members.entries()) {
      const column = at % columns
      const row = Math.floor(at / columns)
      xs[node] = box.x + padPx + column * cell.width + (cell.hasName ? 8 : cell.width / 2)
      ys[node] = box.y + headPx + (row + 0.5) * cell.height
    }
  }
  return { xs, ys }
}
