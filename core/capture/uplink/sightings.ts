// SPDX-License-Identifier: EUPL-1.2
import type { InspectionReport } from '../inspection-report.ts'

/** First line of a batch. It names neither site nor sensor: both follow from who signed. */
export interface Sightings {
  readonly schema: 'schouw/sightings/1'
  readonly captures: InspectionReport['captures']
}

export function sightingsHead(captures: InspectionReport['captures']): Sightings {
  return { schema: 'schouw/sightings/1', captures }
}

/** Every other line: one of three, and nothing else is taken. */
export type SightingsLine<Alert> =
  | { readonly asset: unknown }
  | { readonly conversation: unknown }
  | { readonly alert: Alert }

/** Both sides hold these: the sensor makes nothing larger, the hub takes nothing larger. */
export const uplinkLimits = {
  /** A batch as it is sent. */
  packedBytes: 1_000_000,
  /** Unpacked: eight times as much as usual, so that a batch that swells is refused early. */
  bytes: 8 * 1024 * 1024,
  lines: 2_000,
  alerts: 100,
  /** Of one slice of a recording; a flood of made-up hosts ends here and is counted. */
  assets: 5_000,
  conversations: 10_000,
} as const
