// SPDX-License-Identifier: EUPL-1.2
// From what the server says of the network to what is drawn: conversations judged and added up by
// pair, zones with their devices, walls with what passes them. No browser, no clock.

import type { AnswerOf } from '@schouw/contract/client'
import { judgeBy } from '@schouw/core/network'
import { protocolName } from '@schouw/report/protocols'

export type Network = AnswerOf<'GET /api/v1/network'>
export type Judgement = ReturnType<ReturnType<typeof judgeBy>>
export type Verdict = Judgement['verdict']

export interface MapZone {
  readonly id: string
  readonly name: string
  /** Of the register; `none` holds what is in no zone, `outside` what is not of the company. */
  readonly kind: string
  readonly level: string | null
  readonly site: string | null
  /** Places in `nodes`. */
  readonly members: readonly number[]
}

export type MapNode = Network['assets'][number] & { readonly zoneAt: number }

export interface MapEdge extends Judgement {
  readonly from: number
  readonly to: number
  /** `s7comm tcp/102` */
  readonly service: string
  readonly protocol: string | null
  readonly packets: number
  readonly isAnswered: boolean
  /** Epoch milliseconds; NaN where nobody knows. */
  readonly firstMs: number
  readonly lastMs: number
  readonly operations: Network['conversations'][number]['operations']
  /** Where the first packet of it stands. */
  readonly evidence: {
    readonly source: string
    readonly capture: string | null
    readonly frame: number | null
  }
}

export interface MapModel {
  readonly sites: Network['sites']
  readonly zones: readonly MapZone[]
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
}

/** Names of zones that nobody made, in the language of whoever looks. */
export interface ZoneNames {
  readonly none: string
  readonly outside: string
}

export function modelOf(network: Network, names: ZoneNames): MapModel {
  const zones = zonesOf(network, names)
  const at = new Map(zones.list.map(({ id }, index) => [id, index]))
  const nodes = network.assets.map((asset) => ({
    ...asset,
    zoneAt: at.get(zones.keyOf(asset)) ?? 0,
  }))
  const members: number[][] = zones.list.map(() => [])
  for (const [index, { zoneAt }] of nodes.entries()) members[zoneAt]?.push(index)
  const list = zones.list.map((zone, index) => {
    const own = (members[index] ?? []).toSorted((a, b) => rank(nodes[a]) - rank(nodes[b]))
    return { ...zone, members: own }
  })
  return { sites: network.sites, zones: list, nodes, edges: edgesOf(network, nodes) }
}

/** Level first, so that what is alike stands together. */
function rank(node: MapNode | undefined): number {
  const level = node?.level == null ? 9 : Number(node.level)
  return level * 100 + roleOrder.indexOf(node?.role ?? '')
}

const roleOrder = ['', 'remote_io', 'drive', 'plc', 'safety_plc', 'cnc', 'robot', 'hmi', 'switch']

type Bare = Omit<MapZone, 'members'>

function zonesOf({ zones, assets }: Network, names: ZoneNames) {
  const known = new Set(zones.map(({ id }) => id))
  const internet = zones.find(({ kind }) => kind === 'internet')?.id
  const extra = new Map<string, Bare>()
  const keyOf = ({ zone, is_outside, site }: Network['assets'][number]): string => {
    if (zone !== null && known.has(zone)) return zone
    if (is_outside) return internet ?? 'outside'
    return `none ${site ?? ''}`
  }
  for (const asset of assets) {
    const id = keyOf(asset)
    if (known.has(id) || extra.has(id)) continue
    extra.set(
      id,
      id === 'outside'
        ? { id, name: names.outside, kind: 'internet', level: '5', site: null }
        : { id, name: names.none, kind: 'none', level: null, site: asset.site },
    )
  }
  return { list: [...zones, ...extra.values()], keyOf }
}

const arp = 0x0806

function edgesOf(network: Network, nodes: readonly MapNode[]): readonly MapEdge[] {
  const place = new Map(nodes.map(({ id }, index) => [id, index]))
  const kinds = new Map(network.zones.map(({ id, kind }) => [id, { id, kind }]))
  // Who is not of the company is on the internet as far as a wall is concerned.
  const zoneOf = ({ zone, is_outside }: MapNode) =>
    kinds.get(zone ?? '') ?? (is_outside ? { id: 'outside', kind: 'internet' } : null)
  const judge = judgeBy(network.conduits)
  const edges = new Map<string, MapEdge>()
  for (const one of network.conversations) {
    // Finding out who is there is no conversation.
    if (one.transport === 'ethernet' && one.port === arp) continue
    const [from, to] = [place.get(one.from), place.get(one.to)]
    if (from === undefined || to === undefined) continue
    const key = `${from} ${to} ${one.transport} ${one.port} ${one.protocol}`
    const known = edges.get(key)
    if (known !== undefined) {
      edges.set(key, joined(known, one))
      continue
    }
    const [opener, answerer] = [nodes[from], nodes[to]]
    if (opener === undefined || answerer === undefined) continue
    edges.set(key, {
      ...judge({
        ...one,
        from: { id: one.from, zone: zoneOf(opener) },
        to: { id: one.to, zone: zoneOf(answerer) },
      }),
      from,
      to,
      service: one.protocol === null ? ported(one) : `${protocolName(one.protocol)} ${ported(one)}`,
      protocol: one.protocol,
      packets: one.packets,
      isAnswered: one.is_answered,
      firstMs: Date.parse(one.first ?? ''),
      lastMs: Date.parse(one.last ?? ''),
      operations: one.operations,
      evidence: { source: one.source, capture: one.capture, frame: one.frame },
    })
  }
  return [...edges.values()]
}

function ported({ transport, port }: { readonly transport: string; readonly port: number }) {
  if (transport !== 'ethernet') return `${transport}/${port}`
  return `0x${port.toString(16).padStart(4, '0')}`
}

function joined(edge: MapEdge, one: Network['conversations'][number]): MapEdge {
  const least = (a: number, b: number) =>
    Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)
  const most = (a: number, b: number) =>
    Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)
  return {
    ...edge,
    packets: edge.packets + one.packets,
    isAnswered: edge.isAnswered || one.is_answered,
    firstMs: least(edge.firstMs, Date.parse(one.first ?? '')),
    lastMs: most(edge.lastMs, Date.parse(one.last ?? '')),
    operations: edge.operations.length > 0 ? edge.operations : one.operations,
  }
}
