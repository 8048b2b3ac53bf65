// SPDX-License-Identifier: EUPL-1.2
import { readCsv } from '../csv/index.ts'
import { ipOf, macOf, type SightingBook, type SightingKey } from '../sightings/index.ts'
import { type Columns, plainName } from '../table/index.ts'

/** Columns of the device, interface and address lists as NetBox exports them. */
const columns: Columns = {
  name: ['device', 'devicename', 'virtualmachine'],
  serial: ['serialnumber'],
  asset_tag: [],
  vendor: ['manufacturer'],
  model: ['devicetype', 'type'],
  order_number: ['partnumber'],
  device_type: ['role', 'devicerole'],
  operating_system: ['platform'],
  site: [],
  location: ['rack'],
  state: ['status'],
  ip: ['ipaddress', 'ipv4address', 'ipv6address', 'primaryip', 'address'],
  mac: ['macaddress'],
  vlan: ['untaggedvlan', 'vid'],
  'dns.name': ['dnsname'],
  description: ['comments'],
  tag: ['tags'],
}

const keys = new Map(
  Object.entries(columns).flatMap(([key, names]) =>
    [key, ...names].map((name) => [plainName(name), key] as const),
  ),
)

export function addTable(book: SightingBook, fileName: string, bytes: Uint8Array): void {
  const table = readCsv(fileName, bytes)
  for (const { line, column, expected, found } of table.problems) {
    const where = line === null ? { path: '' } : { row: line, ...columnOf(column) }
    book.problem({ where, code: 'columns-differ', expected, found })
  }
  const places = table.head.map((name) => keys.get(plainName(name)))
  if (!places.some((key) => key === 'name' || key === 'ip' || key === 'mac')) {
    const expected = 'a list of NetBox: columns such as Name, IP address, MAC address'
    const found = table.head.slice(0, 8).join(', ').slice(0, 120)
    book.problem({ where: { row: 1 }, code: 'not-this-format', expected, found })
    return
  }
  for (const { line, cells } of table.rows) {
    book.read += 1
    addRow(book, line, facts(places, cells))
  }
}

const columnOf = (column: number | null) => (column === null ? {} : { column: String(column) })

function facts(places: readonly (string | undefined)[], cells: readonly string[]) {
  const found: Record<string, string[]> = {}
  for (const [at, key] of places.entries()) {
    const cell = cells[at]?.trim() ?? ''
    if (key === undefined || cell === '' || cell === '—') continue
    found[key] = [...(found[key] ?? []), ...(key === 'tag' ? cell.split(',') : [cell])]
  }
  return found
}

function addRow(
  book: SightingBook,
  line: number,
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
  const said = { protocol: 'netbox', where }
  book.card(key, where, true)?.addAll({ mac: macs, ip: ips, ...rest }, said)
}
