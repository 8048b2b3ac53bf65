// SPDX-License-Identifier: EUPL-1.2
// Zones as the traffic suggests them: who shares a range of addresses, who mostly talks among
// themselves, and on which side of the house a device works. A person corrects and decides.

export interface SeenDevice {
  readonly id: string
  readonly addresses: readonly string[]
  readonly vlans: readonly number[]
  /** Purdue: 0 to 5, 3.5 between office and process; null where nothing tells. */
  readonly level: number | null
}

export interface SeenTalk {
  readonly from: string
  readonly to: string
  readonly packets: number
}

/** Why a device is in the zone that is proposed for it. */
export type Belonging = 'range' | 'vlan' | 'talk'

export interface ProposedMember {
  readonly id: string
  readonly by: Belonging
  /** It works on the other side than most of its zone: an office machine in a line, or the reverse. */
  readonly isOdd: boolean
}

export interface ProposedZone {
  /** Null: nothing tells on which side it is. */
  readonly kind: 'ot' | 'office' | 'dmz' | null
  readonly level: '2' | '3' | '3.5' | '4' | null
  readonly ranges: readonly string[]
  readonly vlans: readonly number[]
  readonly members: readonly ProposedMember[]
  /** Of the packets of its members, those that stay within it; null when none were seen. */
  readonly insideShare: number | null
}

interface Group {
  readonly range: string | null
  readonly members: Map<string, Belonging>
}

type Side = 'process' | 'office' | 'between'

/** Zones of the devices given, the largest first; who can be told by nothing is in none. */
export function proposedZones(
  devices: readonly SeenDevice[],
  talks: readonly SeenTalk[],
): readonly ProposedZone[] {
  const ties = tiesOf(devices, talks)
  const levels = new Map(devices.map(({ id, level }) => [id, level]))
  const groups = byRange(devices)
  joinByVlan(groups, devices)
  joinByTalk(groups, devices, ties)
  const apart = groups.flatMap((group) => splitBySide(group, levels, ties))
  const zones = apart.map((group) => proposed(group, { devices, levels, ties }))
  const sided = withSides(zones, { levels, ties })
  return betweenBoth(sided, ties).toSorted(
    (a, b) => b.members.length - a.members.length || firstOf(a).localeCompare(firstOf(b)),
  )
}

type Ties = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Of a doubling; whole numbers add up the same in any order. */
const perDoubling = 1024

/** How much each pair talks: the logarithm, so that a camera does not outweigh a controller. */
function tiesOf(devices: readonly SeenDevice[], talks: readonly SeenTalk[]): Ties {
  const ties = new Map(devices.map(({ id }) => [id, new Map<string, number>()]))
  for (const { from, to, packets } of talks) {
    const [one, other] = [ties.get(from), ties.get(to)]
    if (one === undefined || other === undefined || from === to) continue
    const weight = Math.round(perDoubling * Math.log2(1 + packets))
    one.set(to, (one.get(to) ?? 0) + weight)
    other.set(from, (other.get(from) ?? 0) + weight)
  }
  return ties
}

/** Ranges of a plant are rarely smaller than this; the person may widen them. */
function rangeOf(address: string): string | undefined {
  const [a, b, c, d, ...more] = address.split('.')
  if (d === undefined || more.length > 0 || `${a}.${b}` === '169.254') return undefined
  return `${a}.${b}.${c}.0/24`
}

function byRange(devices: readonly SeenDevice[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { id, addresses } of devices) {
    const range = addresses.map(rangeOf).find((one) => one !== undefined)
    if (range === undefined) continue
    const group = groups.get(range) ?? { range, members: new Map<string, Belonging>() }
    groups.set(range, group)
    group.members.set(id, 'range')
  }
  return [...groups.values()]
}

function joinByVlan(groups: readonly Group[], devices: readonly SeenDevice[]): void {
  const homes = new Map<number, Set<Group>>()
  const placed = new Set(groups.flatMap(({ members }) => [...members.keys()]))
  for (const group of groups) {
    for (const { id, vlans } of devices) {
      if (!group.members.has(id)) continue
      for (const vlan of vlans) homes.set(vlan, (homes.get(vlan) ?? new Set()).add(group))
    }
  }
  for (const { id, vlans } of devices) {
    if (placed.has(id)) continue
    const found = new Set(vlans.flatMap((vlan) => [...(homes.get(vlan) ?? [])]))
    const [only, second] = found
    if (only !== undefined && second === undefined) only.members.set(id, 'vlan')
  }
}

/** Devices without an address go where most of their talk goes; what is left keeps together. */
function joinByTalk(groups: Group[], devices: readonly SeenDevice[], ties: Ties): void {
  const label = communities(devices, ties)
  const home = new Map<string, Group>()
  for (const group of groups) for (const id of group.members.keys()) home.set(id, group)
  const loose = new Map<string, Group>()
  for (const { id } of devices) {
    if (home.has(id)) continue
    const sums = new Map<Group, number>()
    for (const [other, weight] of ties.get(id) ?? []) {
      const group = home.get(other)
      if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + weight)
    }
    const [best] = [...sums].toSorted(([, a], [, b]) => b - a)
    if (best !== undefined) {
      best[0].members.set(id, 'talk')
      continue
    }
    const name = label.get(id) ?? id
    const group = loose.get(name) ?? { range: null, members: new Map<string, Belonging>() }
    loose.set(name, group)
    group.members.set(id, 'talk')
  }
  for (const group of loose.values()) if (group.members.size > 1) groups.push(group)
}

const mostRounds = 20

/** Label propagation in a fixed order: the same traffic gives the same communities. */
function communities(devices: readonly SeenDevice[], ties: Ties): ReadonlyMap<string, string> {
  const ids = devices.map(({ id }) => id).toSorted()
  const label = new Map(ids.map((id) => [id, id]))
  for (let round = 0; round < mostRounds; round += 1) {
    let isMoved = false
    for (const id of ids) {
      const sums = new Map<string, number>()
      for (const [other, weight] of ties.get(id) ?? []) {
        const its = label.get(other) ?? other
        sums.set(its, (sums.get(its) ?? 0) + weight)
      }
      const [best] = [...sums].toSorted(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))
      if (best === undefined || best[0] === label.get(id)) continue
      if (best[1] <= (sums.get(label.get(id) ?? '') ?? 0)) continue
      label.set(id, best[0])
      isMoved = true
    }
    if (!isMoved) break
  }
  return label
}

function sideOf(level: number | null | undefined): Side | null {
  if (level === null || level === undefined) return null
  return level >= 4 ? 'office' : level > 3 ? 'between' : 'process'
}

/** Fewer than these are the exceptions of a zone, and shown as such. */
const leastApart = 3

/**
 * One range that holds office and process: two zones, where each side mostly keeps to itself. That is
 * a flat network, which no range of addresses can tell apart.
 */
function splitBySide(
  group: Group,
  levels: ReadonlyMap<string, number | null>,
  ties: Ties,
): readonly Group[] {
  const side = new Map<string, Side>()
  for (const id of group.members.keys()) {
    const own = sideOf(levels.get(id))
    if (own !== null) side.set(id, own)
  }
  const of = (wanted: Side) => [...side].filter(([, one]) => one === wanted).map(([id]) => id)
  const [office, plant] = [of('office'), of('process')]
  if (Math.min(office.length, plant.length) < leastApart) return [group]
  const between = sum(office, new Set(plant), ties)
  const within = sum(office, new Set(office), ties)
  if (within <= between) return [group]
  const parts: Readonly<Record<'office' | 'process', Group>> = {
    office: { range: group.range, members: new Map() },
    process: { range: group.range, members: new Map() },
  }
  for (const [id, by] of group.members) {
    const toOffice = sum([id], new Set(office), ties)
    const toProcess = sum([id], new Set(plant), ties)
    const own = side.get(id)
    const isOffice = own === undefined ? toOffice > toProcess : own === 'office'
    parts[isOffice ? 'office' : 'process'].members.set(id, by)
  }
  return [parts.process, parts.office]
}

function sum(from: readonly string[], to: ReadonlySet<string>, ties: Ties): number {
  let total = 0
  for (const id of from) {
    for (const [other, weight] of ties.get(id) ?? []) if (to.has(other)) total += weight
  }
  return total
}

interface Around {
  readonly devices: readonly SeenDevice[]
  readonly levels: ReadonlyMap<string, number | null>
  readonly ties: Ties
}

function proposed({ range, members }: Group, { devices, levels, ties }: Around): ProposedZone {
  const ids = [...members.keys()].toSorted()
  const sides = ids.map((id) => sideOf(levels.get(id)))
  const count = (side: Side) => sides.filter((one) => one === side).length
  const [plant, office] = [count('process'), count('office')]
  const kind = plant === office ? null : plant > office ? 'ot' : 'office'
  const isLow = ids.some((id) => (levels.get(id) ?? 9) <= 2)
  const level = kind === null ? null : kind === 'office' ? '4' : isLow ? '2' : '3'
  const own = kind === 'ot' ? 'process' : 'office'
  const isOdd = (side: Side | null | undefined) =>
    kind !== null && side != null && side !== 'between' && side !== own
  const inside = sum(ids, new Set(ids), ties)
  const all = sum(ids, new Set(ties.keys()), ties)
  const vlans = devices.filter(({ id }) => members.has(id)).flatMap((one) => one.vlans)
  return {
    kind,
    level,
    ranges: range === null ? [] : [range],
    vlans: [...new Set(vlans)].toSorted((a, b) => a - b),
    members: ids.map((id, at) => ({
      id,
      by: members.get(id) ?? 'talk',
      isOdd: isOdd(sides[at]),
    })),
    insideShare: all === 0 ? null : inside / all,
  }
}

/**
 * Servers without a controller among them, which mostly talk elsewhere, are on the side that they
 * serve: level 3 is said of machines for both.
 */
function withSides(
  zones: readonly ProposedZone[],
  { levels, ties }: Pick<Around, 'levels' | 'ties'>,
): readonly ProposedZone[] {
  const idsOf = (kind: string) =>
    new Set(zones.filter((one) => one.kind === kind).flatMap((one) => one.members.map(idOf)))
  const [office, plant] = [idsOf('office'), idsOf('ot')]
  return zones.map((zone) => {
    const ids = zone.members.map(idOf)
    const isSteering = ids.some((id) => (levels.get(id) ?? 9) <= 1)
    if (zone.kind !== 'ot' || isSteering || (zone.insideShare ?? 1) > 1 / 2) return zone
    const others = new Set([...plant].filter((id) => !ids.includes(id)))
    if (sum(ids, office, ties) <= sum(ids, others, ties)) return zone
    const isOdd = (id: string) => (levels.get(id) ?? 9) <= 2
    const members = zone.members.map((one) => ({ ...one, isOdd: isOdd(one.id) }))
    return { ...zone, kind: 'office', level: '4', members }
  })
}

/** The most devices of a zone that stands between office and process. */
const mostBetween = 8

/** Few devices that talk with both sides and hardly among themselves: the zone in between. */
function betweenBoth(zones: readonly ProposedZone[], ties: Ties): readonly ProposedZone[] {
  const idsOf = (kind: string) =>
    new Set(zones.filter((one) => one.kind === kind).flatMap((one) => one.members.map(idOf)))
  const [office, plant] = [idsOf('office'), idsOf('ot')]
  return zones.map((zone) => {
    const ids = zone.members.map(idOf)
    const others = (of: ReadonlySet<string>) => new Set([...of].filter((id) => !ids.includes(id)))
    const isSmall = ids.length <= mostBetween && zone.level !== '2'
    const talks = ids.filter(
      (id) => sum([id], others(office), ties) > 0 && sum([id], others(plant), ties) > 0,
    )
    if (!isSmall || talks.length * 2 < ids.length || (zone.insideShare ?? 1) > 1 / 2) return zone
    return { ...zone, kind: 'dmz', level: '3.5', members: zone.members.map(evened) }
  })
}

const idOf = ({ id }: ProposedMember) => id
const evened = (member: ProposedMember): ProposedMember => ({ ...member, isOdd: false })
const firstOf = ({ members }: ProposedZone) => members[0]?.id ?? ''

/**
 * How far two divisions of the same devices agree, by pairs: the adjusted Rand index, 1 the same, 0
 * what chance would give. Null where there are no two devices to compare.
 */
export function agreement(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): number | null {
  const both = [...one.keys()].filter((id) => other.has(id))
  const pairs = (counts: Iterable<number>) => {
    let total = 0
    for (const count of counts) total += (count * (count - 1)) / 2
    return total
  }
  const sizes = (names: readonly string[]) =>
    Map.groupBy(names, (name) => name)
      .values()
      .map((some) => some.length)
  const of = (map: ReadonlyMap<string, string>) => both.map((id) => map.get(id) ?? '')
  const [left, right] = [of(one), of(other)]
  const together = pairs(sizes(left.map((name, at) => JSON.stringify([name, right[at]]))))
  const [a, b, all] = [pairs(sizes(left)), pairs(sizes(right)), pairs([both.length])]
  if (all === 0) return null
  const chance = (a * b) / all
  const most = (a + b) / 2
  return most === chance ? 1 : (together - chance) / (most - chance)
}
