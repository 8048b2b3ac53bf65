// SPDX-License-Identifier: EUPL-1.2
// Which fields of the other program's identity rows are compared, and how its spelling is put into
// ours. Fair about form (case, hexadecimal, blanks), strict about the value.

export interface Field {
  readonly name: string
  /** The values to look for; default: every text in the field as it stands. */
  readonly read?: (row: Readonly<Record<string, unknown>>) => readonly string[]
}

export interface Kind {
  readonly fields: readonly (string | Field)[]
  /** `sender`: the fact must be at the asset that sent it. `anywhere`: it is about somebody else. */
  readonly where: 'sender' | 'anywhere'
  /** Not one of the protocols of this slice: counted apart. */
  readonly isLater?: boolean
  /** Also looked for in events: users, community names. */
  readonly inEvents?: boolean
}

const version: Field = {
  name: 'version',
  read: (row) => joined([row['version.major'], row['version.minor'], row['version.build_number']]),
}
const revision: Field = {
  name: 'revision',
  read: (row) => joined([row['major_rev'], row['minor_rev']]),
}
const requestList: Field = {
  name: 'request_list',
  read: (row) => {
    const items = texts(row['option.request_list_item'])
    return items.length === 0 ? [] : [items.join(',')]
  },
}
const softwareVersion: Field = {
  name: 'software_version',
  read: (row) => {
    const lines = texts(row['software_version'])
    return lines.length === 0 ? [] : [lines.join('\n')]
  },
}
const moduleOrder: Field = {
  name: 'xy11.0001.anz',
  // The boot loader's entry states no order number.
  read: (row) => texts(row['xy11.0001.anz']).filter((text) => !/boot ?loader/i.test(text)),
}
const objects: Field = {
  name: 'objects',
  read: (row) => (row['objects'] as string[][]).map(([, value]) => value ?? ''),
}
const login: Field = {
  name: 'login',
  read: (row) => (typeof row['user'] === 'string' ? [row['user']] : [String(row['protocol'])]),
}

export const kinds: Readonly<Record<string, Kind>> = {
  lldp: {
    where: 'sender',
    fields: [
      ...['chassis.id.mac', 'chassis.id_text', 'port.id', 'port.id.mac', 'port.desc'],
      ...['tlv.system.name', 'tlv.system.desc', 'tlv.system_cap', 'tlv.enable_system_cap'],
      ...['mgn.addr.ip4', 'mgn.addr.ip6', 'profinet.cm_mac_add', 'iana.mudurl'],
      'ieee.802_1.port_vlan.id',
    ],
  },
  cdp: {
    where: 'sender',
    fields: [
      ...['deviceid', 'platform', 'portid', 'native_vlan', 'capabilities', 'nrgyz.ip_address'],
      softwareVersion,
    ],
  },
  stp: { where: 'sender', fields: ['root.hw', 'bridge.hw'] },
  pn_dcp: {
    where: 'anywhere',
    fields: [
      ...['device_nameofstation', 'device_devicevendorvalue', 'vendor_id', 'device_id'],
      ...['device_role', 'ip_ip', 'ip_subnetmask', 'ip_standard_gateway'],
    ],
  },
  pn_io: { where: 'anywhere', fields: ['cminitiator_mac_add', 'cminitiator_station_name'] },
  s7_szl: {
    where: 'sender',
    fields: [
      moduleOrder,
      ...['001c.0001.name', '001c.0002.name', '001c.0003.tag', '001c.0004.copyright'],
      ...['001c.0005.serialn', '001c.0007.cputypname', '001c.0008.snmcmmc'],
      '001c.0009.manufacturer_id',
    ],
  },
  cotp: { where: 'sender', fields: ['src-tsap', 'dst-tsap'] },
  cip_identity: {
    where: 'sender',
    fields: [
      ...['vendor_id', 'device_type', 'product_code', 'serial_number', 'product_name', 'status'],
      revision,
    ],
  },
  modbus_device_id: { where: 'sender', fields: [objects] },
  dhcp: {
    where: 'anywhere',
    fields: [
      ...['hw.mac_addr', 'option.hostname', 'option.vendor_class_id', 'fqdn.name'],
      ...['option.requested_ip_address', 'ip.your', 'ip.client'],
      requestList,
    ],
  },
  dns_query: { where: 'sender', fields: ['name'] },
  mdns_query: { where: 'sender', fields: ['name'] },
  llmnr_query: { where: 'sender', fields: ['name'] },
  dns_answer: { where: 'anywhere', fields: ['resp.name', 'a', 'aaaa'] },
  mdns_answer: {
    where: 'anywhere',
    fields: ['resp.name', 'a', 'aaaa', 'ptr.domain_name', 'txt', 'srv.target'],
  },
  nbns: { where: 'anywhere', fields: ['names', 'addr'] },
  nbdgm: { where: 'sender', fields: ['name'] },
  browser_announcement: { where: 'sender', fields: ['name', 'os', 'comment', 'server_type'] },
  ntlm: {
    where: 'sender',
    fields: [
      ...['challenge.target_name', 'challenge.target_info.nb_computer_name'],
      ...['challenge.target_info.nb_domain_name', 'challenge.target_info.dns_computer_name'],
      ...['challenge.target_info.dns_domain_name', 'auth.hostname', 'auth.username'],
      version,
    ],
  },
  smb: { where: 'sender', fields: ['native_os', 'native_lanman', 'dialect', 'server_guid'] },
  http_server: { where: 'sender', fields: ['server'] },
  http_user_agent: { where: 'sender', fields: ['agent'] },
  ssdp_location: { where: 'sender', fields: ['location'] },
  ssh: { where: 'sender', fields: ['protocol'] },
  ftp_banner: { where: 'sender', fields: ['banner'] },
  snmp_system: { where: 'sender', fields: ['value'] },
  snmp_system_multi: { where: 'sender', fields: ['octets'] },
  snmp_community: { where: 'anywhere', fields: ['community'], inEvents: true },
  cleartext_login: { where: 'anywhere', fields: [login], inEvents: true },
  tls_sni: { where: 'sender', fields: ['sni'] },
  tls_ja3: { where: 'sender', fields: ['ja3'] },
  tls_certificate_strings: { where: 'sender', fields: ['strings'] },
  kerberos_cname: { where: 'anywhere', fields: ['cname'] },
  mqtt_connect: { where: 'sender', fields: ['clientid', 'user'], inEvents: true },
  mqtt_topic: { where: 'anywhere', fields: ['topic'] },
  rdp: {
    where: 'sender',
    fields: ['rt_cookie', 'negReq.selectedProtocol', 'client.name', 'client.build'],
  },
  vnc: { where: 'sender', fields: ['server_proto_ver', 'client_proto_ver', 'desktop_name'] },
  ads_device: { where: 'sender', isLater: true, fields: ['name', 'version'] },
  ams_netid: { where: 'sender', isLater: true, fields: ['netid'] },
  bacnet_i_am: { where: 'sender', isLater: true, fields: ['instance', 'vendor_id'] },
  bacnet_strings: { where: 'sender', isLater: true, fields: ['values'] },
  dnp3_address: { where: 'sender', isLater: true, fields: ['dnp3_src'] },
  egd: { where: 'sender', isLater: true, fields: ['exid'] },
  fins: { where: 'sender', isLater: true, fields: ['model', 'version'] },
  goose: { where: 'sender', isLater: true, fields: ['gocbRef', 'goID', 'datSet', 'appid'] },
  hart_ip: {
    where: 'sender',
    isLater: true,
    fields: [
      ...['expanded_device_type', 'device_id', 'manufacturer_Id', 'software_rev', 'device_rev'],
      ...['message', 'tag', 'descriptor'],
    ],
  },
  iec104_common_address: { where: 'anywhere', isLater: true, fields: ['ca'] },
  opcua: {
    where: 'anywhere',
    isLater: true,
    fields: [
      ...['EndpointUrl', 'ApplicationUri', 'ProductUri', 'SecurityPolicyUri', 'ServerUri'],
      ...['security.spu', 'transport.endpoint', 'UserName', 'ServerName'],
    ],
  },
  ptp: { where: 'sender', isLater: true, fields: ['v2.clockidentity'] },
  rtps: { where: 'sender', isLater: true, fields: ['vendorId', 'param.entityName'] },
}

/** Which of our protocols may state a fact of the kind. */
export function mayState(kind: string, protocol: string): boolean {
  const [family = ''] = kind.split('_')
  const own = families[family]
  return own === undefined ? protocol.startsWith(family) : own.test(protocol)
}

const families: Readonly<Record<string, RegExp>> = {
  ads: /^(ads|ams)/,
  ams: /^(ads|ams)/,
  bacnet: /^bac/,
  browser: /^(browser|nbdgm|smb)/,
  cip: /^(cip|enip)/,
  cleartext: /./,
  cotp: /^(cotp|s7|mms|tpkt)/,
  dhcp: /^dhcp/,
  hart: /^hart/,
  http: /^(http|ssdp|wsd)/,
  iec104: /^iec/,
  // Carried by anything that signs in.
  kerberos: /./,
  ntlm: /./,
  pn: /^pn_/,
  s7: /^s7/,
  tls: /^(tls|kerberos|openvpn|radius|rdp|quic|smtp|tds|ldap|ftp|imap|pop)/,
}

/** Every text in a field: one, or a list of them. */
export function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (typeof value === 'string') return [value]
  return typeof value === 'number' ? [String(value)] : []
}

function joined(parts: readonly unknown[]): string[] {
  return parts.some((part) => typeof part !== 'string') ? [] : [parts.join('.')]
}

/** The spellings under which two programs may give the same value. */
export function forms(value: string): string[] {
  const text = value
    .replaceAll('\u0000', '')
    .replaceAll('\\n', ' ')
    .replaceAll(/\s+/g, ' ')
    // What the number of a NetBIOS name stands for is the other program's explanation.
    .replace(/(<[0-9a-f]{2}>) \([^()]*\)$/i, '$1')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase()
  const found = new Set([text])
  if (/^0x[0-9a-f]+$/.test(text)) {
    found.add(text.replace(/^0x0*(?=.)/, '0x'))
    found.add(BigInt(text).toString())
  }
  if (/^\d+$/.test(text)) found.add(`0x${BigInt(text).toString(16)}`)
  // Names of NetBIOS with the number of their service, with blanks before it or none.
  if (/<[0-9a-f]{2}>$/.test(text)) found.add(text.replace(/\s*(<[0-9a-f]{2}>)$/, '$1'))
  if (text.startsWith('cookie: mstshash=')) found.add(text.slice('cookie: mstshash='.length))
  return [...found]
}
