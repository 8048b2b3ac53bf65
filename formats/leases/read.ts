// SPDX-License-Identifier: EUPL-1.2
import { decodedText } from '../csv/index.ts'
import { addDeviceList } from '../device-list/index.ts'
import {
  ipOf,
  macOf,
  type Sighted,
  SightingBook,
  type Source,
  sightingLimits,
  wholeOf,
} from '../sightings/index.ts'
import type { Columns } from '../table/index.ts'

const columns: Columns = {
  ip: ['ipaddress', 'address', 'clientipaddress'],
  // Of a Windows server the identity of a client is its card, but for the few that choose another.
  mac: ['hwaddr', 'clientid', 'uniqueid'],
  name: ['hostname'],
  description: [],
}

export async function readLeases(
  source: Source,
  { fileName = '' }: { readonly fileName?: string } = {},
): Promise<Sighted> {
  const book = new SightingBook()
  const bytes = await wholeOf(source, sightingLimits.documentBytes, book.problem.bind(book))
  if (bytes === undefined) return book.sighted()
  const text = decodedText(bytes)
  if (/^\s*lease\s+\S+\s*\{/m.test(text)) addIsc(book, text)
  else {
    const expected = 'leases of ISC dhcpd, Kea or a Windows server'
    // What the shell of Windows writes above the head.
    const plain = Buffer.from(text.replace(/^\uFEFF?#TYPE[^\n]*\n/, ''))
    addDeviceList(book, plain, { fileName, columns, protocol: 'dhcp', expected })
  }
  return book.sighted()
}

interface Lease {
  readonly ip: string
  readonly line: number
  mac?: string
  name?: string
  vendorClass?: string
  starts?: string
}

/** The same address comes again with every renewal: the last one is who has it now. */
function addIsc(book: SightingBook, text: string): void {
  let lease: Lease | undefined
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    const [, address] = /^lease\s+(\S+)\s*\{/.exec(line) ?? []
    if (address !== undefined) {
      const ip = ipOf(address)
      book.read += 1
      lease = ip === undefined ? undefined : { ip, line: index + 1 }
      if (ip === undefined) {
        const where = { line: index + 1 }
        book.problem({ where, code: 'field-refused', expected: 'an address', found: address })
      }
    } else if (line.startsWith('}')) {
      if (lease !== undefined) keep(book, lease)
      lease = undefined
    } else if (lease !== undefined) read(lease, line)
  }
  if (lease !== undefined) {
    const where = { line: lease.line }
    book.problem({ where, code: 'truncated', expected: 'the end of a lease', found: lease.ip })
    keep(book, lease)
  }
}

function read(lease: Lease, line: string): void {
  const mac = macOf(/^hardware ethernet (\S+);/.exec(line)?.[1])
  const name = /^client-hostname "([^"]*)";/.exec(line)?.[1]
  const vendorClass = /^set vendor-class-identifier = "([^"]*)";/.exec(line)?.[1]
  const [, day, time] = /^starts \d (\d{4}\/\d\d\/\d\d) (\d\d:\d\d:\d\d);/.exec(line) ?? []
  if (mac !== undefined) lease.mac = mac
  if (name !== undefined) lease.name = name
  if (vendorClass !== undefined) lease.vendorClass = vendorClass
  if (day !== undefined && time !== undefined) {
    lease.starts = `${day.replaceAll('/', '-')}T${time}.000Z`
  }
}

function keep(book: SightingBook, { ip, line, mac, name, vendorClass, starts }: Lease): void {
  const where = { line }
  const key = { ip, ...(mac === undefined ? {} : { mac }), ...(name === undefined ? {} : { name }) }
  const facts = { ip, mac, hostname: name, vendor_class: vendorClass }
  book.card(key, where, true)?.addAll(facts, { protocol: 'dhcp', where, at: starts })
}
