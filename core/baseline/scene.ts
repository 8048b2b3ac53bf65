// SPDX-License-Identifier: EUPL-1.2
import type { Asset, InspectionReport } from '@schouw/core/capture'
import type { ScopeResult } from '@schouw/core/law'
import type { AsOf } from './as-of.ts'
import type { NamedAsset } from './baseline.ts'
import type { FactoryInputs, ZoneKind } from './inputs.ts'
import { isOwnDevice, type Match, matches } from './matching.ts'
import { type ZonePlan, zonePlan } from './zone-plan.ts'

/** Everything a check may look at, joined once. */
export interface Scene {
  readonly inputs: FactoryInputs
  /** Null without captures: then nothing of the network is measured. */
  readonly inspection: InspectionReport | null
  readonly scope: ScopeResult
  readonly asOf: AsOf
  readonly assets: readonly NamedAsset[]
  readonly matches: ReadonlyMap<string, Match>
  readonly plan: ZonePlan
  readonly assetOf: (id: string | null) => NamedAsset | undefined
  /** What people call it; the id itself for an unknown one. */
  readonly labelOf: (id: string) => string
}

export function scene(
  inputs: FactoryInputs,
  inspection: InspectionReport | null,
  scope: ScopeResult,
  asOf: AsOf,
): Scene {
  const seen = inspection?.assets ?? []
  const found = matches(seen, inputs.assets ?? [])
  const plan = zonePlan({
    zones: inputs.zones?.zones ?? null,
    assets: seen,
    conversations: inspection?.conversations ?? [],
    matches: found,
  })
  const assets = seen.map((asset) => named(asset, found.get(asset.id), plan))
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  return {
    inputs,
    inspection,
    scope,
    asOf,
    assets,
    matches: found,
    plan,
    assetOf: (id) => (id === null ? undefined : byId.get(id)),
    labelOf: (id) => byId.get(id)?.label ?? id,
  }
}

function named(asset: Asset, match: Match | undefined, plan: ZonePlan): NamedAsset {
  const placement = plan.zoneOf(asset.id)
  return {
    ...asset,
    register:
      match === undefined ? null : { ...match.row.at, name: match.row.name, matched_by: match.by },
    zone: placement?.zone ?? null,
    zone_reason: placement?.reason ?? null,
    label: match?.row.name ?? labelOf(asset),
  }
}

function labelOf({ hostnames, model, ipv4, ipv6, macs, child, id }: Asset): string {
  const address = ipv4[0] ?? ipv6[0] ?? macs[0] ?? child?.key ?? id
  if (hostnames.length > 0) return hostnames[0]
  return model === null ? address : `${model} (${address})`
}

/** Own devices that a register should list: not those of guests and suppliers who come by. */
export function ownDevices({ assets, plan }: Scene): NamedAsset[] {
  return assets.filter((asset) => {
    const kind = asset.zone === null ? undefined : plan.zone(asset.zone)?.kind
    return isOwnDevice(asset) && !visitorKinds.has(kind ?? 'ot')
  })
}

const visitorKinds: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['supplier', 'guest', 'internet'])
