// SPDX-License-Identifier: EUPL-1.2
import type { InspectionReport, mirrorSigns } from '@schouw/core/capture'

export type MirrorSign = ReturnType<typeof mirrorSigns>[number]

/** What is asked of the thread that reads. */
export interface Asked {
  readonly files: readonly File[]
  readonly siteRanges: readonly string[]
  /** The compiled register of card makers; null when it could not be fetched. */
  readonly makers: Uint8Array | null
}

/** A file that could not be read, or not to its end. */
export interface Trouble {
  readonly file: string
  readonly code: string
  /** Where in the file, and what stood there. */
  readonly offset?: number
  readonly found?: string
}

export interface Inspected {
  /** False when no card could be given a maker. */
  readonly hasMakers: boolean
  readonly report: InspectionReport
  readonly signs: readonly MirrorSign[]
  readonly troubles: readonly Trouble[]
}

/** What it says while it reads and when it is done. */
export type Told =
  | {
      readonly tell: 'progress'
      readonly file: string
      /** Of all files together. */
      readonly bytes: number
      readonly packets: number
    }
  | { readonly tell: 'adding-up' }
  | { readonly tell: 'done'; readonly inspected: Inspected }
  | { readonly tell: 'fault'; readonly message: string }
