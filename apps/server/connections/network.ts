// SPDX-License-Identifier: EUPL-1.2
// The network as captures show it, held against the register: every end is the asset that it was
// recognised as, or itself.
import type { AnswerOf } from '@schouw/contract/client'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { AssetIndex, listOf } from '../sources/matching.ts'
import type { NumberedSighting } from '../sources/store.ts'
import type { Seen, SeenConversation } from './reading.ts'
import { placeIn } from './zones.ts'

export type Network = AnswerOf<'GET /api/v1/network'>
type Node = Network['assets'][number]

export interface Registers {
  readonly records: Partial<Record<KindName, readonly RecordVersion[]>>
}

/** Operations named of one conversation. */
const mostOperations = 24

export function networkOf({ records }: Registers, seen: Seen, site: string | undefined): Network {
  const zones = records.zone ?? []
  const nodes = new Map<string, Node>()
  const place = placeIn(zones)
  const jewels = jewelsOf(records)
  const isHere = (of: unknown) => site === undefined || of === site || of === undefined
  const assets = (records.asset ?? []).filter(({ values }) => isHere(values['site']))
  for (const asset of assets) {
    if (asset.state === 'disposed' || asset.state === 'out_of_use') continue
    const { values, id } = asset
    const ips = listOf(values['ips'])
    const placed = place({
      zone: textOf(values['zone']),
      site: textOf(values['site']),
      ips,
      vlans: (values['vlans'] ?? []) as readonly number[],
      isOutside: values['role'] === 'external_host',
    })
    nodes.set(id, {
      id,
      name: String(values['name'] ?? values['code'] ?? id),
      is_registered: true,
      is_outside: values['role'] === 'external_host',
      zone: placed.zone,
      zone_by: placed.by,
      site: textOf(values['site']) ?? siteOfZone(zones, placed.zone),
      role: textOf(values['role']),
      level: textOf(values['purdue_level']),
      is_crown_jewel: jewels.has(id),
      address: ips[0] ?? listOf(values['macs'])[0] ?? null,
      addresses: [...ips],
    })
  }
  const ends = endsOf({ assets, seen, nodes, place, zones })
  const conversations = seen.conversations.flatMap((one) => {
    const from = ends.get(`${one.source} ${one.from_number}`)
    const to = ends.get(`${one.source} ${one.to_number}`)
    return from === undefined || to === undefined || from === to ? [] : [talkOf(one, from, to)]
  })
  return {
    sites: (records.site ?? []).map(({ id, values }) => ({ id, name: nameOf(values, id) })),
    zones: zones
      .filter(({ values }) => isHere(values['site']))
      .map(({ id, values }) => ({
        id,
        name: nameOf(values, id),
        kind: String(values['kind'] ?? ''),
        level: textOf(values['purdue_level']),
        site: textOf(values['site']),
      })),
    conduits: (records.conduit ?? []).map(({ id, values, state }) => ({
      id,
      name: nameOf(values, id),
      from_zone: String(values['from_zone'] ?? ''),
      to_zone: String(values['to_zone'] ?? ''),
      services: [...listOf(values['services'])],
      from_assets: [...listOf(values['from_assets'])],
      to_assets: [...listOf(values['to_assets'])],
      state,
    })),
    assets: [...nodes.values()],
    conversations,
    sources: seen.sources.map(({ id, file_name, made_at, site: at }) => {
      return { id, name: file_name, at: made_at, site: at }
    }),
    left_out: seen.leftOut,
  }
}

interface EndsOf {
  readonly assets: readonly RecordVersion[]
  readonly seen: Seen
  readonly nodes: Map<string, Node>
  readonly place: ReturnType<typeof placeIn>
  readonly zones: readonly RecordVersion[]
}

/** Node of each sighting, by source and number; what is in no register becomes one of its own. */
function endsOf({ assets, seen, nodes, place, zones }: EndsOf): ReadonlyMap<string, string> {
  const ends = new Map<string, string>()
  for (const { id: source, site } of seen.sources) {
    const index = new AssetIndex(assets, site)
    for (const sighting of seen.sightings.get(source) ?? []) {
      const match = index.match(sighting)
      const end = `${source} ${sighting.number}`
      if (match.kind === 'one' && nodes.has(match.asset.id)) {
        ends.set(end, match.asset.id)
        continue
      }
      const node = strangerOf(sighting, { site, place, zones })
      if (!nodes.has(node.id)) nodes.set(node.id, node)
      ends.set(end, node.id)
    }
  }
  return ends
}

/** The same card or address in two captures of a site is one device. */
function strangerOf(
  { key, facts, isLocal }: NumberedSighting,
  { site, place, zones }: Pick<EndsOf, 'place' | 'zones'> & { readonly site: string | null },
): Node {
  const of = (name: string) => facts.find((one) => one.name === name)?.value ?? null
  const ips = facts.filter(({ name }) => name === 'ip').map(({ value }) => value)
  const isOutside = isLocal === false
  const vlans = facts.filter(({ name }) => name === 'vlan').map(({ value }) => Number(value))
  const placed = place({ site, ips, vlans, isOutside })
  const known = key.mac ?? key.ip ?? key.serial ?? key.name ?? ''
  return {
    id: `seen:${isOutside ? '' : (site ?? '')}:${known}`,
    name: of('hostname') ?? key.ip ?? key.mac ?? known,
    is_registered: false,
    is_outside: isOutside,
    zone: placed.zone,
    zone_by: placed.by,
    site: isOutside ? null : (site ?? siteOfZone(zones, placed.zone)),
    role: of('role'),
    level: of('purdue_level'),
    is_crown_jewel: false,
    address: key.ip ?? key.mac ?? null,
    addresses: ips,
  }
}

function talkOf(one: SeenConversation, from: string, to: string): Network['conversations'][number] {
  const operations = one.operations as Network['conversations'][number]['operations']
  return {
    from,
    to,
    transport: one.transport,
    port: one.port,
    protocol: one.protocol,
    is_guess: one.is_guess,
    is_direction_sure: one.is_direction_sure,
    connections: one.connections,
    unanswered: one.unanswered,
    packets: one.packets_to_server + one.packets_to_client,
    bytes: one.bytes_to_server + one.bytes_to_client,
    is_answered: one.packets_to_client > 0 || one.unanswered < Math.max(1, one.connections),
    first: one.first_at,
    last: one.last_at,
    source: one.source,
    capture: one.capture,
    frame: one.frame,
    operations: operations
      .toSorted((a, b) => Number(a.effect === 'read') - Number(b.effect === 'read'))
      .slice(0, mostOperations),
  }
}

/**
 * What the company cannot do without. A crown jewel names its devices; where it does not, what steers
 * its process counts, else what steers in its zones, else all that stands there.
 */
function jewelsOf(records: Registers['records']): ReadonlySet<string> {
  const found = new Set<string>()
  const assets = records.asset ?? []
  const isSteering = ({ values }: RecordVersion) => controllers.has(String(values['role'] ?? ''))
  for (const { state, values } of records['crown-jewel'] ?? []) {
    if (state === 'lapsed') continue
    const named = listOf(values['assets'])
    const process = textOf(values['process'])
    const zones = listOf(values['zones'])
    const ofProcess = assets.filter((one) => process !== null && one.values['process'] === process)
    const inZones = assets.filter((one) => zones.includes(String(one.values['zone'] ?? '')))
    const choices = [ofProcess.filter(isSteering), inZones.filter(isSteering), inZones]
    const own = named.length > 0 ? named : choices.find((list) => list.length > 0)?.map(idOf)
    for (const id of own ?? []) found.add(id)
  }
  return found
}

const idOf = ({ id }: RecordVersion) => id

/** What makes a process run. */
const controllers: ReadonlySet<string> = new Set([
  'plc',
  'safety_plc',
  'cnc',
  'robot',
  'scada_server',
])

function siteOfZone(zones: readonly RecordVersion[], zone: string | null): string | null {
  return textOf(zones.find(({ id }) => id === zone)?.values['site'])
}

function nameOf(values: RecordVersion['values'], id: string): string {
  return String(values['name'] ?? values['code'] ?? id)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
