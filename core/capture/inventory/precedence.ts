// SPDX-License-Identifier: EUPL-1.2
// Whose word counts first, per field. First what a device says of itself when asked for exactly
// this, then what it announces, then what it lets slip. Not listed: after the listed, by name.

export type IdentityField =
  | 'vendor'
  | 'model'
  | 'order_number'
  | 'firmware'
  | 'serial'
  | 'operating_system'

// Identification services of the control protocols themselves.
const asked = ['pn_io', 's7comm', 's7comm_plus', 'cip', 'enip', 'pccc', 'modbus', 'umas', 'ads']
const askedToo = [
  ...['ecat', 'ethercat', 'coe', 'epl', 'fins', 'melsec', 'slmp', 'melsoft', 'codesys', 'focas'],
  ...['lsv2', 'hsms', 'pcworx', 'proconos', 'open_protocol', 'gvcp', 'hislip', 'bacnet', 'hart_ip'],
  ...['fox', 'opcua'],
]
// Announcements and management.
const announced = ['lldp', 'snmp', 'pn_dcp', 'cdp']
// Office protocols: right about computers, wrong about what is built around them.
const office = ['smb', 'smb2', 'ntlmssp', 'ntlm', 'browser', 'rdp', 'dhcp', 'mdns', 'ssdp', 'wsd']
const banners = ['ssh', 'http', 'ftp', 'telnet', 'vnc', 'tds', 'mqtt', 'tls', 'nbns', 'oui']

const devicesFirst = [...asked, ...askedToo, ...announced, ...office, ...banners]

/** Protocols in order of trust. */
export const precedence: Readonly<Record<IdentityField, readonly string[]>> = {
  vendor: devicesFirst,
  model: devicesFirst,
  order_number: devicesFirst,
  firmware: devicesFirst,
  serial: devicesFirst,
  // Build numbers exchanged at log-on are exact, browser announcements give major and minor only.
  operating_system: ['ntlmssp', 'ntlm', 'rdp', 'smb', 'smb2', 'browser', 'ads', ...announced],
}

/** Hostnames: given names before the ones a resolver or directory hands out. */
export const hostnameFacts = [
  'station_name',
  'hostname',
  'pn_dcp.name_checked',
  'dns.name',
] as const

/**
 * Facts of which a device has one: two different values are shown as a conflict. Left out are
 * those a device has several of, such as hostnames and descriptions.
 */
export const exclusiveFacts: ReadonlySet<string> = new Set([
  'vendor',
  'model',
  'order_number',
  'firmware',
  'hardware',
  'serial',
  'operating_system',
  'station_name',
  'device_type',
])

const ranks: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(precedence).map(([field, protocols]) => [
    field,
    new Map(protocols.map((protocol, rank) => [protocol, rank])),
  ]),
)

export function rankOf(field: IdentityField, protocol: string): number {
  return ranks.get(field)?.get(protocol) ?? precedence[field].length
}
