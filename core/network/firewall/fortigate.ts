// SPDX-License-Identifier: EUPL-1.2
import {
  type AddressSpan,
  addressOf,
  type Family,
  familyOf,
  masked,
  rangeOf,
  spanOf,
} from './addresses.ts'
import {
  anyPort,
  type Chain,
  type Match,
  portsOf,
  type Remark,
  type Rule,
  type RuleSet,
  type Span,
  type Transport,
  transports,
} from './rule-set.ts'
import { both, ofFamily, together, without } from './spans.ts'

/** One `edit` block: its `set` lines by name, with where it begins. */
interface Block {
  readonly name: string
  readonly line: number
  readonly values: ReadonlyMap<string, readonly string[]>
}

/** One kind of packet that a service is. */
interface Service {
  readonly protocol: Transport
  readonly ports: Span
}

/** Sections whose absence from the judgement changes what is open. */
const notRead: Readonly<Record<string, Remark['code']>> = {
  'firewall vip': 'line_not_read',
  'firewall vipgrp': 'line_not_read',
  'firewall ippool': 'line_not_read',
  'firewall central-snat-map': 'line_not_read',
  'firewall policy46': 'line_not_read',
  'firewall policy64': 'line_not_read',
  'firewall proxy-policy': 'line_not_read',
  'firewall local-in-policy': 'line_not_read',
  'firewall security-policy': 'line_not_read',
}

/**
 * A configuration of a FortiGate: its policies in their order, with addresses, services, their groups
 * and the networks of interfaces. What is translated (NAT) is named and not followed.
 */
export function readFortiGate(text: string): RuleSet {
  const { sections, remarks } = sectionsOf(text)
  const names = new Names(sections, remarks)
  const rules: Rule[] = []
  for (const policy of sections.get('firewall policy') ?? []) {
    rules.push(...rulesOf(policy, names, remarks, sidesOf(policy)))
  }
  // Before FortiOS 6.4 policies of IPv6 stood apart.
  for (const policy of sections.get('firewall policy6') ?? []) {
    rules.push(...rulesOf(policy, names, remarks, [{ family: 6, suffix: '' }]))
  }
  const chain: Chain = { rules, policy: 'deny' }
  return {
    dialect: 'fortigate',
    chains: new Map([['policy', chain]]),
    gates: [{ chain: 'policy' }],
    families: names.hasSix() ? [4, 6] : [4],
    remarks: remarks.toSorted((a, b) => a.line - b.line),
  }
}

type Sections = ReadonlyMap<string, readonly Block[]>

function sectionsOf(text: string): { readonly sections: Sections; readonly remarks: Remark[] } {
  const sections = new Map<string, Block[]>()
  const remarks: Remark[] = []
  const open: { readonly name: string; values: Map<string, readonly string[]> }[] = []
  let values = new Map<string, readonly string[]>()
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.trim()
    const [verb = '', ...words] = wordsOf(content)
    const line = index + 1
    if (content === '' || content.startsWith('#')) continue
    if (verb === 'config') {
      const name = words.join(' ')
      open.push({ name, values })
      const code = notRead[name]
      if (code !== undefined) remarks.push({ line, code, text: content })
    } else if (verb === 'end') values = open.pop()?.values ?? values
    else if (verb === 'edit') {
      values = new Map()
      const name = open.at(-1)?.name ?? ''
      const block = { name: words[0] ?? '', line, values }
      sections.set(name, [...(sections.get(name) ?? []), block])
    } else if (verb === 'set') values.set(words[0] ?? '', words.slice(1))
    else if (
      verb !== 'next' &&
      verb !== 'unset' &&
      open.at(-1)?.name.startsWith('firewall ') === true
    ) {
      remarks.push({ line, code: 'line_not_read', text: content })
    }
  }
  return { sections, remarks }
}

/** Words apart by blanks, those in quotation marks whole. */
function wordsOf(content: string): readonly string[] {
  return [...content.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '',
  )
}

/** Deeper groups than this are a circle. */
const deepest = 16

class Names {
  readonly #sections: Sections
  readonly #remarks: Remark[]

  constructor(sections: Sections, remarks: Remark[]) {
    this.#sections = sections
    this.#remarks = remarks
  }

  /** Null: not known, so it may be anything. */
  addresses(name: string, line: number, depth = 0): readonly AddressSpan[] | null {
    if (name === 'all' || name === 'any' || name === '::/0') return null
    const group = this.#find('firewall addrgrp', name) ?? this.#find('firewall addrgrp6', name)
    if (group !== undefined && depth < deepest) {
      const members = group.values.get('member') ?? []
      const spans = members.map((member) => this.addresses(member, line, depth + 1))
      if (group.values.has('exclude-member')) this.#unread(group.line, `exclude-member ${name}`)
      return spans.some((one) => one === null) ? null : spans.flatMap((one) => one ?? [])
    }
    const block = this.#find('firewall address', name) ?? this.#find('firewall address6', name)
    const span = block === undefined ? undefined : spanIn(block)
    if (span === undefined) this.#remarks.push({ line, code: 'unknown_name', text: name })
    return span === undefined ? null : [span]
  }

  /** Whether anything is said about IPv6: an interface has an address of it, or a policy names some. */
  hasSix(): boolean {
    const interfaces = this.#sections.get('system interface') ?? []
    const policies = this.#sections.get('firewall policy') ?? []
    return (
      this.#sections.has('firewall policy6') ||
      policies.some(({ values }) => values.has('srcaddr6')) ||
      interfaces.some((block) => ownNetworks(block).some(([from]) => familyOf(from) === 6))
    )
  }

  services(name: string, line: number, depth = 0): readonly Service[] | null {
    const whole = everything[name.toUpperCase()]
    if (whole !== undefined) return whole.map((protocol) => ({ protocol, ports: anyPort }))
    const group = this.#find('firewall service group', name)
    if (group !== undefined && depth < deepest) {
      const members = group.values.get('member') ?? []
      const found = members.map((member) => this.services(member, line, depth + 1))
      return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? [])
    }
    const block = this.#find('firewall service custom', name)
    const found = block === undefined ? undefined : servicesIn(block)
    if (found === undefined) this.#remarks.push({ line, code: 'unknown_name', text: name })
    return found ?? null
  }

  /** Networks behind an interface or zone; null where anything may be, as behind the way out. */
  networks(name: string, family: Family, depth = 0): readonly AddressSpan[] | null {
    if (name === 'any') return null
    const zone = this.#find('system zone', name)
    if (zone !== undefined && depth < deepest) {
      const members = zone.values.get('interface') ?? []
      const spans = members.map((member) => this.networks(member, family, depth + 1))
      return spans.some((one) => one === null) ? null : spans.flatMap((one) => one ?? [])
    }
    const own = this.#behind(name, family)
    if (own === undefined) return null
    if (own !== 'way-out') return own
    // Behind the way out is everything that is not behind another interface.
    const others = (this.#sections.get('system interface') ?? []).flatMap((other) => {
      const spans = this.#behind(other.name, family)
      return spans === undefined || spans === 'way-out' ? [] : spans
    })
    return without(others)
  }

  /** Networks of an interface and of the routes by it; undefined where it has no address. */
  #behind(name: string, family: Family): readonly AddressSpan[] | 'way-out' | undefined {
    const block = this.#find('system interface', name)
    const own = block === undefined ? [] : ofFamily(ownNetworks(block), family)
    if (own.length === 0) return undefined
    const routes = (this.#sections.get(family === 4 ? 'router static' : 'router static6') ?? [])
      .filter(({ values }) => values.get('device')?.[0] === name)
      .map(({ values }) => values.get('dst') ?? [])
    const spans = routes.map(([to, by]) => (to === undefined ? undefined : spanBy(to, by)))
    const isAll = (span: AddressSpan | undefined) =>
      span === undefined || ofFamily(without([span]), family).length === 0
    if (spans.some(isAll)) return 'way-out'
    return [...own, ...spans.filter((span) => span !== undefined)]
  }

  #find(section: string, name: string): Block | undefined {
    return this.#sections.get(section)?.find((block) => block.name === name)
  }

  #unread(line: number, text: string): void {
    this.#remarks.push({ line, code: 'condition_not_read', text })
  }
}

/** Services that need no declaration. */
const everything: Readonly<Record<string, readonly Transport[]>> = {
  ALL: transports,
  ANY: transports,
  ALL_TCP: ['tcp'],
  ALL_UDP: ['udp'],
  ALL_ICMP: ['icmp'],
}

/** `10.0.0.0 255.0.0.0`, `2001:db8::/32`. */
function spanBy(address: string, mask: string | undefined): AddressSpan | undefined {
  const base = addressOf(address)
  return mask === undefined || base === undefined ? spanOf(address) : masked(base, addressOf(mask))
}

/** Both families; an address of nothing but zeros is none. */
function ownNetworks({ values }: Block): readonly AddressSpan[] {
  const [address = '', mask] = values.get('ip') ?? []
  const [six = '::/0'] = values.get('ip6-address') ?? []
  const four = address === '0.0.0.0' ? undefined : spanBy(address, mask)
  return [four, six.startsWith('::/') ? undefined : spanOf(six)].filter(
    (span) => span !== undefined,
  )
}

function spanIn({ values }: Block): AddressSpan | undefined {
  const [from, to] = [values.get('start-ip')?.[0], values.get('end-ip')?.[0]]
  if (from !== undefined && to !== undefined) return rangeOf(from, to)
  const [address, mask] = values.get('subnet') ?? values.get('ip6') ?? []
  return address === undefined ? undefined : spanBy(address, mask)
}

/** `80`, `443-445`, `1000:2000` where the second is the port of who asks. */
function servicesIn({ values }: Block): readonly Service[] | undefined {
  const found = (['tcp', 'udp'] as const).flatMap((protocol) =>
    (values.get(`${protocol}-portrange`) ?? []).map((text) => {
      return { protocol, ports: portsOf(text.split(':')[0] ?? '') }
    }),
  )
  if (found.some(({ ports }) => ports === undefined)) return undefined
  const listed = found.map(({ protocol, ports }) => ({ protocol, ports: ports ?? anyPort }))
  if (listed.length > 0) return listed
  const named = values.get('protocol')?.[0]
  if (named === 'ICMP') return [{ protocol: 'icmp', ports: anyPort }]
  if (named !== 'IP') return undefined
  const number = values.get('protocol-number')?.[0]
  const all = number === undefined || number === '0'
  return (all ? transports : (['other'] as const)).map((protocol) => ({ protocol, ports: anyPort }))
}

/** Conditions that narrow a policy and are not followed here. */
const conditions = ['groups', 'users', 'fsso-groups', 'internet-service', 'internet-service-src']
const negations = ['srcaddr-negate', 'dstaddr-negate', 'service-negate']

/** Which of its lines name the addresses of a family. */
interface Sides {
  readonly family: Family
  readonly suffix: '' | '6'
}

function sidesOf({ values }: Block): readonly Sides[] {
  const six = values.has('srcaddr6') || values.has('dstaddr6')
  const hasFour = values.has('srcaddr') || values.has('dstaddr') || !six
  return [
    ...(hasFour ? [{ family: 4, suffix: '' } as const] : []),
    ...(six ? [{ family: 6, suffix: '6' } as const] : []),
  ]
}

/** One for each family and kind of packet that the services of a policy are. */
function rulesOf(
  { name, line, values }: Block,
  names: Names,
  remarks: Remark[],
  sides: readonly Sides[],
): readonly Rule[] {
  if (values.get('status')?.[0] === 'disable') return []
  const isAllowed = ['accept', 'ipsec'].includes(values.get('action')?.[0] ?? 'deny')
  const schedule = values.get('schedule')?.[0] ?? 'always'
  const unread = [
    ...conditions.filter((one) => values.has(one) && values.get(one)?.[0] !== 'disable'),
    ...negations.filter((one) => values.get(one)?.[0] === 'enable'),
    ...(schedule === 'always' ? [] : [`schedule ${schedule}`]),
  ]
  for (const text of unread) {
    remarks.push({ line, code: 'condition_not_read', text: `policy ${name}: ${text}` })
  }
  if (values.get('nat')?.[0] === 'enable') {
    remarks.push({ line, code: 'line_not_read', text: `policy ${name}: nat enable` })
  }
  // What is denied only sometimes may be open the rest of the time.
  if (!isAllowed && unread.length > 0) return []
  const isNegated = (field: string) => values.get(`${field}-negate`)?.[0] === 'enable'
  const services = isNegated('service')
    ? null
    : together((values.get('service') ?? []).map((one) => names.services(one, line)))
  const verdict = isAllowed ? 'allow' : 'deny'
  return sides.flatMap(({ family, suffix }) => {
    const side = (field: 'src' | 'dst') => {
      const spoken = isNegated(`${field}addr`)
        ? null
        : together(
            (values.get(`${field}addr${suffix}`) ?? []).map((one) => names.addresses(one, line)),
          )
      const behind = together(
        (values.get(`${field}intf`) ?? []).map((one) => names.networks(one, family)),
      )
      return ofFamily(both(spoken, behind) ?? undefined, family)
    }
    const match: Match = { sources: side('src'), targets: side('dst') }
    // An unknown name may be anything: that opens a policy, and closes none.
    const isVague = remarks.some((one) => one.line === line && one.code === 'unknown_name')
    if (!isAllowed && isVague) return []
    if (services === null) return [{ line, match, verdict } as const]
    return services.map(({ protocol, ports }) => {
      const hasPorts = protocol === 'tcp' || protocol === 'udp'
      const served = { protocols: [protocol], ...(hasPorts ? { ports: [ports] } : {}) }
      return { line, match: { ...match, ...served }, verdict } as const
    })
  })
}
