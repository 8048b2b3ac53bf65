// SPDX-License-Identifier: EUPL-1.2
import type { Asset, AssetConversation, Coverage, Detection } from './asset.ts'
import type { UnknownTraffic } from './inventory/unknown.ts'

/** What `schouw inspect` answers; documented in `docs/formats/inspect.md`. */
export interface InspectionReport {
  readonly schema: 'schouw/inspect/1'
  readonly captures: readonly {
    readonly file: string
    /** Lower-case hex; null when the caller did not ask for it. */
    readonly sha256: string | null
    readonly format: 'pcap' | 'pcapng'
    readonly packets: number
    readonly bytes: number
    readonly first: string | null
    readonly last: string | null
    readonly oddities: Readonly<Record<string, number>>
  }[]
  readonly protocols: Readonly<Record<string, { readonly packets: number; readonly bytes: number }>>
  readonly assets: readonly Asset[]
  readonly conversations: readonly AssetConversation[]
  readonly detections: readonly Detection[]
  /** Traffic whose protocol is not known, the most packets first. */
  readonly unknown: readonly UnknownTraffic[]
  readonly coverage: Coverage
  readonly left_out: readonly {
    readonly what: string
    readonly limit: number
    readonly left_out: number
  }[]
}
