// SPDX-License-Identifier: EUPL-1.2
/**
 * Inventory: turns what was observed into devices. Decides which cards and addresses are one
 * device, keeps every fact with its source, chooses identity fields by rule, infers role and level
 * with the reason, and says what the tap could not see. Pure: the same observations give the same
 * inventory, in whatever order the captures came.
 */
import type { Asset, AssetConversation, Coverage } from '../asset.ts'
import type { End, Observations } from '../observations.ts'
import { assembleAssets } from './assemble.ts'
import { claimAddresses } from './claims.ts'
import { assetConversations } from './conversations.ts'
import { coverageOf } from './coverage.ts'
import { joinDevices } from './devices.ts'

export interface InventoryOptions {
  /** Registered maker of a card; undefined when unknown. */
  readonly vendorOf: (mac: string) => string | undefined
  /** The site's own ranges, `10.1.0.0/16`; texts that are no range are ignored. */
  readonly siteRanges?: readonly string[]
}

export interface Inventory {
  readonly assets: readonly Asset[]
  readonly conversations: readonly AssetConversation[]
  readonly coverage: Coverage
  /** Facts beyond the bound per asset and name. */
  readonly factsLeftOut: number
  /** Id of the asset behind an end of a conversation; undefined for groups and broadcasts. */
  readonly assetAt: (end: End) => string | undefined
  /** Whether the address is one of the site's own. */
  readonly isInside: (ip: string) => boolean
  /** Cards that own the address, as asset ids. */
  readonly assetsOwning: (ip: string) => readonly string[]
}

export function inventory(observations: Observations, options: InventoryOptions): Inventory {
  const claims = claimAddresses(observations, options.siteRanges ?? [])
  const devices = joinDevices(observations, claims)
  const { assets, factsLeftOut } = assembleAssets(observations, devices, claims, options.vendorOf)
  const conversations = assetConversations(observations, devices)
  return {
    assets,
    conversations,
    coverage: coverageOf(observations, devices, claims.site, assets, conversations),
    factsLeftOut,
    assetAt: (end) => devices.find(end)?.id,
    isInside: claims.site.isInside,
    assetsOwning: (ip) =>
      claims
        .ownersOf(ip)
        .map((mac) => devices.find({ mac, ip })?.id)
        .filter((id) => id !== undefined),
  }
}
