// SPDX-License-Identifier: EUPL-1.2
import { addDeviceList } from '../device-list/index.ts'
import type { SightingBook } from '../sightings/index.ts'
import type { Columns } from '../table/index.ts'

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

export function addTable(book: SightingBook, fileName: string, bytes: Uint8Array): void {
  const expected = 'a list of NetBox: columns such as Name, IP address, MAC address'
  addDeviceList(book, bytes, { fileName, columns, protocol: 'netbox', expected })
}
