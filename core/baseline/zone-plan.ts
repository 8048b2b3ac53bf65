// SPDX-License-Identifier: EUPL-1.2
import type { Asset } from '@schouw/core/capture'
import { type AddressRange, addressRange, isPublic, isWithin } from '@schouw/core/network'
import type { AssetRow, ZoneInput, ZoneKind } from './inputs.ts'
import type { Match } from './matching.ts'
import type { Talk } from './talk.ts'
import { compareTexts, plainHost } from './texts.ts'

export interface Zone {
  readonly id: string
  readonly name: string
  readonly kind: ZoneKind
  readonly purdue_level: number | null
  readonly site: string | null
  /** Not in `zones.yaml`: drawn from what the devices do. */
  readonly isInferred: boolean
  readonly line: number | null
}

/** Codes: `listed`, `register`, `vlan:20`, `range:10.0.0.0/8`, `external`, `parent`, `peers`, `level`. */
export interface Placement {
  readonly zone: string
  readonly reason: string
}

export interface ZonePlan {
  readonly zones: readonly Zone[]
  readonly zoneOf: (assetId: string) => Placement | undefined
  readonly zone: (id: string) => Zone | undefined
  /** Zone of a row of the register, seen or not. */
  readonly zoneOfRow: (row: AssetRow) => string | undefined
}

export interface ZoneFacts {
  /** Null without `zones.yaml`: then zones are inferred from levels. */
  readonly zones: readonly ZoneInput[] | null
  readonly assets: readonly Asset[]
  readonly conversations: readonly Talk[]
  readonly matches: ReadonlyMap<string, Match>
}

const internet: Zone = {
  id: 'internet',
  name: 'Internet',
  kind: 'internet',
  purdue_level: 5,
  site: null,
  isInferred: true,
  line: null,
}

/** Names are the words of the trade, the same in every language. */
const inferredZones: readonly Zone[] = [
  { ...internet, id: 'inferred-it', name: 'IT', kind: 'office', purdue_level: 4 },
  { ...internet, id: 'inferred-ot', name: 'OT', kind: 'ot', purdue_level: null },
]

/** In which zone every device stands, and why. The first rule that speaks wins. */
export function zonePlan(facts: ZoneFacts): ZonePlan {
  const stated = (facts.zones ?? []).map(statedZone)
  const outside = stated.find(({ kind }) => kind === 'internet') ?? internet
  const placements = new Map<string, Placement>()
  const rules = placementRules(facts, stated, outside)
  for (const asset of facts.assets) {
    for (const rule of rules) {
      const placement = rule(asset)
      if (placement === undefined) continue
      placements.set(asset.id, placement)
      break
    }
  }
  placeByParent(facts.assets, placements)
  placeByPeers(facts, placements)
  const zones = usedZones(stated, outside, placements)
  const byId = new Map(zones.map((zone) => [zone.id, zone]))
  const ranges = rangesOf(facts.zones ?? [])
  return {
    zones,
    zoneOf: (id) => placements.get(id),
    zone: (id) => byId.get(id),
    zoneOfRow: (row) => {
      if (row.zone !== null && byId.has(row.zone)) return row.zone
      const vlan = row.vlan === null ? undefined : byVlan(facts.zones ?? [], [row.vlan])
      return vlan?.zone ?? byRange(ranges, row.ips)?.zone
    },
  }
}

type Rule = (asset: Asset) => Placement | undefined

function placementRules(facts: ZoneFacts, stated: readonly Zone[], outside: Zone): Rule[] {
  const zones = facts.zones ?? []
  const ranges = rangesOf(zones)
  const ids = new Set(stated.map(({ id }) => id))
  // `0.0.0.0/0` for the internet must not swallow a device of the site that no zone lists.
  const ownRanges = ranges.filter(({ zone }) => zone !== outside.id)
  return [
    (asset) => {
      const names = namesOf(asset, facts.matches.get(asset.id)?.row.name)
      const zone = zones.find(({ assets }) => assets.some((word) => names.has(plainKey(word))))
      return zone === undefined ? undefined : { zone: zone.id, reason: 'listed' }
    },
    ({ id }) => {
      const zone = facts.matches.get(id)?.row.zone
      return zone && ids.has(zone) ? { zone, reason: 'register' } : undefined
    },
    // A VLAN tag is of the segment where a frame was heard, also of one that was routed there: an
    // address says more.
    ({ ipv4, ipv6, external }) => byRange(external ? ranges : ownRanges, [...ipv4, ...ipv6]),
    ({ vlans, external }) => (external ? undefined : byVlan(zones, vlans)),
    // Another site of the company is outside too, but not the internet.
    ({ external, ipv4, ipv6 }) =>
      external && [...ipv4, ...ipv6].some(isPublic)
        ? { zone: outside.id, reason: 'external' }
        : undefined,
    (asset) => (facts.zones === null ? byLevel(asset) : undefined),
  ]
}

function statedZone({ id, name, kind, purdue_level, site, at }: ZoneInput): Zone {
  return { id, name, kind, purdue_level, site, isInferred: false, line: at.line }
}

/** Only when the VLANs point to one zone. */
function byVlan(zones: readonly ZoneInput[], vlans: readonly number[]): Placement | undefined {
  const hits = zones.filter((zone) => zone.vlans.some((vlan) => vlans.includes(vlan)))
  const [zone] = hits
  if (zone === undefined || hits.length > 1) return undefined
  return { zone: zone.id, reason: `vlan:${zone.vlans.find((vlan) => vlans.includes(vlan))}` }
}

interface ZoneRange {
  readonly zone: string
  readonly range: AddressRange
}

function rangesOf(zones: readonly ZoneInput[]): ZoneRange[] {
  return zones
    .flatMap(({ id, ranges }) => ranges.map((text) => ({ zone: id, range: addressRange(text) })))
    .flatMap(({ zone, range }) => (range === undefined ? [] : [{ zone, range }]))
    .sort((a, b) => b.range.bits - a.range.bits || compareTexts(a.range.text, b.range.text))
}

/** The narrowest range that holds one of the addresses. */
function byRange(
  ranges: readonly ZoneRange[],
  addresses: readonly string[],
): Placement | undefined {
  const hit = ranges.find(({ range }) => addresses.some((address) => isWithin(address, range)))
  return hit === undefined ? undefined : { zone: hit.zone, reason: `range:${hit.range.text}` }
}

function byLevel({ purdue_level, role, external }: Asset): Placement | undefined {
  if (external || purdue_level === null || role === 'remote_access_gateway') return undefined
  return { zone: purdue_level <= 3 ? 'inferred-ot' : 'inferred-it', reason: 'level' }
}

function plainKey(word: string): string {
  return addressRange(word) === undefined && !/^([0-9a-f]{2}[:-]){5}/i.test(word)
    ? plainHost(word)
    : word.toLowerCase().replaceAll('-', ':')
}

/** Everything people may call a device by. */
export function namesOf(asset: Asset, registerName: string | undefined): Set<string> {
  const names = [asset.id, ...asset.macs, ...asset.ipv4, ...asset.ipv6]
  if (registerName !== undefined) names.push(plainHost(registerName))
  return new Set([...names, ...asset.hostnames.map(plainHost)])
}

/** Whether one of the words a person wrote means this device. */
export function isMeant(words: readonly string[], names: ReadonlySet<string>): boolean {
  return words.some((word) => names.has(plainKey(word)))
}

function placeByParent(assets: readonly Asset[], placements: Map<string, Placement>): void {
  for (const { id, parent } of assets) {
    const zone = parent === null ? undefined : placements.get(parent)?.zone
    if (zone !== undefined && !placements.has(id)) placements.set(id, { zone, reason: 'parent' })
  }
}

/** Devices without addresses stand where the only ones they talk with on the wire stand. */
function placeByPeers(facts: ZoneFacts, placements: Map<string, Placement>): void {
  const peers = new Map<string, Set<string>>()
  for (const { from, to, transport } of facts.conversations) {
    if (transport !== 'ethernet') continue
    for (const [one, other] of [
      [from, to],
      [to, from],
    ]) {
      const zone = placements.get(other)?.zone
      if (zone === undefined || placements.has(one)) continue
      peers.set(one, (peers.get(one) ?? new Set()).add(zone))
    }
  }
  for (const [id, zones] of peers) {
    const [zone] = zones
    if (zones.size === 1 && zone !== undefined) placements.set(id, { zone, reason: 'peers' })
  }
}

/** Stated zones always; others only when something stands in them. */
function usedZones(
  stated: readonly Zone[],
  outside: Zone,
  placements: ReadonlyMap<string, Placement>,
): Zone[] {
  const used = new Set([...placements.values()].map(({ zone }) => zone))
  const others = [outside, ...inferredZones].filter(
    ({ id, isInferred }) => isInferred && used.has(id) && !stated.some((zone) => zone.id === id),
  )
  return [...stated, ...others]
}
