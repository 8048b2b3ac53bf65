// SPDX-License-Identifier: EUPL-1.2
import { graph, reach } from '@schouw/core/network'
import type { KindName } from '@schouw/core/registers'
import type { response } from '@schouw/core/vulns'
import type { Line } from '../facts.ts'

/** One step towards a device: from where to where, over what, and which record says so. */
export interface Step {
  /** Zones, suppliers or devices, by id; null is anywhere outside. */
  readonly from: string | null
  readonly to: string
  readonly services: readonly string[]
  readonly says: { readonly kind: KindName; readonly id: string }
  /** `shown`: it was measured; `said`: it stands in a register as meant or allowed. */
  readonly rests: 'said' | 'shown'
}

export interface Near {
  readonly exposure: response.Exposure
  /** From where an attacker is taken to stand; empty where there is no way, or none is known. */
  readonly path: readonly Step[]
}

export interface Network {
  readonly zones: readonly Line[]
  readonly conduits: readonly Line[]
  readonly accesses: readonly Line[]
  readonly findings: readonly Line[]
}

/** Zones in which somebody else's software, mail or people are to be expected. */
const entryKinds: readonly string[] = ['office', 'guest', 'supplier', 'internet']
/** What stands at the wall itself is met first, whatever zone it is managed from. */
const wallRoles: readonly string[] = ['firewall', 'remote_access_gateway']
const shut: readonly string[] = ['refused', 'ended', 'suspended']
const open: readonly string[] = ['open', 'in_treatment', 'lapsed']
/** The requirement that zones are kept apart. */
const segmentation = 'E2'

/**
 * How near an attacker is to each device: in a zone where one is to be expected, on a way that
 * conduits, remote access or a measurement leave open, or on none. A device of no zone is unknown.
 */
export class Exposures {
  readonly #zones: ReadonlyMap<string, Line>
  readonly #steps = new Map<string, readonly Step[]>()
  readonly #direct = new Map<string, Step>()
  readonly #isModelled: boolean

  constructor({ zones, conduits, accesses, findings }: Network) {
    this.#zones = new Map(zones.map((zone) => [zone.id, zone]))
    const passable = conduits.filter(({ state }) => !shut.includes(state))
    this.#isModelled = passable.length > 0
    this.#walk(zones, passable)
    for (const access of accesses.filter(({ state }) => !shut.includes(state))) {
      const step = (to: string): Step => ({
        from: access.text('supplier'),
        to,
        services: access.list('services'),
        says: { kind: 'remote-access', id: access.id },
        rests: 'said',
      })
      for (const id of access.list('target_assets')) this.#direct.set(id, step(id))
      for (const id of access.list('target_zones')) {
        if (!this.#steps.has(id)) this.#steps.set(id, [step(id)])
      }
    }
    for (const finding of findings) {
      const isOfWalls =
        finding.text('origin') === 'measurement' &&
        open.includes(finding.state) &&
        finding.list('requirements').includes(segmentation)
      if (!isOfWalls) continue
      const says = { kind: 'finding', id: finding.id } as const
      for (const to of finding.list('assets')) {
        this.#direct.set(to, { from: null, to, services: [], says, rests: 'shown' })
      }
    }
  }

  of(asset: Line): Near {
    const zone = asset.text('zone')
    const kind = this.#zones.get(zone ?? '')?.text('kind') ?? null
    if (asset.flag('is_internet_facing') === true || kind === 'internet') {
      return { exposure: 'open', path: [] }
    }
    // On the shelf it reaches nothing, and nothing reaches it.
    if (asset.state === 'spare') return { exposure: 'closed', path: [] }
    const isAtWall = wallRoles.includes(asset.text('role') ?? '')
    if (isAtWall || (kind !== null && entryKinds.includes(kind))) {
      return { exposure: 'open', path: [] }
    }
    const direct = this.#direct.get(asset.id)
    if (direct !== undefined) return { exposure: 'reachable', path: [direct] }
    const steps = zone === null ? undefined : this.#steps.get(zone)
    if (steps !== undefined) return { exposure: 'reachable', path: steps }
    if (asset.flag('has_remote_access') === true) return { exposure: 'reachable', path: [] }
    if (asset.text('connection') === 'none') return { exposure: 'closed', path: [] }
    if (kind === null || !this.#isModelled) return { exposure: 'unknown', path: [] }
    return { exposure: 'closed', path: [] }
  }

  /** Shortest ways from all entries at once, over what may pass between zones. */
  #walk(zones: readonly Line[], conduits: readonly Line[]): void {
    const place = new Map(zones.map(({ id }, at) => [id, at]))
    const edges = conduits.flatMap((conduit) => {
      const [from, to] = [conduit.text('from_zone') ?? '', conduit.text('to_zone') ?? '']
      const [tail, head] = [place.get(from), place.get(to)]
      if (tail === undefined || head === undefined) return []
      return [{ conduit, from, to, tail, head }]
    })
    const tails = Int32Array.from(edges, ({ tail }) => tail)
    const heads = Int32Array.from(edges, ({ head }) => head)
    const sources = zones.flatMap((zone, at) =>
      entryKinds.includes(zone.text('kind') ?? '') ? [at] : [],
    )
    const { by, hops } = reach(graph(zones.length, tails, heads), Int32Array.from(sources))
    for (const [at, { id }] of zones.entries()) {
      if ((hops[at] ?? -1) < 1) continue
      const steps: Step[] = []
      for (let node = at; (by[node] ?? -1) !== -1; ) {
        const edge = edges[by[node] ?? -1]
        if (edge === undefined) break
        steps.unshift({
          from: edge.from,
          to: edge.to,
          services: edge.conduit.list('services'),
          says: { kind: 'conduit', id: edge.conduit.id },
          rests: 'said',
        })
        node = edge.tail
      }
      this.#steps.set(id, steps)
    }
  }
}
