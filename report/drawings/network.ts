// SPDX-License-Identifier: EUPL-1.2
import { type Drawing, type DrawingTable, drawing, type Palette, type Style } from './drawing.ts'
import { type Key, keys } from './keys.ts'
import {
  groupHeight,
  headerHeight,
  type NetworkFlow,
  type NetworkZone,
  networkLayout,
  type PlacedFlow,
  type PlacedZone,
  type Row,
} from './network-layout.ts'
import { roleMark } from './role-marks.ts'
import { element, escaped, fitted, type Markup, short, textWidth, words } from './svg.ts'

export interface NetworkWords {
  readonly title: string
  readonly description: string
  readonly table: DrawingTable
  /** `Niveau 3` and what it holds; null is not known. */
  readonly level: (level: number | null) => { readonly name: string; readonly holds: string }
  readonly devices: (count: number) => string
  readonly others: string
  readonly allowed: string
  readonly forbidden: string
  readonly findingMark: string
  readonly notDocumented: string
  readonly wall: string
  readonly width: string
  /** `nog 12 stromen in de tabel`; empty when all are drawn. */
  readonly more: (count: number) => string
}

/** More than this nobody can follow; the table has them all. */
const mostFlows = 36
const mostGroups = 7

/** Zones by level, office above and process below; forbidden flows break the wall. */
export function network(
  zones: readonly NetworkZone[],
  flows: readonly NetworkFlow[],
  of: { readonly say: NetworkWords; readonly style: Style },
): Drawing {
  const { say, style } = of
  const { palette, width } = style
  const shown = [...flows].sort((one, other) => weight(other) - weight(one)).slice(0, mostFlows)
  const left = width < 600 ? 2 : 104
  const layout = networkLayout(
    zones.map((zone) => bounded(zone, say)),
    shown,
    { width, left, top: 8 },
  )
  const more = flows.length - shown.length
  const legend = keys(entries(say, palette), style, layout.height + 20)
  const isWordy = shown.length <= 24
  return drawing(
    {
      style,
      height: legend.bottom + (more > 0 ? 20 : 4),
      title: say.title,
      description: say.description,
      table: say.table,
      isInteractive: shown.some((flow) => flow.href !== undefined),
    },
    layout.rows.flatMap((row) => levelName(row, say, style)),
    layout.walls.map((y) => wall(y, { left: width < 600 ? 0 : left - 8, right: width, palette })),
    layout.flows
      .filter((one) => one.flow.verdict !== 'forbidden')
      .flatMap((one) => band(one, layout.walls, palette)),
    layout.flows
      .filter((one) => one.flow.verdict === 'forbidden')
      .flatMap((one) => band(one, layout.walls, palette)),
    layout.zones.map((zone) => box(zone, say, palette)),
    layout.flows.flatMap((one) => arrow(one, palette)),
    isWordy ? layout.flows.flatMap((one) => service(one, palette)) : [],
    layout.flows.flatMap((one) => badge(one, palette)),
    legend.markup,
    more > 0
      ? words(say.more(more), { x: 22, y: legend.bottom + 14, size: 11.5, fill: palette.quiet })
      : undefined,
  )
}

function weight(flow: NetworkFlow): number {
  const first = flow.verdict === 'forbidden' ? 2e15 : flow.verdict === 'not_documented' ? 1e15 : 0
  return first + flow.packets
}

/** Roles beyond the bound are taken together, largest first kept. */
function bounded(zone: NetworkZone, say: NetworkWords): NetworkZone {
  if (zone.groups.length <= mostGroups) return zone
  const ordered = [...zone.groups].sort((one, other) => other.count - one.count)
  const rest = ordered.slice(mostGroups - 1)
  const count = rest.reduce((sum, group) => sum + group.count, 0)
  const others = { role: 'others', label: say.others, count }
  return { ...zone, groups: [...ordered.slice(0, mostGroups - 1), others] }
}

function levelName(row: Row, say: NetworkWords, { palette, width }: Style): readonly Markup[] {
  if (!row.isFirstOfLevel) return []
  const { name, holds } = say.level(row.level)
  if (width < 600) {
    return [words(`${name} · ${holds}`, { x: 2, y: row.top - 6, size: 11, fill: palette.quiet })]
  }
  return [
    words(name, { x: 0, y: row.top + 18, size: 12, weight: 600, fill: palette.ink }),
    words(holds, { x: 0, y: row.top + 33, size: 11, fill: palette.quiet }),
  ]
}

function wall(y: number, of: { left: number; right: number; palette: Palette }): Markup {
  const bar = { x: of.left, width: of.right - of.left, fill: of.palette.quiet }
  return element(
    'g',
    {},
    element('rect', { ...bar, y: y - 2.5, height: 1.6 }),
    element('rect', { ...bar, y: y + 1, height: 1.6 }),
  )
}

function box(placed: PlacedZone, say: NetworkWords, palette: Palette): Markup {
  const { zone, x, y, width, height } = placed
  const count = zone.groups.reduce((sum, group) => sum + group.count, 0)
  const total = say.devices(count)
  const room = width - 20
  return element(
    'g',
    {},
    element('title', {}, escaped(`${zone.name}: ${total}`)),
    element('rect', {
      x,
      y,
      width,
      height,
      rx: 3,
      fill: palette.shade,
      stroke: palette.quiet,
      'stroke-width': 1,
    }),
    words(fitted(zone.name, room, 12.5, 600), {
      x: x + 10,
      y: y + 17,
      size: 12.5,
      weight: 600,
      fill: palette.ink,
    }),
    words(fitted(total, room, 11), { x: x + 10, y: y + 31, size: 11, fill: palette.quiet }),
    ...zone.groups.flatMap((group, n) => {
      const line = y + headerHeight + n * groupHeight + 11
      const figure = String(group.count)
      const label = fitted(group.label, Math.min(room * 0.62, 130), 11)
      const first = x + 10 + textWidth(figure, 11, 600) + 6
      const from = Math.max(first + textWidth(label, 11) + 8, x + Math.min(room * 0.62, 130) + 20)
      const most = Math.max(0, Math.floor((x + width - 8 - from) / 10))
      const marks = group.count <= most ? group.count : Math.max(0, most - 1)
      return [
        words(figure, { x: x + 10, y: line, size: 11, weight: 600, fill: palette.ink }),
        words(label, { x: first, y: line, size: 11, fill: palette.ink }),
        ...Array.from({ length: marks }, (_, k) =>
          roleMark(group.role, { x: from + k * 10, y: line - 4, palette }),
        ),
        ...(marks < group.count && most > 0
          ? [words('…', { x: from + marks * 10 - 3, y: line, size: 11, fill: palette.quiet })]
          : []),
      ]
    }),
  )
}

const strokes = {
  allowed: { paint: 'water', opacity: 0.5, dashes: undefined },
  not_documented: { paint: 'ask', opacity: 0.8, dashes: '4 3' },
  forbidden: { paint: 'broken', opacity: 1, dashes: undefined },
} as const

/** An allowed flow passes the wall by a gate; any other goes straight through it. */
function band(placed: PlacedFlow, walls: readonly number[], palette: Palette): readonly Markup[] {
  const { flow, points, stroke } = placed
  const look = strokes[flow.verdict]
  const line = {
    d: rounded(points),
    fill: 'none',
    stroke: palette[look.paint],
    'stroke-width': stroke,
    'stroke-opacity': look.opacity === 1 ? undefined : look.opacity,
    'stroke-dasharray': look.dashes,
  }
  const gates =
    flow.verdict === 'allowed'
      ? crossings(points, walls).flatMap(([x, y]) => gate(x, y, stroke, palette))
      : []
  const under =
    flow.verdict === 'forbidden'
      ? [element('path', { ...line, stroke: palette.paper, 'stroke-width': stroke + 3 })]
      : []
  return [...gates, ...under, element('path', line)]
}

function gate(x: number, y: number, stroke: number, palette: Palette): readonly Markup[] {
  const half = stroke / 2 + 3
  const post = { y: y - 6, width: 1.8, height: 12, fill: palette.quiet }
  return [
    element('rect', { x: x - half, y: y - 3, width: half * 2, height: 6.4, fill: palette.paper }),
    element('rect', { ...post, x: x - half - 1.8 }),
    element('rect', { ...post, x: x + half }),
  ]
}

function crossings(
  points: readonly (readonly [number, number])[],
  walls: readonly number[],
): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let n = 1; n < points.length; n += 1) {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [points[n - 1], points[n]]
    if (ax !== bx) continue
    for (const y of walls) if (Math.min(ay, by) < y && y < Math.max(ay, by)) found.push([ax, y])
  }
  return found
}

function rounded(points: readonly (readonly [number, number])[]): string {
  const [start = [0, 0] as const] = points
  let d = `M${short(start[0])} ${short(start[1])}`
  for (let n = 1; n < points.length; n += 1) {
    const [[px, py] = [0, 0], [x, y] = [0, 0]] = [points[n - 1], points[n]]
    const next = points[n + 1]
    if (next === undefined) return `${d}L${short(x)} ${short(y)}`
    const before = Math.min(6, Math.hypot(x - px, y - py) / 2)
    const after = Math.min(6, Math.hypot(next[0] - x, next[1] - y) / 2)
    const [ax, ay] = [x - Math.sign(x - px) * before, y - Math.sign(y - py) * before]
    const [bx, by] = [x + Math.sign(next[0] - x) * after, y + Math.sign(next[1] - y) * after]
    d += `L${short(ax)} ${short(ay)}Q${short(x)} ${short(y)} ${short(bx)} ${short(by)}`
  }
  return d
}

/** Points at who answers. */
function arrow({ flow, points, stroke }: PlacedFlow, palette: Palette): readonly Markup[] {
  const [x, y] = points.at(-1) ?? [0, 0]
  const isUp = (points.at(-2)?.[1] ?? 0) > y
  const half = stroke / 2 + 3.5
  const tip = isUp ? y - 1 : y + 1
  const back = isUp ? y + 8 : y - 8
  return [
    element('polygon', {
      points: `${short(x)},${short(tip)} ${short(x - half)},${short(back)} ${short(x + half)},${short(back)}`,
      fill: palette[strokes[flow.verdict].paint],
    }),
  ]
}

function service({ flow, lane, stroke }: PlacedFlow, palette: Palette): readonly Markup[] {
  // Only what breaks a rule is named; the table names them all.
  if (lane === null || flow.services === '' || flow.verdict !== 'forbidden') return []
  const text = fitted(flow.services, Math.min(lane.width - 14, 190), 10)
  if (text.length < 3) return []
  const at = { x: lane.x + 8, y: lane.y - stroke / 2 - 2, size: 10, halo: palette.paper }
  return [words(text, { ...at, fill: palette.broken })]
}

function badge({ flow, badge: [x, y] }: PlacedFlow, palette: Palette): readonly Markup[] {
  if (flow.finding === null) return []
  const round = element(
    'g',
    {},
    element('circle', {
      cx: x,
      cy: y,
      r: 9.5,
      fill: palette.broken,
      stroke: palette.paper,
      'stroke-width': 2,
    }),
    words(String(flow.finding), {
      x,
      y: y + 4,
      size: 11.5,
      weight: 600,
      fill: palette.paper,
      anchor: 'middle',
    }),
  )
  if (flow.href === undefined) return [round]
  return [element('a', { href: flow.href, 'aria-label': String(flow.finding) }, round)]
}

function entries(say: NetworkWords, palette: Palette): readonly Key[] {
  const stroke = (verdict: keyof typeof strokes) => {
    const look = strokes[verdict]
    return element('line', {
      x1: 0,
      x2: 20,
      y1: -4,
      y2: -4,
      stroke: palette[look.paint],
      'stroke-width': 4.5,
      'stroke-opacity': look.opacity,
      'stroke-dasharray': look.dashes,
    })
  }
  const numbered = [
    element('circle', { cx: 10, cy: -4, r: 8, fill: palette.broken }),
    words('1', { x: 10, y: 0, size: 10.5, weight: 600, fill: palette.paper, anchor: 'middle' }),
  ]
  const bars = { x: 0, width: 20, height: 1.6, fill: palette.quiet }
  return [
    { text: say.allowed, mark: [stroke('allowed')] },
    { text: say.notDocumented, mark: [stroke('not_documented')] },
    { text: say.forbidden, mark: [stroke('forbidden')] },
    { text: say.findingMark, mark: numbered },
    {
      text: say.wall,
      mark: [element('rect', { ...bars, y: -7 }), element('rect', { ...bars, y: -3.4 })],
    },
    {
      text: say.width,
      mark: [
        element('polygon', {
          points: '0,-3.4 20,-8 20,0 0,-4.6',
          fill: palette.water,
          'fill-opacity': 0.5,
        }),
      ],
    },
  ]
}
