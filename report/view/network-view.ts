// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import {
  type NetworkFlow,
  type NetworkWords,
  type NetworkZone,
  network,
} from '../drawings/index.ts'
import { drawingTable } from './dike-view.ts'
import type { Block, Picture, Section, Table, Text } from './document.ts'
import { findingRuns, plain, type Telling } from './telling.ts'

type Flow = Baseline['network']['flows'][number]

export function networkSection(tell: Telling): Section {
  const { baseline, text } = tell
  const words = text.network
  const { zones, flows } = baseline.network
  const blocks: Block[] =
    zones.length === 0
      ? [{ kind: 'text', text: plain(words.empty) }]
      : [
          { kind: 'text', text: plain(words.intro) },
          { kind: 'picture', picture: networkPicture(tell), table: null },
          ...(flows.length === 0 ? [] : [{ kind: 'table' as const, table: flowTable(tell) }]),
        ]
  return { id: 'network', title: words.title, blocks }
}

export function networkPicture(tell: Telling): Picture {
  return (style, links) =>
    network(zonesOf(tell), flowsOf(tell, links), { say: networkWords(tell), style })
}

/** Zones with their devices counted by role, most first. */
function zonesOf({ baseline, say, text }: Telling): readonly NetworkZone[] {
  // What answers through another device is part of it.
  const own = baseline.inventory.assets.filter(({ parent }) => parent === null)
  const roleOf = new Map(own.map((asset) => [asset.id, asset.role]))
  return baseline.network.zones.map((zone) => {
    const counts = new Map<string | null, number>()
    for (const id of zone.assets.filter((asset) => roleOf.has(asset))) {
      const role = roleOf.get(id) ?? null
      counts.set(role, (counts.get(role) ?? 0) + 1)
    }
    const groups = [...counts]
      .sort(([a, n], [b, m]) => Number(a === null) - Number(b === null) || m - n)
      .map(([role, count]) => ({
        role,
        count,
        label:
          role === null ? text.network.unknownRole : say.word(role, count === 1 ? 'role' : 'roles'),
      }))
    return { id: zone.id, name: zone.name, level: zone.purdue_level, groups }
  })
}

function flowsOf(tell: Telling, links: boolean): readonly NetworkFlow[] {
  return tell.baseline.network.flows.map((flow) => {
    const first = flow.contradictions.map(tell.findingNumber).find((number) => number !== null)
    return {
      from: flow.from,
      to: flow.to,
      services: services(tell, flow),
      packets: flow.packets,
      verdict: flow.verdict,
      finding: first ?? null,
      ...(links && first !== undefined && first !== null ? { href: `#finding-${first}` } : {}),
    }
  })
}

function countOf({ groups }: NetworkZone): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

function services({ say }: Telling, flow: Flow): string {
  return flow.services.map((service) => say.word(service, 'protocol')).join(', ')
}

function networkWords(tell: Telling): NetworkWords {
  const { baseline, say, text } = tell
  const words = text.network
  const { zones, flows } = baseline.network
  return {
    title: words.title,
    description: words.describe(
      {
        zones: zones.length,
        devices: zonesOf(tell).reduce((sum, zone) => sum + countOf(zone), 0),
        forbidden: flows.filter((flow) => flow.verdict === 'forbidden').length,
      },
      say,
    ),
    table: drawingTable(flowTable(tell)),
    level: (level) =>
      level === null
        ? { name: words.levelUnknown, holds: words.holdsUnknown }
        : {
            name: words.level(say.number(level, 1)),
            holds: words.holds[String(level)] ?? words.holdsUnknown,
          },
    devices: (count) => words.devices(count, say),
    others: words.others,
    allowed: words.allowed,
    forbidden: words.forbidden,
    findingMark: words.findingMark,
    notDocumented: words.notDocumented,
    wall: words.wall,
    width: words.width,
    more: words.more,
  }
}

/** Forbidden first, then what nobody wrote down, then by size. */
function flowTable(tell: Telling): Table {
  const { baseline, say, text } = tell
  const { columns, caption } = text.network
  const order = { forbidden: 0, not_documented: 1, allowed: 2 } as const
  const flows = [...baseline.network.flows].sort(
    (one, other) => order[one.verdict] - order[other.verdict] || other.packets - one.packets,
  )
  return {
    caption,
    columns: [
      { title: columns.from, align: 'left', grow: 2 },
      { title: columns.to, align: 'left', grow: 2 },
      { title: columns.services, align: 'left', grow: 3 },
      { title: columns.conversations, align: 'right', grow: 0 },
      { title: columns.packets, align: 'right', grow: 0 },
      { title: columns.verdict, align: 'left', grow: 0 },
      { title: columns.finding, align: 'right', grow: 0 },
    ],
    rows: flows.map((flow) => {
      const verdict = say.word(flow.verdict, 'verdict')
      const cell: Text =
        flow.verdict === 'forbidden' ? [{ text: verdict, broken: true }] : plain(verdict)
      return {
        cells: [
          plain(tell.zone(flow.from)),
          plain(tell.zone(flow.to)),
          plain(services(tell, flow)),
          plain(say.number(flow.conversations)),
          plain(say.number(flow.packets)),
          cell,
          findingRuns(tell, flow.contradictions),
        ],
      }
    }),
  }
}
