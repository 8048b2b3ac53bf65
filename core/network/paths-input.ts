// SPDX-License-Identifier: EUPL-1.2

export interface PathsAsset {
  readonly id: string
  readonly zone: string
  readonly crown_jewel?: boolean
  /** Needed where firewall rules are read: they speak of addresses. */
  readonly addresses?: readonly string[]
}

/** From who opens it to who answers. */
export interface PathsConversation {
  readonly from: string
  readonly to: string
  readonly service: string
  /** Production cannot do without: it is never part of a cut. */
  readonly needed?: boolean
  /** What ending it costs, in any unit that all share; 1 when absent. */
  readonly cost?: number
}

/** Where an attacker is taken to stand: one asset, or anywhere in a zone. */
export type PathsEntry = { readonly zone: string } | { readonly asset: string }

/** What may pass from one zone to another. */
export interface PathsConduit {
  readonly from_zone: string
  readonly to_zone: string
  /** `*` is every service. */
  readonly services: readonly string[]
}

export interface PathsInput {
  readonly assets: readonly PathsAsset[]
  readonly conversations: readonly PathsConversation[]
  readonly entries: readonly PathsEntry[]
  /** Absent: nobody has said what may pass, so nothing is judged forbidden. */
  readonly conduits?: readonly PathsConduit[]
}

export type PathsRule =
  | 'id_once'
  | 'known_asset'
  | 'known_zone'
  | 'cost_in_range'
  | 'cost_decimals'
  | 'costs_too_large'

export interface PathsProblem {
  /** Keys and places in the input, from its root. */
  readonly at: readonly (string | number)[]
  readonly rule: PathsRule
}

export interface Hop {
  readonly from: string
  readonly to: string
  readonly service: string
}

export interface ForbiddenConversation extends Hop {
  readonly from_zone: string
  readonly to_zone: string
  /** No conduit joins the zones that way, or it does not carry this service. */
  readonly why: 'no_conduit' | 'service_not_in_conduit'
  readonly needed: boolean
}

export interface AttackPath {
  readonly from: string
  /** A crown jewel. */
  readonly to: string
  /** Fewest possible; none where an attacker stands on the crown jewel from the start. */
  readonly hops: readonly Hop[]
}

export interface PathsResult {
  readonly schema: 'schouw/paths/1'
  /** False without conduits: then `forbidden` is empty because nothing was judged. */
  readonly conduits_known: boolean
  readonly forbidden: readonly ForbiddenConversation[]
  readonly paths: readonly AttackPath[]
  /** Ended together they leave no path. Empty when there is none; null when no choice does. */
  readonly cut: readonly Hop[] | null
  readonly cut_cost: number | null
  readonly reason?: 'needed_conversations' | 'entry_is_crown_jewel'
  /** Where `reason` is needed conversations: a path of nothing else. */
  readonly kept_open?: readonly Hop[]
  readonly reach: {
    readonly assets: number
    readonly entries: number
    readonly assets_reached: number
    readonly crown_jewels: number
    readonly crown_jewels_reached: number
  }
}
