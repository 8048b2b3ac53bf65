// SPDX-License-Identifier: EUPL-1.2
import {
  addressOf,
  anyPort,
  type Chain,
  type Gate,
  type Match,
  masked,
  portsOf,
  type Remark,
  type Rule,
  type RuleSet,
  type Span,
  spanOf,
  transportOf,
} from './rule-set.ts'
import { together, without } from './spans.ts'

/** An element of a document that somebody else took apart; text is what stands directly in it. */
export interface ConfigElement {
  readonly name: string
  readonly text: string
  readonly children: readonly ConfigElement[]
}

/**
 * `config.xml` of OPNsense or pfSense: the rules of interfaces and floating rules, IPv4. Undefined for
 * another document.
 */
export function readPfSense(root: ConfigElement): RuleSet | undefined {
  if (root.name !== 'opnsense' && root.name !== 'pfsense') return undefined
  const reader = new Reader(root)
  return { dialect: root.name, ...reader.ruleSet() }
}

/** What a rule says, whichever of the two spellings it has. */
interface Spoken {
  /** Counted from 1. */
  readonly number: number
  readonly action: string
  /** Absent: every one. */
  readonly interfaces: readonly string[]
  readonly isQuick: boolean
  readonly isFloating: boolean
  readonly direction: string
  readonly family: string
  readonly protocol: string
  readonly source: Side
  readonly target: Side
  /** Conditions that are not followed here. */
  readonly unread: readonly string[]
}

interface Side {
  readonly net: string
  readonly isNot: boolean
  readonly port: string
}

/** Names for names deeper than anybody writes. */
const deepest = 12

class Reader {
  readonly #root: ConfigElement
  readonly #remarks: Remark[] = []
  readonly #interfaces: readonly ConfigElement[]
  readonly #aliases: ReadonlyMap<string, { readonly type: string; readonly values: string[] }>

  constructor(root: ConfigElement) {
    this.#root = root
    const all = child(root, 'interfaces')?.children ?? []
    this.#interfaces = all.filter((one) => isOn(one) || one.name === 'lan' || one.name === 'wan')
    this.#aliases = aliasesIn(root)
  }

  ruleSet(): Omit<RuleSet, 'dialect'> {
    const spoken = spokenIn(this.#root)
    const chains = new Map<string, Chain>()
    const gates: Gate[] = []
    for (const { name } of this.#interfaces) {
      const spans = this.#behind(name)
      if (spans === null) {
        this.#remarks.push({ line: 0, code: 'line_not_read', text: `interface ${name}` })
        continue
      }
      const own = spoken.filter(
        ({ interfaces }) => interfaces.length === 0 || interfaces.includes(name),
      )
      // What is not quick decides only where nothing quick does, and then the last of them.
      const ordered = (way: 'in' | 'out') => {
        const list = own.filter(({ direction }) => direction === way || direction === 'any')
        const quick = list.filter(({ isQuick }) => isQuick)
        const first = quick.filter(({ isFloating }) => isFloating)
        const then = quick.filter(({ isFloating }) => !isFloating)
        return [...first, ...then, ...list.filter(({ isQuick }) => !isQuick).reverse()]
      }
      const inward = ordered('in').flatMap((one) => this.#rules(one))
      chains.set(`in ${name}`, { rules: inward, policy: 'deny' })
      gates.push({ chain: `in ${name}`, sources: spans })
      const outward = ordered('out').flatMap((one) => this.#rules(one))
      if (outward.length === 0) continue
      chains.set(`out ${name}`, { rules: outward, policy: 'allow' })
      gates.push({ chain: `out ${name}`, targets: spans })
    }
    return { chains, gates, remarks: unique(this.#remarks) }
  }

  #rules(one: Spoken): Rule[] {
    const { number: line, family, unread } = one
    if (family === 'inet6') {
      this.#remarks.push({ line, code: 'ipv6_not_read', text: one.source.net })
      return []
    }
    for (const text of unread) this.#remarks.push({ line, code: 'condition_not_read', text })
    const before = this.#remarks.length
    const sources = this.#side(one.source, line)
    const targets = this.#side(one.target, line)
    const ports = one.target.port === '' ? null : this.#ports(one.target.port, line, 0)
    const isVague = unread.length > 0 || this.#remarks.length > before
    const isAllowed = one.action === 'pass'
    if (!isAllowed && one.action !== 'block' && one.action !== 'reject') return []
    // What is denied only to some may be open to the others.
    if (!isAllowed && isVague) return []
    const protocols = one.protocol === '' ? undefined : protocolsOf(one.protocol)
    const match: Match = {
      ...(sources === null ? {} : { sources }),
      ...(targets === null ? {} : { targets }),
      ...(protocols === undefined ? {} : { protocols }),
      ...(ports === null ? {} : { ports }),
    }
    return [{ line, match, verdict: isAllowed ? 'allow' : 'deny' }]
  }

  /** Null: anything, or not known and so perhaps anything. */
  #side({ net, isNot }: Side, line: number): readonly Span[] | null {
    const spans = this.#addresses(net, line, 0)
    if (spans === null || !isNot) return spans
    return without(spans)
  }

  #addresses(text: string, line: number, depth: number): readonly Span[] | null {
    if (text === '' || text === 'any') return null
    const span = spanOf(text)
    if (span !== undefined) return [span]
    if (text === '(self)') {
      return this.#interfaces.map(ownAddress).filter((one) => one !== undefined)
    }
    const at = this.#interfaces.find(({ name }) => name === text || `${name}ip` === text)
    if (at !== undefined) {
      const found = at.name === text ? ownNetwork(at) : ownAddress(at)
      if (found !== undefined) return [found]
    }
    const alias = this.#aliases.get(text)
    const isReadable = alias !== undefined && /^(host|network|networkgroup)$/.test(alias.type)
    if (isReadable && depth < deepest) {
      return together(alias.values.map((one) => this.#addresses(one, line, depth + 1)))
    }
    this.#remarks.push({ line, code: 'unknown_name', text })
    return null
  }

  #ports(text: string, line: number, depth: number): readonly Span[] | null {
    if (text === 'any') return [anyPort]
    const span = portsOf(text)
    if (span !== undefined) return [span]
    const alias = this.#aliases.get(text)
    if (alias?.type === 'port' && depth < deepest) {
      return together(alias.values.map((one) => this.#ports(one, line, depth + 1)))
    }
    this.#remarks.push({ line, code: 'unknown_name', text })
    return null
  }

  /** Networks behind an interface; null where nothing says which. */
  #behind(name: string): readonly Span[] | null {
    const own = this.#direct(name)
    if (own !== 'way-out') return own
    return without(
      this.#interfaces.flatMap((other) => {
        const spans = other.name === name ? null : this.#direct(other.name)
        return spans === null || spans === 'way-out' ? [] : spans
      }),
    )
  }

  #direct(name: string): readonly Span[] | 'way-out' | null {
    const one = this.#interfaces.find((each) => each.name === name)
    const address = textIn(one, 'ipaddr')
    // Who is given an address, or has a gateway of its own, leads to the rest of the world.
    if (/^(dhcp|pppoe|pptp|l2tp|ppp)$/.test(address) || textIn(one, 'gateway') !== '') {
      return 'way-out'
    }
    const network = one === undefined ? undefined : ownNetwork(one)
    if (network === undefined) return null
    const gateways = (child(this.#root, 'gateways')?.children ?? []).filter(
      (gateway) => textIn(gateway, 'interface') === name,
    )
    const names = new Set(gateways.map((gateway) => textIn(gateway, 'name')))
    const routes = (child(this.#root, 'staticroutes')?.children ?? []).flatMap((route) => {
      const span = spanOf(textIn(route, 'network'))
      const isHere = names.has(textIn(route, 'gateway')) && !isSet(route, 'disabled')
      return span !== undefined && isHere ? [span] : []
    })
    return [network, ...routes]
  }
}

/** Rules in the order in which they stand: first those of the newer page of OPNsense. */
function spokenIn(root: ConfigElement): readonly Spoken[] {
  const newer = descend(root, 'OPNsense', 'Firewall', 'Filter', 'rules')?.children ?? []
  const older = (child(root, 'filter')?.children ?? []).filter(({ name }) => name === 'rule')
  const isOpn = root.name === 'opnsense'
  const all = [
    ...newer.map((rule, at) => ({ rule, spoken: newRule(rule, at + 1) })),
    ...older.map((rule, at) => ({ rule, spoken: oldRule(rule, newer.length + at + 1, isOpn) })),
  ]
  return all.filter(({ rule }) => !isOff(rule)).map(({ spoken }) => spoken)
}

function isOff(rule: ConfigElement): boolean {
  return isSet(rule, 'disabled') || textIn(rule, 'enabled') === '0'
}

const conditions = ['sched', 'os', 'tagged', 'icmptype', 'dscp', 'vlanprio', 'tcpflags1']

function oldRule(rule: ConfigElement, number: number, isOpn: boolean): Spoken {
  const isFloating = isSet(rule, 'floating')
  const quick = textIn(rule, 'quick')
  const source = oldSide(child(rule, 'source'))
  return {
    number,
    action: textIn(rule, 'type') || 'pass',
    interfaces: listed(textIn(rule, 'interface')),
    isQuick: isFloating ? (isOpn ? quick !== '0' : quick !== '') : quick !== '0',
    isFloating,
    direction: textIn(rule, 'direction') || 'in',
    family: textIn(rule, 'ipprotocol'),
    protocol: textIn(rule, 'protocol'),
    source,
    target: oldSide(child(rule, 'destination')),
    unread: [
      ...conditions.filter((name) => textIn(rule, name) !== ''),
      ...(source.port === '' ? [] : [`source port ${source.port}`]),
    ],
  }
}

function oldSide(side: ConfigElement | undefined): Side {
  const net = textIn(side, 'network') || textIn(side, 'address')
  return { net, isNot: isSet(side, 'not'), port: textIn(side, 'port') }
}

function newRule(rule: ConfigElement, number: number): Spoken {
  const side = (name: string): Side => ({
    net: textIn(rule, `${name}_net`),
    isNot: textIn(rule, `${name}_not`) === '1',
    port: textIn(rule, `${name}_port`),
  })
  const source = side('source')
  const several = [source.net, side('destination').net].filter((net) => net.includes(','))
  return {
    number,
    action: textIn(rule, 'action'),
    interfaces: listed(textIn(rule, 'interface')),
    isQuick: textIn(rule, 'quick') !== '0',
    isFloating: listed(textIn(rule, 'interface')).length !== 1,
    direction: textIn(rule, 'direction') || 'in',
    family: textIn(rule, 'ipprotocol'),
    protocol: textIn(rule, 'protocol'),
    source,
    target: side('destination'),
    unread: [
      ...several,
      ...['sched', 'tagged'].filter((name) => textIn(rule, name) !== ''),
      ...(textIn(rule, 'interfacenot') === '1' ? ['interfacenot'] : []),
      ...(source.port === '' ? [] : [`source port ${source.port}`]),
    ],
  }
}

/** pfSense keeps them apart, OPNsense among its newer settings, a value a line. */
function aliasesIn(root: ConfigElement) {
  const older = child(root, 'aliases')?.children ?? []
  const newer = descend(root, 'OPNsense', 'Firewall', 'Alias', 'aliases')?.children ?? []
  return new Map(
    [...older, ...newer]
      .filter((one) => textIn(one, 'enabled') !== '0')
      .map((one) => {
        const values = listed(`${textIn(one, 'address')} ${textIn(one, 'content')}`)
        return [textIn(one, 'name'), { type: textIn(one, 'type'), values }]
      }),
  )
}

function protocolsOf(text: string): Match['protocols'] {
  const spoken = text.toLowerCase()
  return spoken === 'tcp/udp' ? ['tcp', 'udp'] : transportOf(spoken)
}

function ownNetwork(one: ConfigElement): Span | undefined {
  const bits = textIn(one, 'subnet')
  const span = /^\d{1,2}$/.test(bits) ? spanOf(`${textIn(one, 'ipaddr')}/${bits}`) : undefined
  const address = addressOf(textIn(one, 'ipaddr'))
  return span ?? (address === undefined ? undefined : masked(address, 0xffffffff))
}

function ownAddress(one: ConfigElement): Span | undefined {
  const address = addressOf(textIn(one, 'ipaddr'))
  return address === undefined ? undefined : [address, address]
}

function listed(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '')
}

function child(element: ConfigElement | undefined, name: string): ConfigElement | undefined {
  return element?.children.find((one) => one.name === name)
}

function descend(root: ConfigElement, ...names: readonly string[]): ConfigElement | undefined {
  return names.reduce<ConfigElement | undefined>(child, root)
}

function textIn(element: ConfigElement | undefined, name: string): string {
  return child(element, name)?.text.trim() ?? ''
}

/** pfSense writes an empty element, OPNsense a 1. */
function isSet(element: ConfigElement | undefined, name: string): boolean {
  const text = child(element, name)?.text.trim()
  return text !== undefined && text !== '0' && text !== 'no'
}

function isOn(one: ConfigElement): boolean {
  return isSet(one, 'enable')
}

/** A rule that stands in the lists of several interfaces is remarked upon once. */
function unique(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((one) => [`${one.line} ${one.code} ${one.text}`, one])).values()]
}
