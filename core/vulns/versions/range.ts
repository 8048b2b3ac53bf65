// SPDX-License-Identifier: EUPL-1.2
import type { SerialBound } from './serial.ts'
import type { Version } from './version.ts'

export interface Bound {
  readonly version: Version
  readonly isIncluded: boolean
}

/** Between two bounds; a missing one is open. */
export interface Interval {
  readonly from?: Bound
  readonly to?: Bound
}

/** What the text of a range says, as far as it can be read. */
export interface VersionRange {
  readonly text: string
  readonly isAll: boolean
  readonly intervals: readonly Interval[]
  /** One first fixed version for each train: `<V33.017_V34.014`. */
  readonly fixes: readonly Version[]
  /** Single versions. */
  readonly listed: readonly Version[]
  /** All versions that begin like this: `12.4.*`. */
  readonly trains: readonly Version[]
  readonly excluded: readonly Version[]
  /** The range is on the serial number, not on the version. */
  readonly serial?: SerialBound
  /** What the version is of: `bios`. */
  readonly subject?: string
  /** Prose that narrows the range and that no machine can judge from an inventory. */
  readonly condition?: string
  /** The revision index of the hardware the range is limited to. */
  readonly hardware?: string
}

export interface Unreadable {
  readonly text: string
  readonly unreadable: string
}

export type RangeReading = VersionRange | Unreadable

export function isReadable(reading: RangeReading): reading is VersionRange {
  return !('unreadable' in reading)
}

export const allVersions: VersionRange = {
  text: '',
  isAll: true,
  intervals: [],
  fixes: [],
  listed: [],
  trains: [],
  excluded: [],
}
