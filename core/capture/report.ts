// SPDX-License-Identifier: EUPL-1.2

import { detections } from './detections/index.ts'
import type { InspectionReport } from './inspection-report.ts'
import { type InventoryOptions, inventory } from './inventory/index.ts'
import { unknownTraffic } from './inventory/unknown.ts'
import type { CaptureSummary, Observed } from './observations.ts'

export interface ReportOptions extends InventoryOptions {
  /** Lower-case hex by the file's path; a missing one is published as null. */
  readonly digests?: ReadonlyMap<string, string>
  /** What the caller could not read of a file, by its path: kept as an oddity. */
  readonly problems?: ReadonlyMap<string, string>
}

/** The whole answer of `schouw inspect`. The same observations give the same bytes. */
export function inspectionReport(observed: Observed, options: ReportOptions): InspectionReport {
  const found = inventory(observed, options)
  const judged = detections({ observations: observed, inventory: found })
  const unknown = unknownTraffic(observed)
  const published = found.published(judged.list)
  return {
    schema: 'schouw/inspect/1',
    captures: observed.captures.map((capture) => ({
      file: capture.file,
      sha256: options.digests?.get(capture.file) ?? null,
      format: capture.format,
      packets: capture.packets,
      bytes: capture.bytes,
      first: capture.first ?? null,
      last: capture.last ?? null,
      oddities: oddities(capture, options.problems?.get(capture.file)),
    })),
    protocols: sorted(observed.protocols),
    assets: published.assets,
    conversations: published.conversations,
    detections: judged.list,
    unknown: unknown.list,
    coverage: published.coverage,
    left_out: [
      ...observed.leftOut.map(({ what, limit, leftOut: left_out }) => ({ what, limit, left_out })),
      ...published.leftOut,
      ...judged.leftOut,
      ...(unknown.leftOut > 0
        ? [{ what: 'listed_unknown', limit: unknown.list.length, left_out: unknown.leftOut }]
        : []),
    ],
  }
}

function oddities(
  capture: CaptureSummary,
  problem: string | undefined,
): Readonly<Record<string, number>> {
  return sorted(problem === undefined ? capture.oddities : { ...capture.oddities, [problem]: 1 })
}

function sorted<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}
