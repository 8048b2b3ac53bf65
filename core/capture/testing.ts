// SPDX-License-Identifier: EUPL-1.2
// For the tests of the engine: runs captures through it.
import type { InspectionOptions } from './inspection.ts'
import { Inspection } from './inspection.ts'
import type { CaptureSummary, Observations } from './observations.ts'

export interface Inspected {
  readonly summary: CaptureSummary
  readonly observations: Observations
}

/** One capture from beginning to end; `pieces` are fed one after the other. */
export function inspected(
  pieces: readonly Uint8Array[],
  options: Partial<InspectionOptions> = {},
): Inspected {
  const inspection = new Inspection({ protocols: [], seed: 1, ...options })
  inspection.open('a.pcap')
  for (const piece of pieces) inspection.feed(piece)
  const summary = inspection.close()
  return { summary, observations: inspection.observations() }
}

/** The bytes in pieces that end at these places. */
export function pieces(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...ends].map((from, index) => bytes.subarray(from, ends[index] ?? bytes.length))
}
