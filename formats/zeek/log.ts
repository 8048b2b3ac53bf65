// SPDX-License-Identifier: EUPL-1.2
import type { SightingBook, Where } from '../sightings/index.ts'
import type { Row } from './row.ts'

/** Where and when a line of a log was written. */
export interface Told {
  readonly where: Where
  readonly at: string | undefined
}

export type Log = (book: SightingBook, row: Row, told: Told) => void
