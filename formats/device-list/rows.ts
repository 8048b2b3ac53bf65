// SPDX-License-Identifier: EUPL-1.2
import { readCsv } from '../csv/index.ts'
import { ipOf, macOf, type SightingBook, type SightingKey } from '../sightings/index.ts'
import { type Columns, plainName } from '../table/index.ts'

export interface DeviceList {
  readonly fileName: string
  /** Name of a fact → how its column may be called. */
  readonly columns: Columns
  readonly protocol: string
  /** What the list should be, for whoever brought another. */
  readonly expected: string
  /** Whether a cell may hold several addresses. */
  readonly hasLists?: boolean
}

export function addDeviceList(book: SightingBook, bytes: Uint8Array, list: DeviceList): void {
  const table = readCsv(list.fileName, bytes)
  for (const { line, column, expected, found } of table.problems) {
    const where = line === null ? { path: '' } : { row: line, ...columnOf(column) }
    book.problem({ where, code: 'columns-differ', expected, found })
  }
  const keys = keysOf(list.columns)
  const places = table.head.map((name) => keys.get(plainName(name)))
  if (!places.some((key) => key === 'name' || key === 'ip' || key === 'mac')) {
    const found = table.head.slice(0, 8).join(', ').slice(0, 120)
    book.problem({
      where: { row: 1 },
      code: 'not-this-format',
      expected: list.expected,
      found,
    })
    return
  }
  for (const { line, cells } of table.rows) {
    book.read += 1
    addRow(book, { line, protocol: list.protocol }, facts(places, cells, list.hasLists === true))
  }
}

function keysOf(columns: Columns): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(columns).flatMap(([key, names]) =>
      [key, ...names].map((name) => [plainName(name), key] as const),
    ),
  )
}

const columnOf = (column: number | null) => (column === null ? {} : { column: String(column) })

function facts(
  places: readonly (string | undefined)[],
  cells: readonly string[],
  hasLists: boolean,
) {
  const found: Record<string, string[]> = {}
  for (const [at, key] of places.entries()) {
    const cell = cells[at]?.trim() ?? ''
    if (key === undefined || cell === '' || cell === '—') continue
    const isAddress = key === 'ip' || key === 'mac'
    const parts =
      key === 'tag' ? cell.split(',') : hasLists && isAddress ? cell.split(/[\s,;|]+/) : [cell]
    found[key] = [...(found[key] ?? []), ...parts]
  }
  return found
}

function addRow(
  book: SightingBook,
  { line, protocol }: { readonly line: number; readonly protocol: string },
  { mac = [], ip = [], ...rest }: Readonly<Record<string, readonly string[]>>,
): void {
  const where = { row: line }
  const macs = mac.flatMap((one) => macOf(one) ?? [])
  const ips = ip.flatMap((one) => ipOf(one) ?? [])
  const refused = [
    ...mac.filter((one) => macOf(one) === undefined),
    ...ip.filter((one) => ipOf(one) === undefined),
  ]
  for (const found of refused) {
    const expected = 'an address of one device'
    book.problem({ where, code: 'field-refused', expected, found: found.slice(0, 60) })
  }
  const [name] = rest['name'] ?? []
  const [serial] = rest['serial'] ?? []
  const key: SightingKey = {
    ...(macs[0] === undefined ? {} : { mac: macs[0] }),
    ...(ips[0] === undefined ? {} : { ip: ips[0] }),
    ...(name === undefined ? {} : { name }),
    ...(serial === undefined ? {} : { serial }),
  }
  book.card(key, where, true)?.addAll({ mac: macs, ip: ips, ...rest }, { protocol, where })
}
