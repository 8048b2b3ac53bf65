// SPDX-License-Identifier: EUPL-1.2
import {
  type Fields,
  ipOf,
  list,
  macOf,
  member,
  type SightingBook,
  type SightingKey,
  text,
} from '../sightings/index.ts'
import type { Entry } from './entry.ts'

export interface Inventory {
  readonly devices: readonly Entry[]
  readonly interfaces: readonly Entry[]
  readonly addresses: readonly Entry[]
  readonly machines: readonly Entry[]
  readonly sites: readonly Entry[]
  readonly vlans: readonly Entry[]
}

interface Links {
  readonly macs: Map<string, string[]>
  readonly ips: Map<string, string[]>
  readonly vlans: Map<string, string[]>
}

/** Devices and machines with the cards and addresses that other rows tie to them. */
export function addDevices(book: SightingBook, inventory: Inventory): void {
  const links = linksOf(book, inventory)
  for (const entry of inventory.devices) addDevice(book, entry, 'device', links)
  for (const entry of inventory.machines) addDevice(book, entry, 'machine', links)
}

function addDevice(
  book: SightingBook,
  { row, path }: Entry,
  nature: 'device' | 'machine',
  links: Links,
): void {
  book.read += 1
  const where = { path }
  const id = `${nature} ${text(row, 'id') ?? text(row, 'name') ?? path}`
  const macs = links.macs.get(id) ?? []
  const own = ['primary_ip', 'primary_ip4', 'primary_ip6', 'oob_ip']
  const stated = own.flatMap((name) => ipOf(text(row, name, 'address') ?? text(row, name)) ?? [])
  const ips = [...new Set([...stated, ...(links.ips.get(id) ?? [])])]
  const name = text(row, 'name') ?? text(row, 'display')
  const serial = text(row, 'serial')
  const key: SightingKey = {
    ...(macs[0] === undefined ? {} : { mac: macs[0] }),
    ...(ips[0] === undefined ? {} : { ip: ips[0] }),
    ...(name === undefined ? {} : { name }),
    ...(serial === undefined ? {} : { serial }),
  }
  const sheet = book.card(key, where, true)
  if (sheet === null) {
    const expected = 'a device with a name, a card or an address'
    book.problem({ where, code: 'field-refused', expected, found: 'none of these' })
    return
  }
  const state = text(row, 'status', 'value') ?? text(row, 'status')
  sheet.addAll(
    {
      mac: macs,
      ip: ips,
      vlan: links.vlans.get(id) ?? [],
      name,
      serial,
      vendor: named(member(row, 'device_type', 'manufacturer')),
      model: text(row, 'device_type', 'model') ?? named(member(row, 'device_type')),
      order_number: text(row, 'device_type', 'part_number'),
      device_type: named(member(row, 'role') ?? member(row, 'device_role')),
      operating_system: named(member(row, 'platform')),
      site: text(row, 'site', 'slug') ?? named(member(row, 'site')),
      'site.name': named(member(row, 'site')),
      location: [named(member(row, 'location')), named(member(row, 'rack'))]
        .filter((one) => one !== undefined)
        .join(', '),
      asset_tag: text(row, 'asset_tag'),
      state,
      description: text(row, 'description'),
      tag: list(row, 'tags').map(named),
      ...(nature === 'machine' ? { virtual: 'true' } : {}),
    },
    { protocol: 'netbox', where, at: instantOf(row) },
  )
}

/** A nested object is shown by its name; exports with ids alone leave a number. */
function named(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return text(value, 'name') ?? text(value, 'display') ?? text(value, 'slug')
}

function linksOf(book: SightingBook, inventory: Inventory): Links {
  const links: Links = { macs: new Map(), ips: new Map(), vlans: new Map() }
  const holders = new Map<string, string>()
  const add = (map: Map<string, string[]>, id: string, value: string | undefined) => {
    if (value !== undefined) map.set(id, [...(map.get(id) ?? []), value])
  }
  for (const { row, path } of inventory.interfaces) {
    const owner = ownerOf(row)
    if (owner === undefined) continue
    const given = text(row, 'mac_address') ?? text(row, 'primary_mac_address', 'mac_address')
    const mac = macOf(given)
    if (given !== undefined && mac === undefined) {
      const where = { path: `${path}/mac_address` }
      const expected = 'the MAC address of one card'
      book.problem({ where, code: 'field-refused', expected, found: given.slice(0, 60) })
    }
    add(links.macs, owner, mac)
    for (const vlan of [member(row, 'untagged_vlan'), ...list(row, 'tagged_vlans')]) {
      add(links.vlans, owner, text(vlan, 'vid'))
    }
    const id = text(row, 'id')
    if (id !== undefined) holders.set(`${isVirtual(row) ? 'vm' : 'dcim'} ${id}`, owner)
  }
  for (const { row, path } of inventory.addresses) {
    const given = text(row, 'address')
    const ip = ipOf(given)
    if (ip === undefined) {
      const where = { path: `${path}/address` }
      const expected = 'the address of one device'
      book.problem({ where, code: 'field-refused', expected, found: String(given).slice(0, 60) })
      continue
    }
    const owner = ownerOf(member(row, 'assigned_object')) ?? byInterface(row, holders)
    if (owner !== undefined) add(links.ips, owner, ip)
    else addFree(book, row, ip, path)
  }
  return links
}

/** An address that belongs to no device is still something that somebody wrote down. */
function addFree(book: SightingBook, row: Fields, ip: string, path: string): void {
  const state = text(row, 'status', 'value') ?? text(row, 'status')
  book
    .card({ ip }, { path }, true)
    ?.addAll(
      { ip, 'dns.name': text(row, 'dns_name'), description: text(row, 'description'), state },
      { protocol: 'netbox', where: { path } },
    )
}

function byInterface(row: Fields, holders: ReadonlyMap<string, string>): string | undefined {
  const id = text(row, 'assigned_object_id')
  const isVm = (text(row, 'assigned_object_type') ?? '').startsWith('virtualization')
  return id === undefined ? undefined : holders.get(`${isVm ? 'vm' : 'dcim'} ${id}`)
}

const isVirtual = (row: unknown) => member(row, 'virtual_machine') !== undefined

function ownerOf(row: unknown): string | undefined {
  for (const [name, nature] of [
    ['device', 'device'],
    ['virtual_machine', 'machine'],
  ] as const) {
    const owner = member(row, name)
    if (typeof owner === 'number' || typeof owner === 'string') return `${nature} ${owner}`
    const id = text(owner, 'id') ?? text(owner, 'name')
    if (id !== undefined) return `${nature} ${id}`
  }
  return undefined
}

function instantOf(row: Fields): string | undefined {
  const ms = Date.parse(text(row, 'last_updated') ?? '')
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
}
