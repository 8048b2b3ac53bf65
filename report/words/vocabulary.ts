// SPDX-License-Identifier: EUPL-1.2
import type {
  EvidenceItem,
  EvidenceLevel,
  Lowering,
  RequirementResult,
} from '@schouw/core/assurance'
import type {
  Action,
  Baseline,
  Contradiction,
  Figure,
  SentenceCode,
  SentenceFacts,
} from '@schouw/core/baseline'
import type { Asset, Coverage, Detection, Role } from '@schouw/core/capture'
import type {
  EntityClass,
  GroundRule,
  OpenQuestion,
  PopularError,
  ScopeResult,
  SizeClass,
} from '@schouw/core/law'

export type MeasureId = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j'
export const measureIds: readonly MeasureId[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

type PersonRole =
  | 'director'
  | 'supervisory_director'
  | 'ciso'
  | 'it_manager'
  | 'ot_engineer'
  | 'process_owner'
  | 'purchasing'
  | 'hr'
  | 'legal'
  | 'quality'
  | 'employee'

export type Scenario = SentenceCode extends infer Code
  ? Code extends `risk.${infer Name}`
    ? Name
    : never
  : never

type ZoneKind =
  | 'office'
  | 'ot'
  | 'dmz'
  | 'safety'
  | 'supplier'
  | 'guest'
  | 'management'
  | 'internet'

type Words<Key extends string> = Readonly<Record<Key, string>>

/** `polls` of `polls:3`. */
type CodeOf<Reason extends string> = Reason extends `${infer Code}:${string}` ? Code : Reason
export type RoleReasonCode = CodeOf<NonNullable<Asset['role_reason']>>

/** What oddities of a recording come down to for a reader. */
export type OddityClass =
  | 'cut'
  | 'gap'
  | 'double'
  | 'split'
  | 'foreign_link'
  | 'own_fault'
  | 'unreadable'

/** Words for codes. Closed unions must be complete; open ones fall back on the code itself. */
export interface Vocabulary {
  readonly role: Words<Role | PersonRole>
  /** Several devices of one role. */
  readonly roles: Words<Role>
  readonly measure: Words<MeasureId>
  readonly entityClass: Words<EntityClass>
  readonly sizeClass: Words<SizeClass>
  readonly evidence: Words<EvidenceLevel>
  readonly evidenceState: Words<EvidenceItem['state']>
  readonly requirementStatus: Words<RequirementResult['status']>
  readonly detection: Words<Detection['kind']>
  readonly contradiction: Words<Contradiction['kind']>
  readonly severity: Words<Contradiction['severity']>
  readonly attribute: Words<SentenceFacts['claim.attribute']['attribute']>
  readonly phase: Words<Action['phase']>
  readonly effort: Words<Action['effort']>
  readonly authority: Words<ScopeResult['authorities'][number]['role']>
  readonly training: Words<Baseline['directors'][number]['status']>
  readonly verdict: Words<Baseline['network']['flows'][number]['verdict']>
  readonly scenario: Words<Scenario>
  /** The same in a few words, above a sentence. */
  readonly scenarioTitle: Words<Scenario>
  readonly zoneKind: Words<ZoneKind>
  readonly weekday: Words<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'>
  readonly part: Words<Baseline['not_measured'][number]>
  /** The file that brings the part. */
  readonly partFile: Words<Baseline['not_measured'][number]>
  /** What the part would show. */
  readonly partGives: Words<Baseline['not_measured'][number]>
  /** `{}` is the detail. */
  readonly roleReason: Words<RoleReasonCode>
  /** What an engineering station did to a controller. */
  readonly programming: Words<'download' | 'upload' | 'stop' | 'start' | 'restart' | 'firmware'>
  readonly siteBasis: Words<Coverage['site_ranges'][number]['basis']>
  readonly advice: Words<Coverage['advice'][number]['code']>
  /** What an advice asks, in a title; empty where it asks nothing. */
  readonly adviceStep: Words<Coverage['advice'][number]['code']>
  readonly oddity: Words<OddityClass>
  readonly tool: Words<string>
  readonly protocol: Words<string>
  readonly gap: Words<Baseline['suppliers'][number]['gaps'][number]>
  readonly lowered: Words<Lowering>
  readonly ground: Words<GroundRule>
  /** `{}` is the value; empty: not shown. */
  readonly groundFact: Words<keyof ScopeResult['grounds'][number]['facts']>
  /** Activities that count whatever the size. */
  readonly sizeGround: Words<string>
  readonly question: Words<OpenQuestion>
  readonly popularError: Words<PopularError>
  /** What a figure counts; `{base}` is the noun of its base. */
  readonly figure: Words<Figure['id']>
  /** What a figure needs before it can be measured. */
  readonly figureNeeds: Words<Figure['id']>
  readonly sector: Words<string>
}

/** Names of tools and protocols are the same in every language. */
export const tools: Words<string> = {
  rdp: 'RDP',
  vnc: 'VNC',
  teamviewer: 'TeamViewer',
  anydesk: 'AnyDesk',
  ewon: 'Ewon',
  talk2m: 'Talk2M',
  secomea: 'Secomea',
  vpn: 'VPN',
  ssh: 'SSH',
  rustdesk: 'RustDesk',
  splashtop: 'Splashtop',
  logmein: 'LogMeIn',
}

export const protocols: Words<string> = {
  ...tools,
  ads: 'ADS (TwinCAT)',
  ads_discovery: 'ADS Discovery',
  bacapp: 'BACnet',
  cippccc: 'CIP PCCC',
  esp: 'IPsec',
  http_body: 'HTTP',
  mms: 'MMS',
  pn_io_cm: 'PROFINET CM',
  pn_ptcp: 'PROFINET PTCP',
  smb_netlogon: 'SMB Netlogon',
  t125: 'T.125',
  tailscale: 'Tailscale',
  udpencap: 'IPsec',
  bacnet: 'BACnet',
  browser: 'NetBIOS Browser',
  carrier: 'Carrier',
  cipio: 'EtherNet/IP I/O',
  cldap: 'CLDAP',
  cotp: 'COTP',
  dameware: 'DameWare',
  dcerpc: 'DCE/RPC',
  dhcpv6: 'DHCPv6',
  dnp3: 'DNP3',
  dtls: 'DTLS',
  ecat: 'EtherCAT',
  egd: 'EGD',
  fins: 'FINS',
  ftp_data: 'FTP',
  goose: 'GOOSE',
  hart_ip: 'HART-IP',
  iec60870_104: 'IEC 104',
  isakmp: 'IPsec (IKE)',
  llc: 'LLC',
  mysql: 'MySQL',
  nbdgm: 'NetBIOS',
  nbss: 'NetBIOS Session',
  ntlmssp: 'NTLM',
  openvpn: 'OpenVPN',
  pgsql: 'PostgreSQL',
  pop: 'POP3',
  ptp: 'PTP',
  quic: 'QUIC',
  radius: 'RADIUS',
  radmin: 'Radmin',
  rtps: 'RTPS (DDS)',
  sbus: 'S-Bus',
  synphasor: 'C37.118',
  syslog: 'Syslog',
  tds: 'SQL Server',
  tns: 'Oracle',
  tpkt: 'TPKT',
  vlan: 'VLAN',
  wireguard: 'WireGuard',
  wsd: 'WS-Discovery',
  zerotier: 'ZeroTier',
  s7comm: 'S7comm',
  s7comm_plus: 'S7comm-plus',
  modbus: 'Modbus',
  enip: 'EtherNet/IP',
  cip: 'CIP',
  pn_io: 'PROFINET',
  pn_dcp: 'PROFINET DCP',
  pn_rt: 'PROFINET RT',
  pn_mrp: 'PROFINET MRP',
  profinet: 'PROFINET',
  opcua: 'OPC UA',
  mqtt: 'MQTT',
  http: 'HTTP',
  https: 'HTTPS',
  tls: 'TLS',
  ssh: 'SSH',
  ftp: 'FTP',
  telnet: 'Telnet',
  snmp: 'SNMP',
  smb: 'SMB',
  smb2: 'SMB 2',
  rdp: 'RDP',
  vnc: 'VNC',
  dns: 'DNS',
  mdns: 'mDNS',
  llmnr: 'LLMNR',
  nbns: 'NetBIOS Name',
  ssdp: 'SSDP',
  dhcp: 'DHCP',
  arp: 'ARP',
  lldp: 'LLDP',
  cdp: 'CDP',
  stp: 'STP',
  ntp: 'NTP',
  tftp: 'TFTP',
  icmp: 'ICMP',
  icmpv6: 'ICMPv6',
  tcp: 'TCP',
  udp: 'UDP',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  ethernet: 'Ethernet',
  igmp: 'IGMP',
  ntlm: 'NTLM',
  kerberos: 'Kerberos',
  ldap: 'LDAP',
  imap: 'IMAP',
  pop3: 'POP3',
  smtp: 'SMTP',
  basic: 'HTTP Basic',
  http_basic: 'HTTP Basic',
}
