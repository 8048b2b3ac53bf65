// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg'

type Parse = (text: string) => unknown

/** What a session must be told for the texts below to come out alike everywhere. */
export const sessionSettings = [
  'set timezone to utc',
  'set datestyle to iso',
  'set intervalstyle to iso_8601',
  'set bytea_output to hex',
  'set search_path to schouw',
].join(';')

const same: Parse = (text) => text
const parseBytes: Parse = pg.types.getTypeParser(17)

/** Counts, sizes and indexes of ours stay below 2^53; what does not is no number of ours. */
const whole: Parse = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not counted exactly`)
  return value
}

/** `2026-11-21 21:17:30.314159+00` as the instant the core writes, cut to the millisecond. */
const instant: Parse = (text) => {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (found === null) throw new RangeError(`${text} is not an instant`)
  const [, date, time, fraction = ''] = found
  return `${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

type Item = string | null | readonly Item[]
// The published types know numbers of single values only; 1009 is `text[]`.
const readerOf = pg.types.getTypeParser as (oid: number) => (text: string) => Item
const parseTexts = readerOf(1009)

function list(parse: Parse): Parse {
  const each = (item: Item): unknown =>
    item === null ? null : typeof item === 'string' ? parse(item) : item.map(each)
  return (text) => each(parseTexts(text))
}

// Object identifiers of pg_type.dat; the second of a pair is the list of the first.
const scalars: readonly (readonly [number, number, Parse])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, parseBytes], // bytea
  [20, 1016, whole], // int8
  [21, 1005, whole], // int2
  [23, 1007, whole], // int4
  [25, 1009, same], // text
  [26, 1028, whole], // oid
  [114, 199, JSON.parse], // json
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1043, 1015, same], // varchar
  [1082, 1182, same], // date: a day has no zone
  [1184, 1185, instant], // timestamptz
  [1186, 1187, same], // interval: ISO 8601
  [1700, 1231, same], // numeric: keeps its digits
  [2950, 2951, same], // uuid
  [3802, 3807, JSON.parse], // jsonb
]

const parsers = new Map<number, Parse>(
  scalars.flatMap(([scalar, many, parse]) => [
    [scalar, parse],
    [many, list(parse)],
  ]),
)

/** The same JavaScript values from both engines; types not listed stay text. */
export const types = {
  getTypeParser: (oid: number) => parsers.get(oid) ?? same,
} as pg.CustomTypesConfig
