// SPDX-License-Identifier: EUPL-1.2
import {
  ipOf,
  macOf,
  type Saying,
  type Sheet,
  type Sighted,
  SightingBook,
  type SightingKey,
  type Source,
  sightingLimits,
} from '../sightings/index.ts'
import { all, attribute, type Element, elementAt, first, readXml } from '../xml/index.ts'
import { hostsOf } from './hosts.ts'
import { scriptFacts } from './scripts.ts'

/**
 * The XML output of nmap, host by host: memory does not grow with the scan, and of a scan that was
 * broken off every whole host is used. Hosts that did not answer are no sightings.
 */
export async function readNmap(source: Source): Promise<Sighted> {
  const book = new SightingBook()
  const onProblem = book.problem.bind(book)
  let document: Readonly<Record<string, string>> = {}
  let isNmap = false
  for await (const piece of hostsOf(source, onProblem)) {
    if (piece.kind === 'head') {
      isNmap = true
      document = piece.attributes
      continue
    }
    if (piece.kind === 'end') {
      if (piece.isWhole) continue
      const expected = 'the end of the scan, </nmaprun>'
      book.problem({
        where: { line: piece.line },
        code: 'truncated',
        expected,
        found: 'the end of the file',
      })
      continue
    }
    book.read += 1
    const read = readXml(piece.text)
    if ('root' in read) addHost(book, read.root, { line: piece.line })
    else {
      const line = piece.line + (read.line ?? 1) - 1
      book.problem({
        where: { line },
        code: read.code,
        expected: 'one host of a scan',
        found: read.found,
      })
    }
  }
  if (!isNmap) {
    const expected = 'XML output of nmap, <nmaprun>'
    const found = 'something else'
    book.problem({ where: { line: 1 }, code: 'not-this-format', expected, found })
  }
  return book.sighted({ document })
}

function addHost(book: SightingBook, host: Element, where: { readonly line: number }): void {
  if (attribute(first(host, 'status'), 'state') === 'down') return
  const addresses = all(host, 'address')
  const ips = addresses.flatMap((one) => ipOf(attribute(one, 'addr')) ?? [])
  const card = addresses.find((one) => attribute(one, 'addrtype') === 'mac')
  const mac = macOf(attribute(card, 'addr'))
  const names = all(elementAt(host, 'hostnames'), 'hostname').flatMap(
    (one) => attribute(one, 'name') ?? [],
  )
  const key: SightingKey = {
    ...(mac === undefined ? {} : { mac }),
    ...(ips[0] === undefined ? {} : { ip: ips[0] }),
    ...(names[0] === undefined ? {} : { name: names[0] }),
  }
  const at = instant(attribute(host, 'endtime') ?? attribute(host, 'starttime'))
  const sheet = book.card(key, where)
  if (sheet === null) {
    const expected = 'a host with an address'
    book.problem({ where, code: 'field-refused', expected, found: 'no address of one device' })
    return
  }
  const said: Saying = { protocol: 'nmap', where, at }
  sheet.addAll({ mac, ip: ips }, said)
  sheet.add('oui.vendor', attribute(card, 'vendor'), { ...said, protocol: 'oui' })
  for (const one of all(elementAt(host, 'hostnames'), 'hostname')) {
    const isAsked = attribute(one, 'type') === 'PTR'
    sheet.add(isAsked ? 'dns.name' : 'hostname', attribute(one, 'name'), said)
  }
  for (const port of all(first(host, 'ports'), 'port')) addPort(sheet, port, said)
  addSystem(sheet, first(host, 'os'), said)
  for (const script of all(first(host, 'hostscript'), 'script')) addScript(sheet, script, said)
}

function addPort(sheet: Sheet, port: Element, said: Saying): void {
  const state = attribute(first(port, 'state'), 'state')
  if (state !== 'open') return
  const number = attribute(port, 'portid')
  const transport = attribute(port, 'protocol')
  if (!/^\d{1,5}$/.test(number ?? '') || !/^(tcp|udp|sctp)$/.test(transport ?? '')) return
  const name = `${transport}/${number}`
  sheet.add('service', name, said)
  const service = first(port, 'service')
  // By port alone nmap looks the name up in a table.
  const isProbed = attribute(service, 'method') === 'probed'
  const by: Saying = isProbed ? said : { ...said, protocol: 'nmap guess' }
  const product = [attribute(service, 'product'), attribute(service, 'version')]
    .filter((part) => part !== undefined)
    .join(' ')
  sheet.addAll({ protocol: attribute(service, 'name') }, by)
  if (product !== '') sheet.add('software', `${name} ${product}`, by)
  sheet.addAll(
    {
      hostname: attribute(service, 'hostname'),
      'service.extra': attribute(service, 'extrainfo'),
      device_type: attribute(service, 'devicetype'),
      cpe: all(service, 'cpe').map(({ text }) => text),
    },
    by,
  )
  sheet.add('operating_system', attribute(service, 'ostype'), { ...by, protocol: 'nmap guess' })
  for (const script of all(port, 'script')) addScript(sheet, script, said)
}

/** A guess is kept with how sure nmap is of it; below this it says next to nothing. */
const leastAccuracy = 85
const certain = 100

function addSystem(sheet: Sheet, os: Element | undefined, said: Saying): void {
  for (const match of all(os, 'osmatch')) {
    const accuracy = Number(attribute(match, 'accuracy') ?? 0)
    if (!(accuracy >= leastAccuracy)) continue
    const by = { ...said, protocol: accuracy === certain ? 'nmap' : 'nmap guess' }
    const name = attribute(match, 'name')
    if (name !== undefined) sheet.add('os.match', `${name} (${accuracy} %)`, by)
    if (accuracy === certain) sheet.add('operating_system', name, by)
    for (const family of all(match, 'osclass')) {
      sheet.addAll({ cpe: all(family, 'cpe').map(({ text }) => text) }, by)
      if (accuracy === certain) sheet.add('device_type', attribute(family, 'type'), by)
    }
  }
}

function addScript(sheet: Sheet, script: Element, said: Saying): void {
  const id = attribute(script, 'id')
  if (id === undefined) return
  for (const { name, value, protocol } of scriptFacts(id, script)) {
    sheet.add(name, value, { ...said, protocol })
  }
  const output = attribute(script, 'output')
  if (output !== undefined && output.length <= sightingLimits.valueCharacters) {
    sheet.add(`script.${id}`, output, said)
  }
}

function instant(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined
  return new Date(Number(seconds) * 1000).toISOString()
}
