// SPDX-License-Identifier: EUPL-1.2
import type { Fields } from '../sightings/index.ts'

/** A row of an export, with its place in it. */
export interface Entry {
  readonly row: Fields
  readonly path: string
}
