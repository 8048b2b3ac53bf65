// SPDX-License-Identifier: EUPL-1.2
import type { Talk } from './scene.ts'
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

/** Nobody answered: what stood between has done its work. */
export function isReached({ connections, unanswered, packets_to_client }: Talk): boolean {
  return unanswered === 0 || unanswered < connections || packets_to_client > 0
}
