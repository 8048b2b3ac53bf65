// SPDX-License-Identifier: EUPL-1.2
import type { Value } from './field.ts'
import type { KindName } from './kind-names.ts'
import type { RecordVersion } from './record.ts'

export interface Found {
  readonly kind: KindName
  readonly version: number
  readonly isRetired: boolean
}

/**
 * What a step asks about the other records of the tenant. Steps are pure, so a caller that must
 * wait for its answers can run a step with what it has, note what was asked in vain, fetch that,
 * and run again until nothing is missing.
 */
export interface Lookup {
  readonly find: (id: string) => Found | undefined
  /** Id of the record of a kind that has exactly these values, null being none; retired ones count. */
  readonly holder: (
    kind: KindName,
    values: Readonly<Record<string, Value | null>>,
  ) => string | undefined
  /**
   * Records of a kind, retired ones left out, that refer to an id through a field; a field of rows
   * is spelled `rows/field`.
   */
  readonly referrers: (kind: KindName, field: string, id: string) => readonly RecordVersion[]
  /** Every appointment, retired ones left out. */
  readonly seats: () => readonly RecordVersion[]
}
