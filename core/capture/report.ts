// SPDX-License-Identifier: EUPL-1.2

import { detections } from './detections/index.ts'
import type { InspectionReport } from './inspection-report.ts'
import { type InventoryOptions, inventory } from './inventory/index.ts'
import { inventoryLimits } from './inventory/limits.ts'
import type { CaptureSummary, Observations } from './observations.ts'

export interface ReportOptions extends InventoryOptions {
  /** Lower-case hex by the file's path; a missing one is published as null. */
  readonly digests?: ReadonlyMap<string, string>
  /** What the caller could not read of a file, by its path: kept as an oddity. */
  readonly problems?: ReadonlyMap<string, string>
}

/** The whole answer of `schouw inspect`. The same observations give the same bytes. */
export function inspectionReport(
  observations: Observations,
  options: ReportOptions,
): InspectionReport {
  const found = inventory(observations, options)
  return {
    schema: 'schouw/inspect/1',
    captures: observations.captures.map((capture) => ({
      file: capture.file,
      sha256: options.digests?.get(capture.file) ?? null,
      format: capture.format,
      packets: capture.packets,
      bytes: capture.bytes,
      first: capture.first ?? null,
      last: capture.last ?? null,
      oddities: oddities(capture, options.problems?.get(capture.file)),
    })),
    protocols: sorted(observations.protocols),
    assets: found.assets,
    conversations: found.conversations,
    detections: detections({ observations, inventory: found }),
    coverage: found.coverage,
    left_out: leftOut(observations, found.factsLeftOut),
  }
}

function oddities(
  capture: CaptureSummary,
  problem: string | undefined,
): Readonly<Record<string, number>> {
  return sorted(problem === undefined ? capture.oddities : { ...capture.oddities, [problem]: 1 })
}

function leftOut(observations: Observations, factsLeftOut: number): InspectionReport['left_out'] {
  const list = observations.leftOut.map(({ what, limit, leftOut: count }) => ({
    what,
    limit,
    left_out: count,
  }))
  if (factsLeftOut > 0) {
    const limit = inventoryLimits.factsPerName
    list.push({ what: 'facts_per_asset', limit, left_out: factsLeftOut })
  }
  return list
}

function sorted<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}
