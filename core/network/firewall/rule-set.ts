// SPDX-License-Identifier: EUPL-1.2

import type { AddressSpan, Family } from './addresses.ts'

/** Ports, both ends included. */
export type Span = readonly [from: number, to: number]

/** What a rule looks at of a packet that opens a conversation. Absent: anything. */
export interface Match {
  readonly sources?: readonly AddressSpan[]
  readonly targets?: readonly AddressSpan[]
  /** `tcp`, `udp`, `icmp`, `other`; several where a rule names several. */
  readonly protocols?: readonly Transport[]
  /** Of the one who answers. */
  readonly ports?: readonly Span[]
}

export type Transport = 'tcp' | 'udp' | 'icmp' | 'other'
export const transports: readonly Transport[] = ['tcp', 'udp', 'icmp', 'other']

/** `isUnsure`: the condition of the jump was not read, so what the chain denies may pass all the same. */
export type Verdict =
  | 'allow'
  | 'deny'
  | 'return'
  | { readonly jump: string; readonly isUnsure?: boolean }

export interface Rule {
  /** Counted from 1. */
  readonly line: number
  readonly match: Match
  readonly verdict: Verdict
}

export interface Chain {
  readonly rules: readonly Rule[]
  /** What happens behind the last rule; absent: back to where it was called. */
  readonly policy?: 'allow' | 'deny'
}

/** One list of rules that a packet passes, for those it applies to. */
export interface Gate {
  readonly chain: string
  /** Of the network the packet comes from or goes to; absent: every packet. */
  readonly sources?: readonly AddressSpan[]
  readonly targets?: readonly AddressSpan[]
}

export interface RuleSet {
  readonly dialect: 'nftables' | 'iptables' | 'cisco' | 'fortigate' | 'opnsense' | 'pfsense'
  readonly chains: ReadonlyMap<string, Chain>
  /** A packet is let through when every gate that applies lets it through. */
  readonly gates: readonly Gate[]
  /** Of which the rules say anything. */
  readonly families: readonly Family[]
  readonly remarks: readonly Remark[]
}

/**
 * What was read in part or not at all. An unread condition counts as met where a rule allows and as
 * unmet where it denies: nothing that may be open is taken for closed.
 */
export interface Remark {
  /** Of a rule in XML its number among the rules. */
  readonly line: number
  readonly code: 'condition_not_read' | 'line_not_read' | 'unknown_name'
  readonly text: string
}

export const anyPort: Span = [0, 65_535]
// Names that firewalls print for ports (IANA register; Cisco's own spellings among them).
const portNames: Readonly<Record<string, number>> = {
  'ftp-data': 20,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  domain: 53,
  bootps: 67,
  bootpc: 68,
  tftp: 69,
  www: 80,
  http: 80,
  kerberos: 88,
  'iso-tsap': 102,
  pop3: 110,
  sunrpc: 111,
  ntp: 123,
  'netbios-ns': 137,
  'netbios-dgm': 138,
  'netbios-ssn': 139,
  imap4: 143,
  snmp: 161,
  snmptrap: 162,
  bgp: 179,
  ldap: 389,
  https: 443,
  'microsoft-ds': 445,
  isakmp: 500,
  syslog: 514,
  ldaps: 636,
  'ms-sql-s': 1433,
  sqlnet: 1521,
  radius: 1812,
  'radius-acct': 1813,
  nfs: 2049,
  'ms-wbt-server': 3389,
  sip: 5060,
}

/** `502`, `1000-2000`, `1000:2000`, `https`. */
export function portsOf(text: string): Span | undefined {
  const [first = '', last] = text.split(/(?<=\d)[-:](?=\d)/)
  const from = portOf(first)
  const to = last === undefined ? from : portOf(last)
  return from === undefined || to === undefined || from > to ? undefined : [from, to]
}

export function portOf(text: string): number | undefined {
  if (/^\d{1,5}$/.test(text)) return Number(text) > 65_535 ? undefined : Number(text)
  return portNames[text]
}

export function transportOf(text: string): readonly Transport[] {
  if (text === 'tcp' || text === '6') return ['tcp']
  if (text === 'udp' || text === '17') return ['udp']
  if (/^(icmp|icmp6|icmpv6|ipv6-icmp|1|58)$/.test(text)) return ['icmp']
  if (/^(ip|ipv6|all|any|0)$/.test(text)) return transports
  if (text === 'tcp-udp' || text === 'tcp_udp') return ['tcp', 'udp']
  return ['other']
}
