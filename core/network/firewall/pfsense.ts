// SPDX-License-Identifier: EUPL-1.2
import { type AddressSpan, addressOf, type Family, spanOf } from './addresses.ts'
import { type ConfigElement, child, isOn, isSet, textIn } from './config-element.ts'
import { aliasesIn, type Side, type Spoken, spokenIn } from './pfsense-rules.ts'
import {
  anyPort,
  type Chain,
  type Gate,
  type Match,
  portsOf,
  type Remark,
  type Rule,
  type RuleSet,
  type Span,
  transportOf,
} from './rule-set.ts'
import { allBut, ofFamily, together, without } from './spans.ts'

/**
 * `config.xml` of OPNsense or pfSense: the rules of interfaces and floating rules. Undefined for
 * another document.
 */
export function readPfSense(root: ConfigElement): RuleSet | undefined {
  if (root.name !== 'opnsense' && root.name !== 'pfsense') return undefined
  const reader = new Reader(root)
  return { dialect: root.name, ...reader.ruleSet() }
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
    const families = this.#interfaces.some(hasSix) ? ([4, 6] as const) : ([4] as const)
    for (const { name } of this.#interfaces) {
      const known = families.map((family) => this.#behind(name, family))
      const spans = known.flatMap((one) => one ?? [])
      if (known.includes(null)) {
        this.#remarks.push({ line: 0, code: 'line_not_read', text: `interface ${name}` })
      }
      if (spans.length === 0) continue
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
    return { chains, gates, families, remarks: unique(this.#remarks) }
  }

  #rules(one: Spoken): Rule[] {
    const { number: line, family, unread } = one
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
    const only = family === 'inet46' ? undefined : family === 'inet6' ? 6 : 4
    const from = only === undefined ? sources : ofFamily(sources ?? undefined, only)
    const match: Match = {
      ...(from === null ? {} : { sources: from }),
      ...(targets === null ? {} : { targets }),
      ...(protocols === undefined ? {} : { protocols }),
      ...(ports === null ? {} : { ports }),
    }
    return [{ line, match, verdict: isAllowed ? 'allow' : 'deny' }]
  }

  /** Null: anything, or not known and so perhaps anything. */
  #side({ net, isNot }: Side, line: number): readonly AddressSpan[] | null {
    const spans = this.#addresses(net, line, 0)
    if (spans === null || !isNot) return spans
    return allBut(spans)
  }

  #addresses(text: string, line: number, depth: number): readonly AddressSpan[] | null {
    if (text === '' || text === 'any') return null
    const span = spanOf(text)
    if (span !== undefined) return [span]
    if (text === '(self)') {
      return this.#interfaces.flatMap(ownAddresses)
    }
    const at = this.#interfaces.find(({ name }) => name === text || `${name}ip` === text)
    if (at !== undefined) {
      const found = at.name === text ? ownNetworks(at) : ownAddresses(at)
      if (found.length > 0) return found
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
  #behind(name: string, family: Family): readonly AddressSpan[] | null {
    const own = this.#direct(name, family)
    if (own !== 'way-out') return own
    const others = this.#interfaces.flatMap((other) => {
      const spans = other.name === name ? null : this.#direct(other.name, family)
      return spans === null || spans === 'way-out' ? [] : spans
    })
    return ofFamily(without(others), family)
  }

  #direct(name: string, family: Family): readonly AddressSpan[] | 'way-out' | null {
    const one = this.#interfaces.find((each) => each.name === name)
    const suffix = family === 6 ? 'v6' : ''
    const address = textIn(one, `ipaddr${suffix}`)
    if (family === 6 && address === '') return []
    // Who is given an address, or has a gateway of its own, leads to the rest of the world.
    if (given.has(address) || textIn(one, `gateway${suffix}`) !== '') return 'way-out'
    const networks = one === undefined ? [] : ofFamily(ownNetworks(one), family)
    if (networks.length === 0) return null
    const gateways = (child(this.#root, 'gateways')?.children ?? []).filter(
      (gateway) => textIn(gateway, 'interface') === name,
    )
    const names = new Set(gateways.map((gateway) => textIn(gateway, 'name')))
    const routes = (child(this.#root, 'staticroutes')?.children ?? []).flatMap((route) => {
      const span = spanOf(textIn(route, 'network'))
      const isHere = names.has(textIn(route, 'gateway')) && !isSet(route, 'disabled')
      return span !== undefined && isHere ? [span] : []
    })
    return [...networks, ...ofFamily(routes, family)]
  }
}

/** Ways in which an interface is given its address from outside. */
const given: ReadonlySet<string> = new Set([
  ...['dhcp', 'pppoe', 'pptp', 'l2tp', 'ppp'],
  ...['dhcp6', 'slaac', '6rd', '6to4'],
])

function hasSix(one: ConfigElement): boolean {
  return textIn(one, 'ipaddrv6') !== ''
}

function protocolsOf(text: string): Match['protocols'] {
  const spoken = text.toLowerCase()
  return spoken === 'tcp/udp' ? ['tcp', 'udp'] : transportOf(spoken)
}

/** Of both families; without a length the address alone. */
function ownNetworks(one: ConfigElement): readonly AddressSpan[] {
  return (['', 'v6'] as const).flatMap((suffix) => {
    const address = textIn(one, `ipaddr${suffix}`)
    const bits = textIn(one, `subnet${suffix}`)
    const span = /^\d{1,3}$/.test(bits) ? spanOf(`${address}/${bits}`) : undefined
    return span === undefined ? addressesIn(address) : [span]
  })
}

function ownAddresses(one: ConfigElement): readonly AddressSpan[] {
  return [textIn(one, 'ipaddr'), textIn(one, 'ipaddrv6')].flatMap(addressesIn)
}

function addressesIn(text: string): readonly AddressSpan[] {
  const address = addressOf(text)
  return address === undefined ? [] : [[address, address]]
}

/** A rule that stands in the lists of several interfaces is remarked upon once. */
function unique(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((one) => [`${one.line} ${one.code} ${one.text}`, one])).values()]
}
