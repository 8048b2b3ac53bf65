// SPDX-License-Identifier: EUPL-1.2
/** Valid records of any kind, and values that a field must refuse, both from the declaration alone. */
import fc from 'fast-check'
import type { Field, ScalarField, Values } from '../field.ts'
import type { Format } from '../formats.ts'
import type { RecordKind } from '../kind.ts'
import type { KindName } from '../kind-names.ts'
import type { Lookup } from '../lookup.ts'
import type { RecordVersion } from '../record.ts'

const samples: Readonly<Record<Format, readonly string[]>> = {
  email: ['a@b.example', 'jan.de-vries+nis2@fabriek.example'],
  phone: ['+31 20 123 45 67', '112', '(020) 1234567'],
  country: ['NL', 'DE'],
  language: ['nl', 'en-GB'],
  time_zone: ['Europe/Amsterdam', 'UTC', 'America/Argentina/Ushuaia'],
  time: ['00:00', '23:59', '07:30'],
  nace: ['28', '28.29', '26.1'],
  requirement: ['A1', 'J8', 'C4'],
  url: ['https://fabriek.example/a?b=c', 'http://x.example'],
  purl: ['pkg:npm/%40scope/name@1.2.3', 'pkg:generic/openssl@3.0.1'],
  cpe: ['cpe:2.3:h:siemens:s7-1500:-:*:*:*:*:*:*:*', 'cpe:2.3:a:v\\:x:p:1.0:*:*:*:*:*:*:*'],
  lei: ['724500PMK2A2M1SQQ228'],
  media_type: ['application/pdf', 'image/svg+xml'],
  service: ['tcp/102', 'udp/161-162', 's7comm', 'any'],
}

/** Ids of a test tell their kind: `asset--3`. */
export function testId(kind: KindName, number: number): string {
  return `${kind}--${number}`
}

function line(max: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: Math.min(max, 12) })
    .map((text) =>
      text
        .normalize('NFC')
        .replaceAll(/\p{C}|\u2028|\u2029/gu, '')
        .trim()
        .slice(0, max),
    )
    .map((text) => (text.isWellFormed() ? text.trim() : ''))
    .map((text) => (text === '' ? 'é' : text))
}

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((digits) => digits.join(''))

function decimal(decimals: number, min: number, max: number): fc.Arbitrary<string> {
  const scale = 10 ** decimals
  const low = Math.max(min * scale, -1e12)
  return fc
    .integer({ min: Math.ceil(low / scale), max: Math.floor(Math.min(max, 1e9)) - 1 })
    .chain((whole) => fc.nat(scale - 1).map((part) => [whole, part] as const))
    .map(([whole, part]) => {
      const fraction = String(part).padStart(decimals, '0').replace(/0+$/, '')
      return fraction === '' || whole < 0 ? String(whole) : `${whole}.${fraction}`
    })
}

const day = fc.date({
  min: new Date('1900-01-02T00:00:00Z'),
  max: new Date('2199-12-30T00:00:00Z'),
  noInvalidDate: true,
})

function one(field: ScalarField): fc.Arbitrary<string | number | boolean> {
  switch (field.type) {
    case 'text':
      return field.format === undefined
        ? line(field.max)
        : fc.constantFrom(...samples[field.format])
    case 'long_text':
      return fc.tuple(line(20), line(20)).map((lines) => lines.join('\n'))
    case 'whole':
      return fc.integer({ min: field.min, max: Math.min(field.max, 2 ** 31) })
    case 'euro':
      return fc.integer({ min: field.min ?? 0, max: 10_000_000 })
    case 'decimal':
      return decimal(field.decimals, field.min, field.max)
    case 'percent':
      return decimal(2, 0, 100)
    case 'hours':
      return decimal(2, 0, 9_000)
    case 'date':
      return day.map((date) => date.toISOString().slice(0, 10))
    case 'instant':
      return day.map((date) => date.toISOString())
    case 'yes_no':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...field.options)
    case 'reference':
      return fc
        .tuple(fc.constantFrom(...field.to), fc.integer({ min: 1, max: 9 }))
        .map(([kind, number]) => testId(kind, number))
    case 'digest':
      return hex(64)
    case 'ip':
      return fc.oneof(fc.ipV4(), fc.constantFrom('fe80::1', '2001:db8::', '::'))
    case 'mac':
      return hex(12).map((digits) => digits.replaceAll(/(..)(?!$)/g, '$1:'))
    case 'cidr':
      return fc.constantFrom('10.0.0.0/8', '192.168.4.0/24', 'fd00::/8', '0.0.0.0/0', '10.1.2.3/32')
  }
}

/** A value in canonical spelling. */
export function fieldValue(field: Field): fc.Arbitrary<unknown> {
  if (field.type === 'rows') {
    const names = Object.keys(field.fields)
    const cells = Object.fromEntries(names.map((name) => [name, fieldValue(field.fields[name]!)]))
    const requiredKeys = names.filter((name) => field.fields[name]!.required === true)
    return fc.array(
      fc
        .record(cells, { requiredKeys, noNullPrototype: true })
        .filter((row) => Object.keys(row).length > 0),
      { minLength: field.required === true ? 1 : 0, maxLength: Math.min(field.maxRows ?? 3, 3) },
    )
  }
  if (!('many' in field) || field.many !== true) return one(field)
  return fc.uniqueArray(one(field), {
    minLength: field.required === true ? 1 : 0,
    maxLength: Math.min(field.maxItems ?? 4, 4),
  })
}

/** Values that every rule of the kind accepts, in canonical spelling and in order of declaration. */
export function kindValues(kind: RecordKind): fc.Arbitrary<Values> {
  const names = Object.keys(kind.fields)
  const cells = Object.fromEntries(names.map((name) => [name, fieldValue(kind.fields[name]!)]))
  const requiredKeys = names.filter((name) => kind.fields[name]!.required === true)
  return fc
    .tuple(fc.record(cells, { requiredKeys, noNullPrototype: true }), fc.nat(9))
    .map(([values, turn]) => settled(kind, values as Values, turn))
}

/** What only the other records of a body can bear out. */
const ofOthers: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  meeting: ['proxies', 'has_quorum'],
  vote: ['on_behalf_of'],
}

/** Lines that only whoever owns a process, or answers for all of them, may write. */
const words: readonly unknown[] = ['restart_accepted', 'restart_released']

function settled(kind: RecordKind, drawn: Values, turn: number): Values {
  const values: Record<string, Values[string]> = { ...drawn }
  const isRequired = (name: string) => kind.fields[name]?.required === true
  if (kind.name === 'incident-log-entry' && words.includes(values['type']))
    values['type'] = 'action'
  for (const names of kind.either) {
    const chosen = names[turn % names.length]!
    for (const name of names) if (name !== chosen) delete values[name]
    if (values[chosen] === undefined)
      values[chosen] = fc.sample(fieldValue(kind.fields[chosen]!), 1)[0] as never
  }
  // Dropping or levelling one end may touch another pair: a few rounds settle every chain.
  for (let round = 0; round < kind.order.length + 1; round += 1) {
    for (const [first, last] of kind.order) {
      const [low, high] = [values[first], values[last]]
      if (low === undefined || high === undefined || amount(low) <= amount(high)) continue
      if (!isRequired(last)) delete values[last]
      else if (!isRequired(first)) delete values[first]
      else values[last] = low
    }
  }
  return Object.fromEntries(
    Object.keys(kind.fields).flatMap((name) =>
      values[name] === undefined || ofOthers[kind.name]?.includes(name) === true
        ? []
        : [[name, values[name]]],
    ),
  )
}

function amount(value: Values[string]): number {
  return Number.isNaN(Number(value)) ? Date.parse(String(value)) : Number(value)
}

/** Values of which each must be refused, whatever else the record holds. */
export function badFieldValues(field: Field): readonly unknown[] {
  const others = [{}, { $: 1 }, '\ud800', 'a\u0000b', '']
  if (field.type === 'rows') {
    const [name] = Object.keys(field.fields)
    return [...others, 1, [1], [[]], [{}], [{ strange: 1 }], [{ [name!]: {} }]]
  }
  const many = 'many' in field && field.many === true
  const bad = [...others, ...badOnes(field)]
  return many ? [...bad, ...bad.map((value) => [value]), [null]] : [...bad, []]
}

function badOnes(field: ScalarField): readonly unknown[] {
  switch (field.type) {
    case 'text':
      return [
        1,
        'x'.repeat(field.max + 1),
        'a\nb',
        ' ',
        ...(field.format ? ['@ @', '\u00e9\u00e9'] : []),
      ]
    case 'long_text':
      return [true, 'x'.repeat(20_001), '\u0007']
    case 'whole':
      return [field.min - 1, field.max + 1, field.min + 0.5, String(field.min), Number.NaN]
    case 'euro':
      return [(field.min ?? 0) - 1, 0.5, '1', 2 ** 53, Number.POSITIVE_INFINITY]
    case 'decimal':
      return badDecimals(field.decimals, field.max)
    case 'percent':
      return [...badDecimals(2, 100), 100.01, -0.01]
    case 'hours':
      return [...badDecimals(2, 10_000_000), -1]
    case 'date':
      return [
        '2026-02-30',
        '1899-12-31',
        '2200-01-01',
        '2026-1-1',
        '2026-01-01T00:00:00Z',
        20260101,
      ]
    case 'instant':
      return [
        '2026-01-01',
        '2026-02-30T10:00:00Z',
        '2026-01-01T10:00:00',
        '2026-01-01T24:00:00Z',
        0,
      ]
    case 'yes_no':
      return ['yes', 0, 'true']
    case 'choice':
      return ['no such option', 1, 'constructor', '__proto__']
    case 'reference':
      return ['With Capitals', 1, 'x'.repeat(65), '../a']
    case 'digest':
      return ['a'.repeat(63), 'A'.repeat(64), 'g'.repeat(64), 1]
    case 'ip':
      return ['10.0.0.256', '010.0.0.1', ':::', '1::2::3', '10.0.0.0/8', 1]
    case 'mac':
      return ['00:11:22:33:44', '00:11:22:33:44:5g', '00-11:22-33:44-55', 1]
    case 'cidr':
      return ['10.0.0.1/8', '10.0.0.0/33', '::/129', '10.0.0.0/08', '10.0.0.0/8/8', 1]
  }
}

function badDecimals(decimals: number, max: number): readonly unknown[] {
  const long = `0.${'1'.repeat(decimals + 1)}`
  return ['1e3', '+1', '01', '.5', '1.', '1,5', Number.NaN, 1e21, long, String(max + 1), true]
}

/** Everything referred to is there; nobody else has a key; nothing refers to anything. */
export const open: Lookup = {
  find: (id) => {
    const [kind] = id.split('--')
    return id.includes('--') ? { kind: kind as KindName, version: 1, isRetired: false } : undefined
  },
  holder: () => undefined,
  referrers: () => [],
  seats: () => [],
}

/** A look-up over records held in memory; ids of other tests are there as in `open`. */
export function over(all: readonly RecordVersion[]): Lookup {
  return {
    find: (id) => {
      const found = all.find((one) => one.id === id)
      return found === undefined
        ? open.find(id)
        : { kind: found.kind, version: found.version, isRetired: found.retired !== null }
    },
    holder: (kind, values) =>
      all.find(
        (one) =>
          one.kind === kind &&
          Object.entries(values).every(
            ([name, value]) => JSON.stringify(one.values[name] ?? null) === JSON.stringify(value),
          ),
      )?.id,
    referrers: (kind, path, id) => {
      const [name, inner] = path.split('/') as [string, string?]
      return all.filter((one) => {
        const value = one.values[name] as unknown
        const cells =
          inner === undefined
            ? [value]
            : ((value ?? []) as Record<string, unknown>[]).map((row) => row[inner])
        return one.kind === kind && one.retired === null && cells.flat().includes(id)
      })
    },
    seats: () => all.filter((one) => one.kind === 'appointment' && one.retired === null),
  }
}
