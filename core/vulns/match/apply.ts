// SPDX-License-Identifier: EUPL-1.2
import type { Route } from '../names/identify.ts'
import { compareVersions } from '../versions/compare.ts'
import { isReadable, type RangeReading, type VersionRange } from '../versions/range.ts'
import { isWithinSerial } from '../versions/serial.ts'
import type { Version } from '../versions/version.ts'
import { type StandingReason, standing } from '../versions/within.ts'
import type { AssetReading } from './asset-reader.ts'
import type { Entry } from './entry.ts'

/** Whether an entry holds for an asset it is about. */
export interface Applied {
  readonly is: 'in' | 'out' | 'unclear'
  readonly because: ApplyReason
  /** The entry is about another train, serial number or hardware series than this asset's. */
  readonly isOther?: true
}

export type ApplyReason =
  | StandingReason
  | 'serial_condition'
  | 'serial_missing'
  | 'hardware_condition'
  | 'hardware_missing'
  | 'condition_not_evaluable'
  | 'asset_version_missing'
  | 'asset_version_unreadable'
  | 'range_unreadable'
  | 'entry_contradicts_itself'

/** Serial number, hardware, version, prose: everything but the name has a say. */
export function applied(entry: Entry, reading: AssetReading, route: Route): Applied {
  const kinds = [
    bySerialInName(entry, reading),
    byHardware(entry, reading),
    route === 'order_number' ? undefined : byTrain(entry, reading),
    entry.within === undefined ? undefined : byRange(entry, entry.within, reading),
  ]
  const other = kinds.find((one) => one?.is === 'out')
  if (other !== undefined) return { ...other, isOther: true }
  const checks = [
    ...kinds,
    byBothRanges(entry, reading),
    ...[...entry.conditions, ...entry.name.conditions].map(() => notEvaluable),
  ].filter((one) => one !== undefined)
  return (
    checks.find(({ is }) => is === 'out') ??
    checks.find(({ is }) => is === 'unclear') ??
    checks.findLast(({ is }) => is === 'in') ?? { is: 'in', because: 'all_versions' }
  )
}

const notEvaluable: Applied = { is: 'unclear', because: 'condition_not_evaluable' }

function bySerialInName({ name }: Entry, { asset }: AssetReading): Applied | undefined {
  return name.serial === undefined ? undefined : bySerial(name.serial, asset.serialNumber)
}

function bySerial(bound: Parameters<typeof isWithinSerial>[1], serial: string): Applied {
  const isWithin = serial === '' ? undefined : isWithinSerial(serial, bound)
  if (isWithin === undefined) return { is: 'unclear', because: 'serial_missing' }
  return { is: isWithin ? 'in' : 'out', because: 'serial_condition' }
}

function byHardware(
  { name, range }: Entry,
  { asset, name: own }: AssetReading,
): Applied | undefined {
  const revision = isReadable(range) ? range.hardware : undefined
  if (revision !== undefined) {
    if (asset.hardwareRevision === '') return { is: 'unclear', because: 'hardware_missing' }
    const isSame = asset.hardwareRevision.toUpperCase() === revision
    return { is: isSame ? 'in' : 'out', because: 'hardware_condition' }
  }
  if (name.hardwareSeries.length === 0) return undefined
  const series = (asset.hardwareSeries || own.hardwareSeries || '')
    .toUpperCase()
    .replace('SERIES', '')
    .trim()
  if (series === '') return { is: 'unclear', because: 'hardware_missing' }
  return { is: name.hardwareSeries.includes(series) ? 'in' : 'out', because: 'hardware_condition' }
}

/** The version the inventory gives, or the train in its name where it gives none. */
function versionFor({ version, name }: AssetReading): Version | undefined {
  return version ?? name.train
}

function byTrain({ name }: Entry, reading: AssetReading): Applied | undefined {
  const { train } = name
  if (train === undefined) return undefined
  const version = versionFor(reading)
  if (version === undefined) return { is: 'unclear', because: 'asset_version_missing' }
  const end = { number: Number.MAX_SAFE_INTEGER, text: 'x' }
  const range: VersionRange = {
    ...empty,
    ...(train.reach === 'within' && { trains: [train.version] }),
    ...(train.reach === 'from' && {
      intervals: [{ from: { version: train.version, isIncluded: true } }],
    }),
    ...(train.reach === 'up_to' && {
      intervals: [
        {
          to: {
            version: { ...train.version, main: [...train.version.main, end] },
            isIncluded: true,
          },
        },
      ],
    }),
  }
  const found = standing(range, version)
  // "RUGGEDCOM RS900 V5.X" with version 1.0: the inventory is at odds with itself.
  const isAtOdds =
    found.is === 'out' &&
    reading.name.train !== undefined &&
    standing(range, reading.name.train).is === 'in'
  if (isAtOdds) return { is: 'unclear', because: 'asset_version_unreadable' }
  // Beside an order number V2 may be the hardware: CP 1242-7 V2 runs firmware 3.
  const mayBeHardware = found.is === 'out' && name.orders.length > 0
  return mayBeHardware ? { is: 'unclear', because: 'hardware_missing' } : found
}

const empty: VersionRange = {
  text: '',
  isAll: false,
  intervals: [],
  fixes: [],
  listed: [],
  trains: [],
  excluded: [],
}

function byBothRanges(entry: Entry, reading: AssetReading): Applied {
  const first = byRange(entry, entry.range, reading)
  if (entry.second === undefined || first.because === 'asset_version_missing') return first
  const second = byRange(entry, entry.second, reading)
  if (second.is === first.is || second.is === 'unclear') return first
  const isOpen = first.is === 'unclear' && first.because !== 'range_unreadable'
  if (isOpen && second.is === 'out') return first
  // "12.2" in the path and "12.2.*" in the text: the text only says it in full.
  const isFuller = isReadable(entry.second) && entry.second.trains.length > 0
  if (isFuller || first.because === 'range_unreadable') return second
  return { is: 'unclear', because: 'entry_contradicts_itself' }
}

function byRange(entry: Entry, range: RangeReading, reading: AssetReading): Applied {
  const { asset } = reading
  if (!isReadable(range)) return { is: 'unclear', because: 'range_unreadable' }
  if (range.serial !== undefined) return bySerial(range.serial, asset.serialNumber)
  if (range.isAll && range.condition === undefined && range.excluded.length === 0) {
    return { is: 'in', because: 'all_versions' }
  }
  if (range.isAll && range.condition !== undefined) return notEvaluable
  const version = versionFor(reading)
  if (version === undefined) {
    const because = asset.version === '' ? 'asset_version_missing' : 'asset_version_unreadable'
    return { is: 'unclear', because }
  }
  if (!isOfSubject(range, version)) return { is: 'unclear', because: 'asset_version_missing' }
  const found = standing(range, version)
  const { condition } = range
  // A condition narrows, unless it is itself about versions.
  const isOpen = condition !== undefined && (found.is === 'in' || isAboutVersions(condition))
  if (isOpen) return notEvaluable
  return onlyOneVersionNamed(entry, range, version) ? laterThanNamed : found
}

const laterThanNamed: Applied = { is: 'unclear', because: 'version_not_enumerated' }

function isAboutVersions(condition: string): boolean {
  return (
    /\d\.\d|\d{3}/.test(condition) && !/^(?:with|in connection|only|running)\b/i.test(condition)
  )
}

/**
 * A range of BIOS versions says nothing of a version of something else; where the inventory does
 * not say what its version is of, one of the same shape is taken to be of the same thing.
 */
function isOfSubject({ subject, intervals }: VersionRange, version: Version): boolean {
  if (version.subject === subject) return true
  if (subject === undefined && version.subject === undefined) return true
  if (subject !== undefined && version.subject !== undefined) return false
  if (version.subject === 'bsp') return true
  const bound = intervals[0]?.to ?? intervals[0]?.from
  return bound !== undefined && bound.version.main.length === version.main.length
}

/**
 * A single version in a document that names no other for the product often means "from this one
 * on, until the fix": later versions are not cleared by it.
 */
function onlyOneVersionNamed(entry: Entry, range: VersionRange, version: Version): boolean {
  const [named] = range.listed
  if (!entry.isSingleVersion || named === undefined || range.listed.length > 1) return false
  return compareVersions(version, named).order > 0
}
