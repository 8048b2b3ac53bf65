// SPDX-License-Identifier: EUPL-1.2
import {
  type Sighted,
  SightingBook,
  type Source,
  sightingLimits,
  wholeOf,
} from '../sightings/index.ts'
import type { Columns } from '../table/index.ts'
import { addDeviceList } from './rows.ts'

/** Columns of the device lists of Defender and Intune; who uses a device is left where it is. */
const columns: Columns = {
  name: ['devicename', 'computerdnsname'],
  serial: ['serialnumber'],
  vendor: ['manufacturer'],
  model: [],
  operating_system: ['osplatform', 'os'],
  os_version: ['osversion', 'osbuild'],
  'dns.name': ['domain'],
  ip: ['deviceips', 'ips', 'ipaddresses', 'lastipaddress'],
  mac: ['macaddresses', 'wifimac', 'ethernetmac', 'macaddress'],
  state: ['healthstatus', 'onboardingstatus', 'compliance'],
  tag: ['tags'],
}

/** A CSV of the devices page of Microsoft Defender or Intune. */
export async function readEndpoints(
  source: Source,
  { fileName = '' }: { readonly fileName?: string } = {},
): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const expected = 'the device list of Defender or Intune: columns such as Device name, OS platform'
  addDeviceList(book, bytes, { fileName, columns, protocol: 'endpoints', expected, hasLists: true })
  return book.sighted()
}
