// SPDX-License-Identifier: EUPL-1.2
import {
  type Fields,
  ipOf,
  isFields,
  jsonText,
  linesOf,
  list,
  macOf,
  member,
  type Sheet,
  type Sighted,
  SightingBook,
  type Source,
  text,
  type Where,
} from '../sightings/index.ts'

/** The event log of Suricata, one JSON value a line. Read as a stream. */
export async function readEve(source: Source): Promise<Sighted> {
  const book = new SightingBook()
  let isEve = false
  for await (const line of linesOf(source, book.problem.bind(book))) {
    book.read += 1
    const where = { line: line.number }
    const read = jsonText(line.text, where)
    if (read.problem !== undefined) {
      book.problem(read.problem)
      continue
    }
    const event = read.value
    const type = text(event, 'event_type')
    if (!isFields(event) || type === undefined) {
      const expected = 'an event of Suricata, with event_type'
      const found = 'something else'
      book.problem({ where, code: 'not-this-format', expected, found })
      continue
    }
    isEve = true
    addEvent({ book, event, where, at: instantOf(text(event, 'timestamp')) }, type)
  }
  if (!isEve && book.read > 0) {
    const expected = 'an event log of Suricata'
    const found = 'no event in it'
    book.problem({ where: { line: 1 }, code: 'not-this-format', expected, found })
  }
  return book.sighted()
}

interface Told {
  readonly book: SightingBook
  readonly event: Fields
  readonly where: Where
  readonly at: string | undefined
}

/** Beside the address: Suricata says source and destination, also of an answer. */
interface Ends {
  readonly client: Sheet | null
  readonly server: Sheet | null
}

type Handler = (told: Told, ends: Ends) => void

function addEvent(told: Told, type: string): void {
  const { book, event, where } = told
  // What the engine says of itself.
  if (type === 'stats') return
  const sheet = (name: string) => {
    const ip = ipOf(text(event, name))
    return ip === undefined ? null : book.card({ ip }, where)
  }
  const ends = { client: sheet('src_ip'), server: null as Sheet | null }
  const protocol = text(event, 'app_proto')
  const said = saying(told, 'flow')
  ends.client?.add('seen', text(event, 'proto')?.toLowerCase(), said)
  ends.client?.add('vlan', list(event, 'vlan')[0], said)
  if (type === 'flow' || type === 'netflow') {
    flow(told, ends, protocol)
    return
  }
  if (type === 'alert' || type === 'anomaly' || type === 'drop') {
    alert(told, ends, type)
    return
  }
  ends.server = sheet('dest_ip')
  const handler = Object.hasOwn(handlers, type) ? handlers[type] : undefined
  handler?.(told, ends)
}

function saying({ where, at }: Told, protocol: string) {
  return { where, at, protocol }
}

/** The destination is there when it has sent something. */
function flow(told: Told, { client }: Ends, protocol: string | undefined): void {
  const { book, event, where } = told
  const said = saying(told, 'flow')
  for (const mac of list(event, 'ether', 'src_macs')) client?.add('l2.mac', macOf(mac), said)
  client?.add('l2.mac', macOf(text(event, 'ether', 'src_mac')), said)
  const answers = Number(member(event, 'flow', 'pkts_toclient') ?? 0)
  const ip = ipOf(text(event, 'dest_ip'))
  if (!(answers > 0) || ip === undefined) return
  const server = book.card({ ip }, where)
  const transport = text(event, 'proto')?.toLowerCase()
  const port = text(event, 'dest_port')
  const isRefused = transport === 'tcp' && text(event, 'tcp', 'state') === 'closed' && answers < 2
  server?.add('seen', transport, said)
  for (const mac of list(event, 'ether', 'dest_macs')) server?.add('l2.mac', macOf(mac), said)
  if (!isRefused && /^(tcp|udp)$/.test(transport ?? '') && port !== undefined) {
    server?.add('service', `${transport}/${port}`, said)
  }
  if (protocol !== undefined && protocol !== 'failed') server?.add('protocol', protocol, said)
}

/** Kept with its number, so that whoever reads it can look the rule up. */
function alert(told: Told, { client }: Ends, type: string): void {
  const { event } = told
  const said = saying(told, 'suricata')
  const name = text(event, 'alert', 'signature') ?? text(event, 'anomaly', 'event')
  const number = text(event, 'alert', 'signature_id')
  if (name === undefined) return
  client?.add(type, number === undefined ? name : `${number} ${name}`, said)
}

const dhcp: Handler = (told) => {
  const { book, event, where } = told
  const said = saying(told, 'dhcp')
  const mac = macOf(text(event, 'dhcp', 'client_mac'))
  const ip = ipOf(text(event, 'dhcp', 'assigned_ip')) ?? ipOf(text(event, 'dhcp', 'client_ip'))
  if (mac === undefined) return
  book.card({ mac }, where)?.addAll(
    {
      mac,
      ip,
      hostname: text(event, 'dhcp', 'hostname'),
      'dhcp.vendor_class': text(event, 'dhcp', 'vendor_class_identifier'),
    },
    said,
  )
}

const dns: Handler = (told, { client }) => {
  const { book, event, where } = told
  const said = saying(told, 'dns')
  client?.add('protocol.used', 'dns', said)
  const answers = [...list(event, 'dns', 'answers'), ...list(event, 'dns', 'answer', 'answers')]
  for (const answer of answers) {
    const type = text(answer, 'rrtype')
    const ip = ipOf(text(answer, 'rdata'))
    if ((type !== 'A' && type !== 'AAAA') || ip === undefined || !isPrivate(ip)) continue
    book.card({ ip }, where)?.add('dns.name', text(answer, 'rrname'), said)
  }
}

const tls: Handler = (told, { client, server }) => {
  const { event } = told
  const said = saying(told, 'tls')
  client?.add('tls.server_name', text(event, 'tls', 'sni'), said)
  server?.addAll(
    {
      protocol: 'tls',
      'tls.version': text(event, 'tls', 'version'),
      'tls.subject': text(event, 'tls', 'subject'),
      'tls.issuer': text(event, 'tls', 'issuerdn'),
      'tls.valid_until': instantOf(text(event, 'tls', 'notafter')),
    },
    said,
  )
}

const http: Handler = (told, { client, server }) => {
  const { event } = told
  const said = saying(told, 'http')
  client?.add('http.user_agent', text(event, 'http', 'http_user_agent'), said)
  server?.add('protocol', 'http', said)
  for (const header of list(event, 'http', 'response_headers')) {
    if (text(header, 'name')?.toLowerCase() !== 'server') continue
    server?.add('http.server', text(header, 'value'), said)
  }
}

const ssh: Handler = (told, { client, server }) => {
  const { event } = told
  const said = saying(told, 'ssh')
  client?.add('ssh.client', text(event, 'ssh', 'client', 'software_version'), said)
  server?.add('software', text(event, 'ssh', 'server', 'software_version'), said)
}

const smb: Handler = (told, { client, server }) => {
  const { event } = told
  const said = saying(told, 'ntlmssp')
  client?.add('hostname', text(event, 'smb', 'ntlmssp', 'host'), said)
  server?.add('operating_system', text(event, 'smb', 'response', 'native_os'), {
    ...said,
    protocol: 'smb',
  })
  client?.add('operating_system', text(event, 'smb', 'request', 'native_os'), {
    ...said,
    protocol: 'smb',
  })
}

const snmp: Handler = (told, { server }) => {
  server?.addAll(
    { protocol: 'snmp', 'snmp.version': text(told.event, 'snmp', 'version') },
    saying(told, 'snmp'),
  )
}

/** The identity that a device of EtherNet/IP answers with. */
const enip: Handler = (told, { client, server }) => {
  const { event } = told
  const said = saying(told, 'enip')
  server?.add('protocol', 'enip', said)
  client?.add('protocol.used', 'enip', said)
  const identity = identityOf(event['enip'], 0)
  if (identity === undefined) return
  server?.addAll(
    {
      vendor: text(identity, 'vendor_id'),
      device_type: text(identity, 'device_type'),
      model: text(identity, 'product_name'),
      product_code: text(identity, 'product_code'),
      firmware: text(identity, 'revision'),
      serial: text(identity, 'serial'),
    },
    said,
  )
}

/** Down at most four members: where exactly it stands differs with the release. */
function identityOf(value: unknown, depth: number): Fields | undefined {
  if (!isFields(value) || depth > 4) return undefined
  if (text(value, 'product_name') !== undefined) return value
  for (const below of Object.values(value)) {
    const found = identityOf(below, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

const speaks =
  (protocol: string): Handler =>
  (told, { client, server }) => {
    const said = saying(told, protocol)
    client?.add('protocol.used', protocol, said)
    server?.add('protocol', protocol, said)
  }

/** An answer is logged with its source first: then the device is the one that sends. */
const modbus: Handler = (told, ends) => {
  speaks('modbus')(told, ends)
  const said = saying(told, 'modbus')
  const facts: Record<string, unknown> = {}
  for (const object of list(told.event, 'modbus', 'response', 'mei', 'data', 'objects')) {
    const name = modbusObjects[(text(object, 'id') ?? '').toLowerCase()]
    if (name !== undefined) facts[name] = text(object, 'value')
  }
  ends.server?.addAll(facts, said)
}

const modbusObjects: Readonly<Record<string, string>> = {
  vendorname: 'vendor',
  productcode: 'order_number',
  majorminorrevision: 'firmware',
  productname: 'product',
  modelname: 'model',
}

const handlers: Readonly<Record<string, Handler>> = {
  dhcp,
  dns,
  tls,
  http,
  ssh,
  smb,
  snmp,
  enip,
  modbus,
  dnp3: speaks('dnp3'),
  mqtt: speaks('mqtt'),
  rdp: speaks('rdp'),
  rfb: speaks('vnc'),
  telnet: speaks('telnet'),
  ftp: speaks('ftp'),
  tftp: speaks('tftp'),
  krb5: speaks('kerberos'),
  ldap: speaks('ldap'),
  pgsql: speaks('pgsql'),
}

function instantOf(stamp: string | undefined): string | undefined {
  // Suricata writes offsets without their colon.
  const spelled = stamp?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
  const ms = spelled === undefined ? Number.NaN : Date.parse(spelled)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
}

function isPrivate(ip: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe[89ab])/.test(ip)
}
