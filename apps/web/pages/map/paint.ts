// SPDX-License-Identifier: EUPL-1.2
// The map in strokes. From afar walls, zones and the bands between them; what is forbidden always as
// the conversation that it is; one device's own conversations when it is chosen.
import type { Box, Layout } from './layout.ts'
import type { MapEdge, MapModel, Verdict } from './model.ts'
import type { Pen, Shape, Stroke } from './pen.ts'

export interface Palette {
  readonly paper: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly shade: string
  readonly dike: string
  readonly water: string
  readonly ask: string
  readonly broken: string
}

/** What of the network is shown, and what of it stands out. */
export interface Look {
  readonly palette: Palette
  /** Names of the layers by level; `''` is none. */
  readonly layers: Readonly<Record<string, string>>
  readonly countOf: string
  readonly fromMs: number
  readonly untilMs: number
  readonly isAll: boolean
  readonly selected: number | null
  /** Places in `edges`. */
  readonly path: readonly number[]
  readonly cut: readonly number[]
  readonly removed: readonly number[]
}

export interface Sight {
  readonly model: MapModel
  readonly layout: Layout
  readonly look: Look
  /** Pixels to a unit, and what of the world is in sight. */
  readonly scale: number
  readonly box: Box
}

const order: readonly Verdict[] = [
  'within',
  'allowed',
  'unknown',
  'undecided',
  'refused',
  'forbidden',
]
/** More lines than this are a grey cloud, which the bands say better. */
const mostForbidden = 600
const manyForbidden = 150

export function isShown({ firstMs, lastMs }: MapEdge, { fromMs, untilMs }: Look): boolean {
  // Without a time it is always there.
  return !(firstMs > untilMs) && !(lastMs < fromMs)
}

export function paintMap(pen: Pen, sight: Sight): void {
  const { model, look } = sight
  const removed = new Set(look.removed)
  const shown = model.edges.flatMap((edge, at) =>
    isShown(edge, look) && !removed.has(at) ? [edge] : [],
  )
  ground(pen, sight)
  bands(pen, sight, shown)
  boxes(pen, sight)
  if (look.isAll) everyLine(pen, sight, shown)
  forbiddenLines(pen, sight, shown)
  chosenLines(pen, sight, shown)
  devices(pen, sight)
  onTop(pen, sight)
}

function ground(pen: Pen, { layout, look, box }: Sight): void {
  const { palette } = look
  pen.rect({ ...box, fill: palette.paper })
  for (const { name, ...site } of layout.sites) {
    pen.rect({ ...site, stroke: { color: palette.line, width: 1, dashes: [2, 4] } })
    pen.text(name, site.x + 10, site.y + 18, {
      size: 14,
      color: palette.ink,
      isBold: true,
      most: site.width - 20,
    })
  }
  for (const [at, { level, y, height }] of layout.layers.entries()) {
    const [first = '', ...rest] = (look.layers[level ?? ''] ?? '').split('\n')
    pen.text(first, 4, y + 16, { size: 12, color: palette.ink, isBold: true, most: 96 })
    for (const [row, text] of rest.entries()) {
      pen.text(text, 4, y + 32 + row * 14, { size: 11, color: palette.quiet, most: 96 })
    }
    const below = layout.layers[at + 1]
    if (below === undefined || side(level) === side(below.level)) continue
    // A wall stands between the internet, the office, the zone in between and the factory.
    const wallY = (y + height + below.y) / 2
    const wall = { color: palette.quiet, width: 1.6 }
    for (const shift of [-2, 2]) pen.line([0, wallY + shift, layout.width, wallY + shift], wall)
  }
}

function side(level: string | null): number {
  const at = level === null ? 0 : Number(level)
  return at >= 5 ? 3 : at >= 4 ? 2 : at > 3 ? 1 : 0
}

export function strokeOf(verdict: Verdict, palette: Palette): Stroke {
  if (verdict === 'forbidden' || verdict === 'refused') return { color: palette.broken, width: 1.6 }
  if (verdict === 'undecided' || verdict === 'unknown') {
    return { color: palette.ask, width: 1.2, dashes: [5, 3] }
  }
  if (verdict === 'allowed') return { color: palette.water, width: 1.2 }
  return { color: palette.quiet, width: 0.8 }
}

/** What passes from zone to zone, added up: as wide as there are many, of the colour of the worst. */
function bands(pen: Pen, { model, layout, look }: Sight, shown: readonly MapEdge[]): void {
  const found = new Map<number, { count: number; worst: number }>()
  const base = model.zones.length
  for (const { from, to, verdict } of shown) {
    const [a, b] = [model.nodes[from]?.zoneAt ?? 0, model.nodes[to]?.zoneAt ?? 0]
    if (a === b) continue
    const key = a * base + b
    const known = found.get(key) ?? { count: 0, worst: 0 }
    known.count += 1
    known.worst = Math.max(known.worst, order.indexOf(verdict))
    found.set(key, known)
  }
  for (const [key, { count, worst }] of [...found].toSorted((a, b) => a[1].worst - b[1].worst)) {
    const [from, to] = [layout.boxes[Math.floor(key / base)], layout.boxes[key % base]]
    if (from === undefined || to === undefined) continue
    const look_ = strokeOf(order[worst] ?? 'within', look.palette)
    const width = 1.5 + Math.log2(1 + count)
    pen.line(between(from, to), { ...look_, width, opacity: 0.35 })
  }
}

/** From edge to edge of two boxes, each direction on its own side. */
function between(from: Box, to: Box): readonly number[] {
  const [ax, ay] = [from.x + from.width / 2, from.y + from.height / 2]
  const [bx, by] = [to.x + to.width / 2, to.y + to.height / 2]
  const length = Math.max(1, Math.hypot(bx - ax, by - ay))
  const [sx, sy] = [(-(by - ay) / length) * 6, ((bx - ax) / length) * 6]
  const start = leaving(from, ax, ay, bx, by)
  const end = leaving(to, bx, by, ax, ay)
  return [start[0] + sx, start[1] + sy, end[0] + sx, end[1] + sy]
}

function leaving(box: Box, ax: number, ay: number, bx: number, by: number): [number, number] {
  const [dx, dy] = [bx - ax, by - ay]
  const kx = dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx)
  const ky = dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy)
  const k = Math.min(1, kx, ky)
  return [ax + dx * k, ay + dy * k]
}

function boxes(pen: Pen, { model, layout, look }: Sight): void {
  const { palette } = look
  for (const [at, zone] of model.zones.entries()) {
    const box = layout.boxes[at]
    if (box === undefined || box.width === 0) continue
    const isNone = zone.kind === 'none'
    pen.rect({
      ...box,
      fill: palette.shade,
      stroke: { color: palette.quiet, width: 1, ...(isNone ? { dashes: [3, 3] } : {}) },
    })
    const count = look.countOf.replace('#', String(zone.members.length))
    pen.text(`${zone.name} · ${count}`, box.x + 10, box.y + 19, {
      size: 12.5,
      color: palette.ink,
      isBold: true,
      most: box.width - 20,
    })
  }
}

function everyLine(pen: Pen, { layout, look }: Sight, shown: readonly MapEdge[]): void {
  for (const verdict of order) {
    const pairs = shown.flatMap((edge) => (edge.verdict === verdict ? ends(edge, layout) : []))
    pen.lines(pairs, { ...strokeOf(verdict, look.palette), width: 0.7, opacity: 0.35 })
  }
}

function forbiddenLines(pen: Pen, { layout, look }: Sight, shown: readonly MapEdge[]): void {
  const some = shown
    .filter(({ verdict }) => verdict === 'forbidden' || verdict === 'refused')
    .slice(0, mostForbidden)
  const pairs = some.flatMap((edge) => ends(edge, layout))
  const stroke = strokeOf('forbidden', look.palette)
  // Many together are read as a whole, not one by one.
  if (some.length > manyForbidden) {
    pen.lines(pairs, { ...stroke, width: 0.8, opacity: 0.45 })
    return
  }
  pen.lines(pairs, { color: look.palette.paper, width: 3.4, opacity: 0.8 })
  pen.lines(pairs, stroke)
}

function chosenLines(pen: Pen, { layout, look }: Sight, shown: readonly MapEdge[]): void {
  const { selected, palette } = look
  if (selected === null) return
  const own = shown.filter(({ from, to }) => from === selected || to === selected)
  for (const verdict of order) {
    const pairs = own.flatMap((edge) => (edge.verdict === verdict ? ends(edge, layout) : []))
    const stroke = strokeOf(verdict, palette)
    const color = verdict === 'within' ? palette.ink : stroke.color
    pen.lines(pairs, { ...stroke, color, width: 2 })
  }
}

function ends({ from, to }: MapEdge, { xs, ys }: Layout): readonly number[] {
  return [xs[from] ?? 0, ys[from] ?? 0, xs[to] ?? 0, ys[to] ?? 0]
}

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
  gateway: 'diamond',
  access_point: 'diamond',
  remote_access_gateway: 'triangle',
  external_host: 'triangle',
}

export function shapeOf(role: string | null): Shape {
  return shapes[role ?? ''] ?? 'dot'
}

function devices(pen: Pen, { model, layout, look, scale, box }: Sight): void {
  const { palette } = look
  const { xs, ys, cell } = layout
  const margin = cell.width
  const hasName = cell.hasName ? scale >= 0.45 : scale >= 2.4
  for (const [at, node] of model.nodes.entries()) {
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0]
    const isIn = x > box.x - margin && x < box.x + box.width + margin
    if (!isIn || y < box.y - margin || y > box.y + box.height + margin) continue
    // Green-grey stands in the register, orange in none.
    const fill = node.is_outside ? palette.quiet : node.is_registered ? palette.dike : palette.ask
    if (node.is_crown_jewel) crown(pen, x, y, palette)
    if (at === look.selected) {
      pen.mark('ring', x, y, 9, palette.ink, palette.paper)
    }
    pen.mark(shapeOf(node.role), x, y, 5, fill, palette.paper)
    if (!hasName) continue
    if (cell.hasName) {
      pen.text(node.name, x + 11, y + 4, { size: 11, color: palette.ink, most: cell.width - 24 })
    } else {
      const letters = { size: 3.6, color: palette.ink, most: cell.width - 1 }
      pen.text(node.name, x, y + 10.5, { ...letters, anchor: 'middle' })
    }
  }
}

/** Three points over a ring: it says crown jewel without colour. */
function crown(pen: Pen, x: number, y: number, palette: Palette): void {
  pen.mark('ring', x, y, 8, palette.water, palette.paper)
  const points = [-6, -8, -6, -13, -3, -10, 0, -14, 3, -10, 6, -13, 6, -8]
  pen.line(
    points.map((point, at) => point + (at % 2 === 0 ? x : y)),
    { color: palette.water, width: 1.6 },
  )
}

function onTop(pen: Pen, { model, layout, look }: Sight): void {
  const { palette } = look
  for (const [hop, at] of look.path.entries()) {
    const edge = model.edges[at]
    if (edge === undefined) continue
    const [ax = 0, ay = 0, bx = 0, by = 0] = ends(edge, layout)
    pen.line([ax, ay, bx, by], { color: palette.paper, width: 6 })
    pen.line([ax, ay, bx, by], { color: palette.ink, width: 3 })
    const [x, y] = [ax + (bx - ax) * 0.3, ay + (by - ay) * 0.3]
    pen.mark('disc', x, y, 9, palette.ink, palette.paper)
    pen.text(String(hop + 1), x, y + 4, { size: 11, color: palette.paper, anchor: 'middle' })
  }
  for (const at of look.cut) {
    const edge = model.edges[at]
    if (edge === undefined) continue
    const [ax = 0, ay = 0, bx = 0, by = 0] = ends(edge, layout)
    pen.line([ax, ay, bx, by], { color: palette.ask, width: 2.4, dashes: [6, 4] })
    scissors(pen, (ax + bx) / 2, (ay + by) / 2, palette)
  }
  const gone = look.removed.flatMap((at) => {
    const edge = model.edges[at]
    return edge === undefined ? [] : ends(edge, layout)
  })
  pen.lines(gone, { color: palette.quiet, width: 1, dashes: [1, 4] })
}

function scissors(pen: Pen, x: number, y: number, palette: Palette): void {
  pen.mark('disc', x, y, 11, palette.paper, palette.paper)
  const stroke = { color: palette.ask, width: 1.8 }
  pen.line([x - 3, y + 3, x + 6, y - 7], stroke)
  pen.line([x + 3, y + 3, x - 6, y - 7], stroke)
  for (const shift of [-4.5, 4.5])
    pen.mark('ring', x + shift, y + 5.5, 2.8, palette.ask, palette.paper)
}
