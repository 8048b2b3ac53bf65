// SPDX-License-Identifier: EUPL-1.2
import type { PathsConversation } from '../paths-input.ts'
import { addressOf, familyOf, isLinkLocal } from './addresses.ts'
import type { PlacedAsset } from './conversations.ts'
import type { RuleSet } from './rule-set.ts'

/** Usual ports of protocols as inspections name them. */
const usual: Readonly<Record<string, string>> = {
  s7comm: 'tcp/102',
  s7comm_plus: 'tcp/102',
  modbus: 'tcp/502',
  enip: 'tcp/44818',
  cip: 'tcp/44818',
  opcua: 'tcp/4840',
  ads: 'tcp/48898',
  fins: 'udp/9600',
  mqtt: 'tcp/1883',
  http: 'tcp/80',
  tls: 'tcp/443',
  https: 'tcp/443',
  ssh: 'tcp/22',
  rdp: 'tcp/3389',
  smb: 'tcp/445',
  dns: 'udp/53',
  ntp: 'udp/123',
  snmp: 'udp/161',
  syslog: 'udp/514',
  tds: 'tcp/1433',
}

export interface Proposal {
  /** Lines to be looked at by whoever runs the firewall; never sent anywhere. */
  readonly lines: readonly string[]
  /** Conversations for which no rule could be written: no address, or no port is known. */
  readonly unwritten: readonly PathsConversation[]
}

interface Wanted {
  readonly from: string
  readonly to: string
  readonly transport: string
  readonly ports: string
}

/** Allows these conversations between zones and nothing else, in the language of the firewall. */
export function proposedRules(
  dialect: RuleSet['dialect'],
  assets: readonly PlacedAsset[],
  conversations: readonly PathsConversation[],
): Proposal {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const unwritten: PathsConversation[] = []
  const lines = { 4: new Set<string>(), 6: new Set<string>() }
  for (const one of conversations) {
    const [from, to] = [byId.get(one.from), byId.get(one.to)]
    if (from === undefined || to === undefined || from.zone === to.zone) continue
    const wanted = wantedOf(from, to, one.service)
    if (wanted === undefined) unwritten.push(one)
    else for (const one of wanted) lines[isSix(one.from) ? 6 : 4].add(ruleLine(dialect, one))
  }
  const [four, six] = [[...lines[4]].sort(), [...lines[6]].sort()]
  // A program of its own for IPv6: its rules are loaded apart.
  const isApart = dialect === 'iptables' && six.length > 0
  const between = isApart ? [...foot.iptables, '# ip6tables', ...head.iptables] : []
  return { lines: [...head[dialect], ...four, ...between, ...six, ...foot[dialect]], unwritten }
}

const head: Readonly<Record<RuleSet['dialect'], readonly string[]>> = {
  nftables: ['add rule inet filter forward ct state established,related accept'],
  iptables: ['-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT'],
  cisco: [],
  // Their policies name objects that only whoever keeps it can name.
  fortigate: ['# config firewall policy: one for each line, with objects of your own'],
  ...sense('# Firewall: Rules, on the interface of the source: one for each line'),
}
const foot: Readonly<Record<RuleSet['dialect'], readonly string[]>> = {
  nftables: ['add rule inet filter forward drop'],
  iptables: ['-A FORWARD -j DROP'],
  cisco: ['access-list PROPOSED extended deny ip any any log'],
  fortigate: ['# nothing else: the implicit deny at the end stays'],
  ...sense('# nothing else: what no rule passes is blocked'),
}

function sense(line: string): { readonly opnsense: string[]; readonly pfsense: string[] } {
  return { opnsense: [line], pfsense: [line] }
}

/** Their rules are made on a page: what to fill in stands in plain words. */
const spoken: ReadonlySet<RuleSet['dialect']> = new Set(['fortigate', 'opnsense', 'pfsense'])

function wantedOf(
  from: PlacedAsset,
  to: PlacedAsset,
  service: string,
): readonly Wanted[] | undefined {
  const [, transport, ports] =
    /^(tcp|udp)\/(\d{1,5}(?:-\d{1,5})?)$/.exec(usual[service.toLowerCase()] ?? service) ?? []
  if (transport === undefined || ports === undefined) return undefined
  const wanted = routedOf(from).flatMap((source) =>
    routedOf(to)
      .filter((target) => isSix(target) === isSix(source))
      .map((target) => ({ from: source, to: target, transport, ports })),
  )
  return wanted.length === 0 ? undefined : wanted
}

/** Addresses that a firewall can let through. */
function routedOf({ addresses = [] }: PlacedAsset): string[] {
  return addresses.filter((text) => {
    const address = addressOf(text)
    return address !== undefined && !isLinkLocal(address)
  })
}

function isSix(text: string): boolean {
  return familyOf(addressOf(text) ?? 0n) === 6
}

function ruleLine(dialect: RuleSet['dialect'], { from, to, transport, ports }: Wanted): string {
  if (dialect === 'nftables') {
    const family = isSix(from) ? 'ip6' : 'ip'
    const ends = `${family} saddr ${from} ${family} daddr ${to}`
    return `add rule inet filter forward ${ends} ${transport} dport ${ports} accept`
  }
  if (dialect === 'iptables') {
    const range = ports.replace('-', ':')
    return `-A FORWARD -s ${from} -d ${to} -p ${transport} --dport ${range} -j ACCEPT`
  }
  if (spoken.has(dialect)) return `# accept ${from} -> ${to} ${transport}/${ports}`
  const [low = '', high] = ports.split('-')
  const range = high === undefined ? `eq ${low}` : `range ${low} ${high}`
  return `access-list PROPOSED extended permit ${transport} host ${from} host ${to} ${range}`
}
