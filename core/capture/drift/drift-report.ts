// SPDX-License-Identifier: EUPL-1.2
import type { Asset, AssetConversation, Detection } from '../asset.ts'

/** Of a device what says whether it is the one that was learnt. */
export type DriftAsset = Pick<
  Asset,
  | 'id'
  | 'macs'
  | 'ipv4'
  | 'ipv6'
  | 'external'
  | 'silent'
  | 'vendor'
  | 'model'
  | 'firmware'
  | 'serial'
  | 'hostnames'
  | 'purdue_level'
  | 'first_seen'
  | 'last_seen'
  | 'services_used'
  | 'facts'
>

export type DriftConversation = Pick<
  AssetConversation,
  | 'from'
  | 'to'
  | 'transport'
  | 'port'
  | 'protocol'
  | 'direction_basis'
  | 'connections'
  | 'unanswered'
  | 'first'
  | 'last'
  | 'frame'
  | 'operations'
>

/** As much of an inspection as drift asks for; every inspection is one. */
export interface DriftReport {
  readonly captures: readonly {
    readonly file: string
    readonly first: string | null
    readonly last: string | null
  }[]
  readonly assets: readonly DriftAsset[]
  readonly conversations: readonly DriftConversation[]
  readonly detections: readonly Detection[]
}
