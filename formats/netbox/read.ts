// SPDX-License-Identifier: EUPL-1.2
import {
  type Fields,
  isFields,
  jsonOf,
  list,
  type Sighted,
  SightingBook,
  type Source,
  sightingLimits,
  text,
  wholeOf,
} from '../sightings/index.ts'
import { addDevices, type Inventory } from './devices.ts'
import type { Entry } from './entry.ts'
import { addTable } from './table.ts'

/**
 * What NetBox exports: an answer of its REST API (`{count, results}` or the bare list), several of
 * them in one object by name (`{devices: …, interfaces: …, "ip-addresses": …}`), or the CSV of its
 * lists. Devices come with their cards and addresses wherever the export ties them together.
 */
export async function readNetbox(
  source: Source,
  { fileName = '' }: { readonly fileName?: string } = {},
): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const isJson = /^[\s\uFEFF\u00ef\u00bb\u00bf]*[[{]/.test(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  )
  if (!isJson) {
    addTable(book, fileName, bytes)
    return book.sighted()
  }
  const read = jsonOf(bytes)
  if (read.problem !== undefined) {
    book.problem(read.problem)
    return book.sighted()
  }
  const inventory = inventoryOf(read.value)
  const rows = Object.values(inventory).reduce((sum, one) => sum + one.length, 0)
  if (rows === 0) {
    const expected = 'devices, interfaces or ip-addresses of NetBox'
    const found = 'none of them'
    book.problem({ where: { path: '' }, code: 'not-this-format', expected, found })
    return book.sighted()
  }
  addDevices(book, inventory)
  return book.sighted()
}

const names: Readonly<Record<string, keyof Inventory>> = {
  devices: 'devices',
  interfaces: 'interfaces',
  ip_addresses: 'addresses',
  ipaddresses: 'addresses',
  virtual_machines: 'machines',
  virtualmachines: 'machines',
  sites: 'sites',
  vlans: 'vlans',
}

function inventoryOf(value: unknown): Inventory {
  const inventory: { -readonly [Name in keyof Inventory]: Entry[] } = {
    devices: [],
    interfaces: [],
    addresses: [],
    machines: [],
    sites: [],
    vlans: [],
  }
  const add = (given: unknown, path: string, name?: keyof Inventory) => {
    const rows = Array.isArray(given) ? given : list(given, 'results')
    const below = Array.isArray(given) ? path : `${path}/results`
    for (const [at, row] of rows.entries()) {
      if (!isFields(row)) continue
      const kind = name ?? kindOf(row)
      if (kind !== undefined) inventory[kind].push({ row, path: `${below}/${at}` })
    }
  }
  add(value, '')
  if (isFields(value)) {
    for (const [key, part] of Object.entries(value)) {
      const plain = key.toLowerCase().replaceAll(/[^a-z]+/g, '_')
      const last = plain.split('_').slice(-2).join('_')
      const name = names[plain] ?? names[last] ?? names[last.split('_').at(-1) ?? '']
      if (name !== undefined && key !== 'results') add(part, `/${key}`, name)
    }
  }
  return inventory
}

/** Rows of the API say in their `url` what they are; else by what only one kind has. */
function kindOf(row: Fields): keyof Inventory | undefined {
  const url = text(row, 'url') ?? ''
  const part = /\/api\/[a-z]+\/([a-z-]+)\//.exec(url)?.[1]?.replaceAll('-', '_')
  const byUrl = part === undefined ? undefined : names[part]
  if (byUrl !== undefined) return byUrl
  if ('device_type' in row) return 'devices'
  if ('vcpus' in row) return 'machines'
  if ('address' in row && 'assigned_object_type' in row) return 'addresses'
  if ('device' in row && 'mac_address' in row) return 'interfaces'
  return 'vid' in row ? 'vlans' : undefined
}
