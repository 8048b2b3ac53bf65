// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import type { Gauges } from './gauges.ts'

/** A PostgreSQL to talk to: our own in a thread, or one somewhere else. One client for both. */
export interface Engine {
  readonly name: 'embedded' | 'postgres'
  readonly pool: pg.Pool
  /** Only of the embedded one. */
  readonly gauges?: Gauges
  /** A copy of the embedded data directory as tar and gzip. */
  dump?(): Promise<Uint8Array>
  close(): Promise<void>
}
