// SPDX-License-Identifier: EUPL-1.2
import { documentLimits } from '@schouw/formats/csaf'

/** What one round takes at most; the rest comes with the next. */
export interface Bounds {
  readonly documents: number
  readonly allBytes: number
  readonly documentBytes: number
  /** Of metadata and lists. */
  readonly listBytes: number
  /** Of a digest or a signature. */
  readonly sideBytes: number
  /** Of a public key with what others have signed on it. */
  readonly keyBytes: number
  /** For one file, from the first packet to the last byte. */
  readonly timeMs: number
}

export const usualBounds: Bounds = {
  documents: 3_000,
  allBytes: documentLimits.archiveBytes / 2,
  documentBytes: documentLimits.documentBytes,
  listBytes: 32 * 1024 * 1024,
  sideBytes: 64 * 1024,
  keyBytes: 1024 * 1024,
  timeMs: 120_000,
}

/** Under which terms anything is asked of the outside. */
export interface Outside {
  readonly isPrivateAllowed: boolean
  readonly signal?: AbortSignal | undefined
  readonly timeMs: number
  readonly bounds: Bounds
}
