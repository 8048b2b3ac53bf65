// SPDX-License-Identifier: EUPL-1.2
// What each log says of devices. A line names two ends at least; each fact goes to the one it is
// about: what is asked to the client, what is offered and answered to the server.
import { ipOf, macOf, type Saying, type Sheet, type SightingBook } from '../sightings/index.ts'
import { industrialLogs } from './industrial.ts'
import type { Log, Told } from './log.ts'
import type { Row } from './row.ts'

/** States in which the responder has answered (Zeek, `conn_state`). */
const answered = new Set(['S1', 'SF', 'S2', 'S3', 'RSTO', 'RSTR'])

const conn: Log = (book, row, told) => {
  const said = { protocol: 'conn', ...told }
  const state = row.one('conn_state') ?? ''
  const transport = row.one('proto')
  const from = end(book, row, 'orig', told)
  from?.addAll({ 'l2.mac': macOf(row.one('orig_l2_addr')), vlan: row.one('vlan') }, said)
  from?.add('seen', transport, said)
  const hasReplied = answered.has(state) || Number(row.one('resp_pkts') ?? 0) > 0
  // Nobody is there just because somebody else tried to reach it.
  if (!hasReplied) return
  const to = end(book, row, 'resp', told)
  to?.addAll({ 'l2.mac': macOf(row.one('resp_l2_addr')), vlan: row.one('vlan') }, said)
  to?.add('seen', transport, said)
  const port = row.one('id.resp_p')
  const isRefused = transport === 'tcp' && !answered.has(state)
  if (!isRefused && /^(tcp|udp)$/.test(transport ?? '') && /^\d{1,5}$/.test(port ?? '')) {
    to?.add('service', `${transport}/${port}`, said)
  }
  for (const service of row.many('service')) {
    for (const name of service.split(',')) {
      if (!name.startsWith('-')) to?.add('protocol', name, said)
    }
  }
}

const dhcp: Log = (book, row, told) => {
  const said = { protocol: 'dhcp', ...told }
  const mac = macOf(row.one('mac'))
  const ip = ipOf(row.one('assigned_addr')) ?? ipOf(row.one('client_addr'))
  const name = row.one('host_name')
  const key = { ...(mac === undefined ? {} : { mac }), ...(mac || !ip ? {} : { ip }) }
  const client = book.card(key, told.where)
  client?.addAll(
    {
      mac,
      ip,
      hostname: name,
      'dhcp.name': row.one('client_fqdn'),
      'dhcp.domain': row.one('domain'),
      'dhcp.vendor_class': row.one('client_software') ?? row.one('vendor_class'),
    },
    said,
  )
  const server = ipOf(row.one('server_addr'))
  if (server === undefined) return
  book.card({ ip: server }, told.where)?.addAll(
    {
      service: 'udp/67',
      protocol: 'dhcp',
      'operating_system.software': row.one('server_software'),
    },
    said,
  )
}

const dns: Log = (book, row, told) => {
  const said = { protocol: 'dns', ...told }
  const answers = row.many('answers')
  const query = row.one('query')
  end(book, row, 'orig', told)?.add('seen', row.one('proto'), said)
  if (answers.length > 0 && row.one('rcode_name') === 'NOERROR') {
    end(book, row, 'resp', told)?.addAll({ protocol: 'dns' }, said)
  }
  const type = row.one('qtype_name')
  if (query === undefined || answers.length === 0) return
  if (type === 'A' || type === 'AAAA') {
    // Of names out in the world there is no end, and they say nothing about a site.
    for (const ip of answers.flatMap((one) => ipOf(one) ?? []).filter(isPrivate)) {
      book.card({ ip }, told.where)?.add('dns.name', query.replace(/\.$/, ''), said)
    }
  }
  const reversed = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.in-addr\.arpa\.?$/i.exec(query)
  if (type !== 'PTR' || reversed === null) return
  const ip = ipOf(reversed.slice(1, 5).reverse().join('.'))
  if (ip === undefined || !isPrivate(ip)) return
  for (const name of answers) {
    book.card({ ip }, told.where)?.add('dns.name', name.replace(/\.$/, ''), said)
  }
}

const ssl: Log = (book, row, told) => {
  const said = { protocol: 'tls', ...told }
  end(book, row, 'orig', told)?.add('tls.server_name', row.one('server_name'), said)
  if (row.one('established') === 'F') return
  end(book, row, 'resp', told)?.addAll(
    {
      protocol: 'tls',
      'tls.version': row.one('version'),
      'tls.subject': row.one('subject'),
      'tls.issuer': row.one('issuer'),
      'tls.name': commonName(row.one('subject')),
    },
    said,
  )
}

/** Newer logs say which host showed the certificate; older ones only which file it was. */
const x509: Log = (book, row, told) => {
  const said = { protocol: 'tls', ...told }
  const ip = ipOf(row.one('host')) ?? ipOf(row.one('id.resp_h'))
  if (ip === undefined) return
  const until = row.one('certificate.not_valid_after')
  book.card({ ip }, told.where)?.addAll(
    {
      'tls.subject': row.one('certificate.subject'),
      'tls.issuer': row.one('certificate.issuer'),
      'tls.name': [commonName(row.one('certificate.subject')), ...row.many('san.dns')],
      'tls.valid_until': secondsOr(until),
    },
    said,
  )
}

const software: Log = (book, row, told) => {
  const ip = ipOf(row.one('host'))
  if (ip === undefined) return
  const kind = row.one('software_type') ?? 'software'
  const protocol = kind.split('::')[0]?.toLowerCase() ?? 'software'
  const sheet = book.card({ ip }, told.where)
  const version = row.one('unparsed_version') ?? row.one('name')
  const said: Saying = { protocol, ...told }
  if (/OS::|WINDOWS/i.test(kind)) sheet?.add('operating_system', version, said)
  else sheet?.add('software', version, said)
}

const knownHosts: Log = (book, row, told) => {
  local(book, row, told)?.add('seen', 'known_hosts', { protocol: 'conn', ...told })
}

const knownServices: Log = (book, row, told) => {
  const said = { protocol: 'conn', ...told }
  const sheet = local(book, row, told)
  const port = row.one('port_num')
  sheet?.add('service', `${row.one('port_proto') ?? 'tcp'}/${port}`, said)
  for (const name of row.many('service')) sheet?.add('protocol', name.toLowerCase(), said)
}

const knownDevices: Log = (book, row, told) => {
  const said = { protocol: 'dhcp', ...told }
  const mac = macOf(row.one('mac'))
  if (mac === undefined) return
  book
    .card({ mac }, told.where)
    ?.addAll({ mac, hostname: row.one('dhcp_host_name'), ip: ipOf(row.one('host')) }, said)
}

const http: Log = (book, row, told) => {
  const said = { protocol: 'http', ...told }
  end(book, row, 'orig', told)?.add('http.user_agent', row.one('user_agent'), said)
  end(book, row, 'resp', told)?.add('http.server', row.one('server'), said)
}

const ssh: Log = (book, row, told) => {
  const said = { protocol: 'ssh', ...told }
  end(book, row, 'orig', told)?.add('ssh.client', row.one('client'), said)
  end(book, row, 'resp', told)?.add('software', row.one('server'), said)
}

const ntlm: Log = (book, row, told) => {
  const said = { protocol: 'ntlmssp', ...told }
  end(book, row, 'orig', told)?.add('hostname', row.one('hostname'), said)
  end(book, row, 'resp', told)?.addAll(
    {
      hostname: row.one('server_nb_computer_name'),
      'dns.name': row.one('server_dns_computer_name'),
    },
    said,
  )
}

export const logs: Readonly<Record<string, Log>> = {
  conn,
  dhcp,
  dns,
  ssl,
  x509,
  software,
  http,
  ssh,
  ntlm,
  known_hosts: knownHosts,
  known_services: knownServices,
  known_devices: knownDevices,
  ...industrialLogs,
}

/** One end of a connection; whether it is one's own as far as Zeek was told. */
export function end(
  book: SightingBook,
  row: Row,
  side: 'orig' | 'resp',
  { where }: Told,
): Sheet | null {
  const ip = ipOf(row.one(`id.${side}_h`))
  if (ip === undefined) return null
  const local = row.one(`local_${side}`)
  return book.card({ ip }, where, local === undefined ? undefined : local === 'T')
}

function local(book: SightingBook, row: Row, { where }: Told): Sheet | null {
  const ip = ipOf(row.one('host'))
  return ip === undefined ? null : book.card({ ip }, where, true)
}

function commonName(subject: string | undefined): string | undefined {
  return /(?:^|[,/])\s*CN=([^,/]+)/i.exec(subject ?? '')?.[1]?.trim()
}

function secondsOr(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{1,11}(\.\d+)?$/.test(text)) return text
  return new Date(Number(text) * 1000).toISOString()
}

/** RFC 1918, RFC 6598, link-local and unique local. */
function isPrivate(ip: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd]|fe[89ab])/.test(
    ip,
  )
}
