// SPDX-License-Identifier: EUPL-1.2
// Where we differ from the other program on purpose. What is set aside is not counted as wanted.

import { texts } from './kinds.ts'
import type { IdentityRow } from './truth.ts'

/** Reasons, part of the golden file. */
export const differences: Readonly<Record<string, string>> = {
  'host mac':
    'Group addresses and 00:00:00:00:00:00 as sender belong to no device: loopback captures and damaged frames. Not counted.',
  'host ipv4':
    '0.0.0.0, 255.255.255.255 and group addresses as sender belong to no host. Not counted.',
  'host extra':
    'Beyond the senders: addresses that devices state about themselves without sending from them (LLDP management address, DCP, DHCP), ports and chassis that announcements name, and senders inside tunnels.',
  'mdns_answer resp.name':
    'Names under in-addr.arpa and ip6.arpa only repeat an address: what they point to is the fact.',
  'dns_answer resp.name': 'The root of the name tree is no name.',
  'dns_answer of strangers':
    'Names of addresses with which nothing in the capture talks are no statement about a device of this network.',
  'mdns_answer services': '_services._dns-sd._udp only announces that a list follows.',
  'ntlm NULL': 'NULL is how the other program prints an empty field.',
  'dhcp lease query':
    'A lease query by a test device carries 00:00:00:00:00:00 and addresses in 0.0.0.0/8 and 64.0.0.0: no statement about a device.',
  'smb native_os': 'The exploit of a worm puts bytes that are no text where a system name belongs.',
  'snmp_community, cleartext_login':
    'User and community names are kept in detections, not as facts of a device; passwords nowhere.',
  'cip_identity status':
    'The status word alone, polled among other values, is a state of the moment and no identity. Not counted.',
  hart_ip:
    'The other program reads what a client asks an instrument (text to search for, text to write) as if it were an answer: no statement of the client about itself. Not counted.',
  'nbns names': 'The words that explain a NetBIOS service number are not sent.',
}

export interface Sighted {
  /** Whether the capture holds a frame from or to the address. */
  readonly isSeen: (ip: string) => boolean
  /** Whether a conversation ends at this port of the address. */
  readonly answersOn: (ip: string, port: number) => boolean
}

export function isSetAside(
  kind: string,
  field: string,
  value: string,
  row: IdentityRow,
  { isSeen, answersOn }: Sighted,
): boolean {
  if (
    field === 'resp.name' &&
    /\.(in-addr|ip6)\.arpa$|^<Root>$|^_services\._dns-sd\./i.test(value)
  ) {
    return true
  }
  if (kind === 'dns_answer') return isAboutStrangers(field, value, row, isSeen)
  if (kind === 'ntlm') return value === 'NULL'
  if (kind === 'hart_ip') return !answersOn(String(row['ip']), 5094)
  // A status that is polled among other values.
  if (kind === 'cip_identity') return field === 'status' && row['vendor_id'] === undefined
  if (kind === 'smb') return value.includes('\ufffd')
  if (kind === 'dhcp') {
    return value === '64.0.0.0' || value.startsWith('0.') || /^0[01](:00){5}$/.test(value)
  }
  return false
}

function isAboutStrangers(
  field: string,
  value: string,
  row: IdentityRow,
  isSeen: Sighted['isSeen'],
): boolean {
  if (field !== 'resp.name') return !isSeen(value)
  const addresses = [...texts(row['a']), ...texts(row['aaaa'])]
  return addresses.length > 0 && !addresses.some(isSeen)
}
