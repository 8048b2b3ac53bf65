// SPDX-License-Identifier: EUPL-1.2
import type { Talk } from './talk.ts'
import { plainWord } from './texts.ts'

/** Words people write for a protocol → the names it has on the wire. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  s7: ['s7comm', 's7commplus', 'cotp', 'tpkt'],
  s7comm: ['cotp', 'tpkt'],
  https: ['tls'],
  tls: ['https'],
  profinet: ['pnio', 'pndcp', 'pnrt', 'pnio', 'dcerpc'],
  ethernetip: ['enip', 'cip'],
  enip: ['cip', 'ethernetip'],
  opcua: ['opcuatcp', 'opcua'],
  modbus: ['mbtcp', 'modbustcp'],
  smb: ['smb2', 'smb3', 'nbss'],
  ldap: ['ldaps'],
  rdp: ['tpkt', 'tls'],
  vnc: ['rfb'],
  mqtt: ['mqtts'],
  sql: ['tds', 'mssql'],
}

/** What a conversation is called: its protocol, else transport and port. */
export function serviceOf({ protocol, transport, port }: Talk): string {
  return protocol ?? `${transport}/${port}`
}

/** `tcp/102`, a protocol name, or `any`. */
export function isService(talk: Talk, word: string): boolean {
  if (word === 'any') return true
  if (word === `${talk.transport}/${talk.port}`) return true
  if (talk.protocol === null) return false
  const wanted = plainWord(word)
  const seen = plainWord(talk.protocol)
  return wanted === seen || (aliases[wanted] ?? []).includes(seen)
}

/** Protocols that command machines. */
const controlProtocols: ReadonlySet<string> = new Set([
  's7comm',
  's7commplus',
  'modbus',
  'mbtcp',
  'umas',
  'enip',
  'cip',
  'pnio',
  'pndcp',
  'pnrt',
  'ads',
  'ams',
  'ethercat',
  'fins',
  'omron',
  'melsec',
  'opcua',
  'bacnet',
  'iec104',
  'dnp3',
  'mms',
  'hartip',
  'codesys',
  'gesrtp',
])

/** Whether the conversation can command the machine. */
export function isControl({ protocol }: Talk): boolean {
  return protocol !== null && controlProtocols.has(plainWord(protocol))
}

/** Encrypted from end to end: what a remote-access tool hides in. */
export function isTunnel({ protocol, port }: Talk): boolean {
  const known = protocol === null ? '' : plainWord(protocol)
  return port === 443 || ['tls', 'quic', 'https', 'dtls', 'teamviewer', 'anydesk'].includes(known)
}

const arp = 0x0806

/** Finding out who is there is no conversation. */
export function isHousekeeping({ transport, port }: Talk): boolean {
  return transport === 'icmp' || (transport === 'ethernet' && port === arp)
}

/** Nobody answered: what stood between has done its work. */
export function isReached({ connections, unanswered, packets_to_client }: Talk): boolean {
  return unanswered === 0 || unanswered < connections || packets_to_client > 0
}
