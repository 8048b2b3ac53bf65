// SPDX-License-Identifier: EUPL-1.2
import { setFlagsFromString } from 'node:v8'
import type { Source } from './sources.ts'

// Below this the last compiler of V8 takes more processor time than it saves: a third of all time
// at 20 MB, even at 300 MB.
const shortWorkBytes = 250_000_000
/** Captures pack about so. */
const usualPacking = 5

/**
 * Leaves the last compiler out for short work, and takes it back in for long. The other tiers
 * stay; what it decides on is read anew at every decision, so that it may change while running.
 */
export function measureEffort(sources: readonly Source[]): void {
  let bytes = 0
  for (const { name, sizeBytes } of sources) {
    bytes += /\.(gz|zst)$/i.test(name) ? sizeBytes * usualPacking : sizeBytes
  }
  setFlagsFromString(bytes < shortWorkBytes ? '--no-turbofan' : '--turbofan')
}
