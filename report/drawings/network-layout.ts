// SPDX-License-Identifier: EUPL-1.2

/*
 * Where zones, walls and flows go. Zones stand in rows by level, the office above and the process
 * below. A flow leaves its zone downwards, runs along a lane of its own between two rows and
 * enters the other zone from above; one that skips rows goes round by the gutter on the right.
 */

export interface NetworkZone {
  readonly id: string
  readonly name: string
  /** Purdue level; null is not known and stands last. */
  readonly level: number | null
  readonly groups: readonly RoleGroup[]
}

export interface RoleGroup {
  readonly role: string | null
  readonly label: string
  readonly count: number
}

export interface NetworkFlow {
  readonly from: string
  readonly to: string
  readonly services: string
  readonly packets: number
  readonly verdict: 'allowed' | 'forbidden' | 'not_documented'
  /** Number of the finding it belongs to. */
  readonly finding: number | null
  readonly href?: string
}

export interface PlacedZone {
  readonly zone: NetworkZone
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedFlow {
  readonly flow: NetworkFlow
  /** Corners from who opens to who answers. */
  readonly points: readonly (readonly [number, number])[]
  readonly stroke: number
  /** Where its badge goes: on the wall it crosses, else on its lane. */
  readonly badge: readonly [number, number]
  /** Horizontal stretch with room for words; null when too short. */
  readonly lane: { readonly x: number; readonly y: number; readonly width: number } | null
}

export interface Row {
  readonly level: number | null
  readonly isFirstOfLevel: boolean
  readonly top: number
  readonly bottom: number
}

export interface NetworkLayout {
  readonly zones: readonly PlacedZone[]
  readonly rows: readonly Row[]
  readonly walls: readonly number[]
  readonly flows: readonly PlacedFlow[]
  readonly height: number
  readonly right: number
}

export const laneStep = 14
export const headerHeight = 40
export const groupHeight = 17
const zoneGap = 22
const zoneMinWidth = 158
const zoneMaxWidth = 420
const gutterStep = 13
const portGap = 14

interface Ends {
  readonly flow: NetworkFlow
  readonly from: Slot
  readonly to: Slot
  readonly kind: 'next' | 'same' | 'around'
}

interface Slot {
  readonly zone: NetworkZone
  readonly row: number
  readonly column: number
}

export function networkLayout(
  zones: readonly NetworkZone[],
  flows: readonly NetworkFlow[],
  of: { readonly width: number; readonly left: number; readonly top: number },
): NetworkLayout {
  const isNarrow = of.width < 600
  const guess = of.width - of.left - (isNarrow ? 40 : 70)
  const perRow = Math.max(1, Math.floor((guess + zoneGap) / (zoneMinWidth + zoneGap)))
  const slots = inRows(zones, perRow)
  const ends = flows.flatMap((flow) => ended(flow, slots))
  const around = ends.filter((end) => end.kind === 'around')
  const gutter = around.length === 0 ? 4 : 10 + around.length * gutterStep
  const rowCount = Math.max(0, ...slots.map((slot) => slot.row + 1))
  const boxes = new Map<string, { x: number; width: number }>()
  for (const slot of slots) {
    const inRow = slots.filter((other) => other.row === slot.row).length
    const room = of.width - gutter - of.left - zoneGap * (inRow - 1)
    const width = Math.min(zoneMaxWidth, room / inRow)
    boxes.set(slot.zone.id, { x: of.left + slot.column * (width + zoneGap), width })
  }
  const right = Math.max(of.left, ...[...boxes.values()].map(({ x, width }) => x + width))
  const routes = routed(ends, boxes, right)
  const areas = Array.from({ length: rowCount }, (_, row) => laned(routes, row))
  const rows: Row[] = []
  const walls: number[] = []
  let y = of.top
  for (let row = 0; row < rowCount; row += 1) {
    const here = slots.filter((slot) => slot.row === row)
    const level = here[0]?.zone.level ?? null
    const isFirstOfLevel = rows.at(-1)?.level !== level || row === 0
    const top = y + (isNarrow && isFirstOfLevel ? 18 : 0)
    const height = Math.max(...here.map((slot) => zoneHeight(slot.zone)))
    const bottom = top + height
    rows.push({ level, isFirstOfLevel, top, bottom })
    const lanes = areas[row]?.count ?? 0
    const next = slots.find((slot) => slot.row === row + 1)
    const isWall = next !== undefined && isBorder(level, next.zone.level)
    y = bottom + (next === undefined && lanes === 0 ? 0 : 22 + lanes * laneStep + (isWall ? 28 : 0))
    if (isWall) walls.push(y - 23)
  }
  const placed = slots.map((slot) => {
    const { x, width } = boxes.get(slot.zone.id) ?? { x: 0, width: 0 }
    const { top } = rows[slot.row] ?? { top: 0 }
    return { zone: slot.zone, row: slot.row, x, width, y: top, height: zoneHeight(slot.zone) }
  })
  const drawn = routes.map((route) => finished(route, { rows, areas, walls }))
  return { zones: placed, rows, walls, flows: drawn, height: y, right }
}

export function zoneHeight(zone: NetworkZone): number {
  return headerHeight + (zone.groups.length === 0 ? 0 : zone.groups.length * groupHeight + 6)
}

/** Between the internet, the office, the zone in between and the factory stands a wall. */
function isBorder(above: number | null, below: number | null): boolean {
  const side = (level: number | null) =>
    level === null ? 0 : level >= 5 ? 3 : level >= 4 ? 2 : level > 3 ? 1 : 0
  return side(above) !== side(below)
}

function inRows(zones: readonly NetworkZone[], perRow: number): readonly Slot[] {
  const levels = [...new Set(zones.map((zone) => zone.level))].sort(
    (one, other) => (other ?? -1) - (one ?? -1),
  )
  const slots: Slot[] = []
  let row = 0
  for (const level of levels) {
    // What nothing was seen in stands last: a line of its own rather than a hole between others.
    const here = zones
      .filter((zone) => zone.level === level)
      .toSorted((one, other) => Number(isEmpty(one)) - Number(isEmpty(other)))
    // Evenly filled: five zones at four a row stand as three and two.
    const needed = Math.ceil(here.length / perRow)
    const each = Math.ceil(here.length / needed)
    here.forEach((zone, n) => {
      slots.push({ zone, row: row + Math.floor(n / each), column: n % each })
    })
    row += needed
  }
  return slots
}

function isEmpty({ groups }: NetworkZone): boolean {
  return groups.length === 0
}

function ended(flow: NetworkFlow, slots: readonly Slot[]): readonly Ends[] {
  const from = slots.find((slot) => slot.zone.id === flow.from)
  const to = slots.find((slot) => slot.zone.id === flow.to)
  if (from === undefined || to === undefined || from === to) return []
  const distance = Math.abs(from.row - to.row)
  const kind = distance === 0 ? 'same' : distance === 1 ? 'next' : 'around'
  return [{ flow, from, to, kind }]
}

interface Route extends Ends {
  readonly fromX: number
  readonly toX: number
  /** Column in the gutter, for a flow that goes around. */
  readonly gutterX: number | null
}

/** Ends along the edges of their zones, in the order that crosses least. */
function routed(
  ends: readonly Ends[],
  boxes: ReadonlyMap<string, { x: number; width: number }>,
  right: number,
): readonly Route[] {
  const centre = (slot: Slot) => {
    const box = boxes.get(slot.zone.id)
    return box === undefined ? 0 : box.x + box.width / 2
  }
  const around = nested(ends, centre)
  const edges = new Map<string, { end: Ends; side: 'from' | 'to'; toward: number }[]>()
  for (const end of ends) {
    for (const side of ['from', 'to'] as const) {
      const [me, other] = side === 'from' ? [end.from, end.to] : [end.to, end.from]
      const isBelow = end.kind === 'same' || me.row < other.row
      const key = `${me.zone.id} ${isBelow ? 'bottom' : 'top'}`
      const toward = end.kind === 'around' ? right + around.indexOf(end) : centre(other)
      edges.set(key, [...(edges.get(key) ?? []), { end, side, toward }])
    }
  }
  const ports = new Map<Ends, { from?: number; to?: number }>()
  // Verticals that share the space between two rows, so that none runs over another.
  const taken = new Map<number, { end: Ends; x: number }[]>()
  for (const [key, list] of edges) {
    const box = boxes.get(key.slice(0, key.lastIndexOf(' ')))
    if (box === undefined) continue
    const ordered = [...list].sort((one, other) => one.toward - other.toward)
    ordered.forEach(({ end, side }, n) => {
      const space = end[side].row - (key.endsWith(' top') ? 1 : 0)
      const others = (taken.get(space) ?? []).filter((other) => other.end !== end)
      const last = box.x + box.width - 10
      let x = box.x + (box.width * (n + 1)) / (ordered.length + 1)
      while (x < last && others.some((other) => Math.abs(other.x - x) < portGap)) x += portGap / 2
      x = Math.min(x, last)
      taken.set(space, [...(taken.get(space) ?? []), { end, x }])
      ports.set(end, { ...ports.get(end), [side]: x })
    })
  }
  return ends.map((end) => {
    const { from = 0, to = 0 } = ports.get(end) ?? {}
    const n = around.indexOf(end)
    return { ...end, fromX: from, toX: to, gutterX: n < 0 ? null : right + 10 + n * gutterStep }
  })
}

/**
 * Flows in the gutter, inner first: the one that goes round less stays inside the one that goes
 * round more, and of two alike the one from the left. Then they cross least.
 */
function nested(ends: readonly Ends[], centre: (slot: Slot) => number): readonly Ends[] {
  const upper = ({ from, to }: Ends) => (from.row <= to.row ? from : to)
  const span = ({ from, to }: Ends) => Math.abs(from.row - to.row)
  return ends
    .filter((end) => end.kind === 'around')
    .toSorted(
      (one, other) =>
        span(one) - span(other) ||
        upper(other).row - upper(one).row ||
        centre(upper(one)) - centre(upper(other)),
    )
}

interface Area {
  readonly count: number
  /** Lane of the stretch that begins at the flow's start or end in this area. */
  readonly laneOf: ReadonlyMap<Route, number>
}

interface Stretch {
  readonly route: Route
  readonly low: number
  readonly high: number
  /** From above to below: into the gutter, between these two rows, out of the gutter. */
  readonly order: 0 | 1 | 2
}

/**
 * Stretches between row and row + 1, each on the first lane where it overlaps none. What goes to
 * the gutter takes the upper lanes from the right, what comes from it the lower ones from the left.
 */
function laned(routes: readonly Route[], row: number): Area {
  const stretches = routes
    .flatMap((route) => stretchesOf(route, row))
    .sort(
      (one, other) =>
        one.order - other.order ||
        (one.order === 0 ? other.low - one.low : one.low - other.low) ||
        one.high - other.high,
    )
  const lanes: Stretch[][] = []
  const laneOf = new Map<Route, number>()
  for (const stretch of stretches) {
    const isFree = (lane: readonly Stretch[]) =>
      lane.every(({ low, high }) => stretch.low > high + 14 || stretch.high < low - 14)
    const first = stretch.order === 2 ? lowestTaken(lanes, stretch) : 0
    const free = lanes.findIndex((lane, n) => n >= first && isFree(lane))
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), stretch]
    laneOf.set(stretch.route, lane)
  }
  return { count: lanes.length, laneOf }
}

/** What comes out of the gutter stays below what went into it. */
function lowestTaken(lanes: readonly (readonly Stretch[])[], { low, high }: Stretch): number {
  const taken = lanes.findLastIndex((lane) =>
    lane.some((other) => other.order !== 1 && other.low <= high && other.high >= low),
  )
  return taken + 1
}

function stretchesOf(route: Route, row: number): readonly Stretch[] {
  const upper = Math.min(route.from.row, route.to.row)
  const lower = Math.max(route.from.row, route.to.row)
  const [upperX, lowerX] =
    route.from.row <= route.to.row ? [route.fromX, route.toX] : [route.toX, route.fromX]
  if (route.gutterX === null) {
    const between = { low: Math.min(upperX, lowerX), high: Math.max(upperX, lowerX) }
    return upper === row ? [{ route, ...between, order: 1 }] : []
  }
  const list: Stretch[] = []
  if (upper === row) list.push({ route, low: upperX, high: route.gutterX, order: 0 })
  if (lower - 1 === row) list.push({ route, low: lowerX, high: route.gutterX, order: 2 })
  return list
}

function finished(
  route: Route,
  of: {
    readonly rows: readonly Row[]
    readonly areas: readonly Area[]
    readonly walls: readonly number[]
  },
): PlacedFlow {
  const isDown = route.from.row <= route.to.row
  const upperRow = Math.min(route.from.row, route.to.row)
  const lowerRow = Math.max(route.from.row, route.to.row)
  const [upperX, lowerX] = isDown ? [route.fromX, route.toX] : [route.toX, route.fromX]
  // A zone lower than its neighbours ends above the bottom of its row.
  const bottomOf = (slot: Slot) => (of.rows[slot.row]?.top ?? 0) + zoneHeight(slot.zone)
  const [upperEnd, lowerEnd] = isDown ? [route.from, route.to] : [route.to, route.from]
  const bottom = bottomOf(upperEnd)
  const laneY = (row: number) =>
    (of.rows[row]?.bottom ?? 0) + 16 + (of.areas[row]?.laneOf.get(route) ?? 0) * laneStep
  const points: [number, number][] = []
  if (route.kind === 'same') {
    const y = laneY(upperRow)
    points.push([upperX, bottom], [upperX, y], [lowerX, y], [lowerX, bottomOf(lowerEnd)])
  } else if (route.gutterX === null) {
    const y = laneY(upperRow)
    points.push([upperX, bottom], [upperX, y], [lowerX, y], [lowerX, of.rows[lowerRow]?.top ?? 0])
  } else {
    const [first, second] = [laneY(upperRow), laneY(lowerRow - 1)]
    points.push([upperX, bottom], [upperX, first], [route.gutterX, first])
    points.push([route.gutterX, second], [lowerX, second], [lowerX, of.rows[lowerRow]?.top ?? 0])
  }
  const lane = widest(points)
  const placed = isDown ? points : points.reverse()
  return {
    flow: route.flow,
    points: placed,
    stroke: Math.min(6, 1.2 + 0.75 * Math.log10(Math.max(1, route.flow.packets))),
    badge: onWall(points, of.walls) ?? [lane.x + lane.width / 2, lane.y],
    lane: lane.width < 40 ? null : lane,
  }
}

function widest(points: readonly (readonly [number, number])[]) {
  let best = { x: 0, y: 0, width: -1 }
  for (let n = 1; n < points.length; n += 1) {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [points[n - 1], points[n]]
    const width = Math.abs(bx - ax)
    if (ay === by && width > best.width) best = { x: Math.min(ax, bx), y: ay, width }
  }
  return best
}

/** The last wall a vertical stretch crosses: nearest to the process. */
function onWall(
  points: readonly (readonly [number, number])[],
  walls: readonly number[],
): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined
  for (let n = 1; n < points.length; n += 1) {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [points[n - 1], points[n]]
    if (ax !== bx) continue
    for (const wall of walls) {
      if (
        Math.min(ay, by) < wall &&
        wall < Math.max(ay, by) &&
        (found === undefined || wall > found[1])
      ) {
        found = [ax, wall]
      }
    }
  }
  return found
}
