// SPDX-License-Identifier: EUPL-1.2
import { attackPaths } from '@schouw/core/network'
import type { Line } from '../facts.ts'

/** Traffic that is meant to be there, as somebody at a firewall needs to know it. */
export interface ConduitLine {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly services: readonly string[]
}

export interface ZoneIsolation {
  readonly zone: string
  readonly name: string
  readonly kind: string
  readonly is_safety_related: boolean | null
  /** Everything that enters or leaves it: closed, it is alone. */
  readonly conduits: readonly ConduitLine[]
  readonly remote_access: readonly { readonly id: string; readonly name: string }[]
  /** Processes that stand on the zone: brought to a safe state first. */
  readonly processes: readonly string[]
  /** The fewest conduits whose closing keeps whoever is in the zone from every other crown jewel. */
  readonly cut: readonly ConduitLine[]
  /** Zones with crown jewels that can be reached from it. */
  readonly reaches: readonly string[]
}

export interface Isolation {
  readonly zones: readonly ZoneIsolation[]
  /** The fewest conduits between where an outsider stands and what cannot be missed. */
  readonly outside_cut: readonly ConduitLine[]
  /** Zones taken to be open to outsiders. */
  readonly entries: readonly string[]
  /** Crown jewels that stand in such a zone: no cut keeps anybody from those. */
  readonly exposed: readonly string[]
}

export interface IsolationFacts {
  readonly zones: readonly Line[]
  readonly conduits: readonly Line[]
  readonly assets: readonly Line[]
  readonly jewels: readonly Line[]
  readonly processes: readonly Line[]
  readonly remoteAccess: readonly Line[]
}

/** Where somebody from outside can come to stand first. */
const open: readonly string[] = ['internet', 'guest', 'supplier', 'office']
/** What was refused or has ended is closed already; what was only asked for may be there. */
const closed: readonly string[] = ['refused', 'ended']

export function isolationOf(facts: IsolationFacts): Isolation {
  const known = new Set(facts.zones.map(({ id }) => id))
  const conduits = facts.conduits
    .filter(({ state }) => !closed.includes(state))
    .map(conduitLine)
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  const jewels = jewelZones(facts)
  const entries = facts.zones.filter((line) => open.includes(line.text('kind') ?? ''))
  const outside = new Set(entries.map(({ id }) => id))
  return {
    zones: facts.zones
      .map((line) => zoneIsolation(line, { ...facts, lines: conduits, jewelIn: jewels }))
      .toSorted((a, b) => compare(a.name, b.name) || compare(a.zone, b.zone)),
    outside_cut: smallestCut(known, conduits, {
      from: outside,
      to: new Set([...jewels].filter((id) => !outside.has(id))),
    }).cut,
    entries: [...outside].toSorted(),
    exposed: [...jewels].filter((id) => outside.has(id)).toSorted(),
  }
}

function conduitLine(line: Line): ConduitLine {
  return {
    id: line.id,
    name: line.text('name') ?? '',
    from: line.text('from_zone') ?? '',
    to: line.text('to_zone') ?? '',
    services: line.list('services'),
  }
}

/** Zones in which something stands that the company cannot miss. */
function jewelZones({ jewels, assets, processes }: IsolationFacts): ReadonlySet<string> {
  const zoneOf = new Map(assets.map((line) => [line.id, line.text('zone')]))
  const byId = new Map(processes.map((line) => [line.id, line]))
  const found = new Set<string>()
  for (const jewel of jewels) {
    const process = byId.get(jewel.text('process') ?? '')
    const named = [...jewel.list('zones'), ...(process?.list('depends_on_zones') ?? [])]
    const standing = jewel.list('assets').map((id) => zoneOf.get(id) ?? null)
    for (const zone of named.length > 0 ? named : standing) if (zone !== null) found.add(zone)
  }
  return found
}

interface Around extends IsolationFacts {
  readonly lines: readonly ConduitLine[]
  readonly jewelIn: ReadonlySet<string>
}

function zoneIsolation(line: Line, around: Around): ZoneIsolation {
  const { zones, assets, processes, remoteAccess, lines, jewelIn } = around
  const inside = new Set(assets.filter((one) => one.text('zone') === line.id).map(({ id }) => id))
  const { cut, reached } = smallestCut(new Set(zones.map(({ id }) => id)), lines, {
    from: new Set([line.id]),
    to: new Set([...jewelIn].filter((id) => id !== line.id)),
  })
  return {
    zone: line.id,
    name: line.text('name') ?? '',
    kind: line.text('kind') ?? '',
    is_safety_related: line.flag('is_safety_related'),
    conduits: lines.filter(({ from, to }) => from === line.id || to === line.id),
    remote_access: remoteAccess
      .filter(
        (one) =>
          one.list('target_zones').includes(line.id) ||
          one.list('target_assets').some((id) => inside.has(id)),
      )
      .map((one) => ({ id: one.id, name: one.text('name') ?? '' })),
    processes: processes
      .filter(
        (one) =>
          one.list('depends_on_zones').includes(line.id) ||
          one.list('depends_on_assets').some((id) => inside.has(id)),
      )
      .map(({ id }) => id),
    cut,
    reaches: reached,
  }
}

interface Ends {
  readonly from: ReadonlySet<string>
  readonly to: ReadonlySet<string>
}

/** Zones as the places, conduits as the ways: closing one costs as much as closing another. */
function smallestCut(
  zones: ReadonlySet<string>,
  conduits: readonly ConduitLine[],
  { from, to }: Ends,
): { readonly cut: readonly ConduitLine[]; readonly reached: readonly string[] } {
  if (from.size === 0 || to.size === 0) return { cut: [], reached: [] }
  const result = attackPaths({
    assets: [...zones].map((id) => ({
      id,
      zone: id,
      ...(to.has(id) ? { crown_jewel: true } : {}),
    })),
    conversations: conduits.map((one) => ({
      from: one.from,
      to: one.to,
      service: one.id,
    })),
    entries: [...from].map((asset) => ({ asset })),
  })
  const cut = new Set((result.cut ?? []).map(({ service }) => service))
  return {
    cut: conduits.filter(({ id }) => cut.has(id)),
    reached: result.paths.map((path) => path.to).toSorted(),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
