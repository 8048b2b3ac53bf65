// SPDX-License-Identifier: EUPL-1.2
import type { Batch } from './batch.ts'
import type { Oddities } from './oddities.ts'
import type { TimeSpan } from './times.ts'

/** What a walker reads from and writes to. */
export interface Desk {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly batch: Batch
  readonly oddities: Oddities
  readonly times: TimeSpan
  /** A name that the file itself states for an address (pcapng name resolution). */
  readonly named: (ip: string, name: string) => void
}

/** Why a walker stopped before the end of the bytes. */
export const pause = {
  /** Wants more bytes, or the batch is full. */
  none: 0,
  /** A file header stands here: captures were joined. */
  section: 1,
  /** Nothing after this can be trusted. */
  broken: 2,
  /** Zeros where a record should begin. */
  padding: 3,
} as const
