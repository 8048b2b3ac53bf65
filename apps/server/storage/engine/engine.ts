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
  /**
   * Of the embedded one: its directory as it is on disk between two statements, put elsewhere. Opened
   * there it recovers to the last commit, as after a crash.
   */
  copy?(to: string): Promise<void>
  close(): Promise<void>
}
