// SPDX-License-Identifier: EUPL-1.2
import {
  type AddressSpan,
  addressOf,
  type Family,
  familyOf,
  masked,
  rangeOf,
  spanOf,
  whole,
} from './addresses.ts'
import { aclRule, portsIn, type ServiceObject } from './cisco-acl.ts'
import {
  type Chain,
  type Gate,
  type Remark,
  type Rule,
  type RuleSet,
  transportOf,
} from './rule-set.ts'
import { both, ofFamily, without } from './spans.ts'

interface Interface {
  name: string
  spans: AddressSpan[]
  level?: number
  readonly lists: { in?: string; out?: string }
}

interface Bound {
  readonly list: string
  readonly way: 'in' | 'out' | 'global'
  readonly on?: string
}

/**
 * A configuration of a Cisco ASA or of an IOS router: access lists where they are bound to an
 * interface. Which interface a packet passes follows from its networks and static routes.
 */
export function readCisco(text: string): RuleSet {
  const reader = new Reader()
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.trim()
    if (content === '' || content.startsWith('!')) reader.leave()
    else reader.read(content, index + 1, /^\s/.test(raw))
  }
  return reader.ruleSet()
}

class Reader {
  readonly #networks = new Map<string, AddressSpan[]>()
  readonly #services = new Map<string, ServiceObject[]>()
  readonly #lists = new Map<string, Rule[]>()
  readonly #interfaces: Interface[] = []
  readonly #bound: Bound[] = []
  readonly #routes: { readonly on: string; readonly span: AddressSpan }[] = []
  /** Lists of IOS: each speaks of one family. */
  readonly #families = new Map<string, Family>()
  readonly #remarks: Remark[] = []
  #isAsa = false
  /** What the indented lines that follow belong to. */
  #inside: ((words: readonly string[], line: number) => void) | undefined

  leave(): void {
    this.#inside = undefined
  }

  read(content: string, line: number, isIndented: boolean): void {
    const words = content.split(/\s+/)
    if (isIndented && this.#inside !== undefined) {
      this.#inside(words, line)
      return
    }
    this.#inside = undefined
    const [first = '', second = '', third = '', fourth = ''] = words
    if (first === 'ASA') this.#isAsa = true
    else if (first === 'object' && second === 'network') this.#network(third)
    else if (first === 'object' && second === 'service') this.#service(third)
    else if (first === 'object-group' && second === 'network') this.#network(third)
    else if (first === 'object-group' && second === 'service') this.#service(third, fourth)
    else if (first === 'object-group') this.#inside = () => {}
    else if (first === 'interface') this.#interface(second)
    else if (first === 'ip' && second === 'access-list') this.#list(fourth, 4)
    else if (first === 'ipv6' && second === 'access-list') this.#list(third, 6)
    else if (first === 'access-list') this.#numbered(words, line)
    else if (first === 'access-group') this.#bind(words)
    else if (first === 'route') this.#route(second, maskedSpans(third, fourth))
    else if (first === 'ipv6' && second === 'route') this.#route(third, spansOf(fourth))
  }

  ruleSet(): RuleSet {
    const chains = new Map<string, Chain>()
    for (const [name, rules] of this.#lists) chains.set(name, { rules, policy: 'deny' })
    const gates: Gate[] = []
    for (const { list, way, on } of this.#bound) {
      const behind = way === 'global' ? undefined : this.#spansOf(on ?? '')
      const family = this.#families.get(list)
      const spans = family === undefined ? behind : ofFamily(behind, family)
      if (spans === undefined) gates.push({ chain: list })
      else if (way === 'in') gates.push({ chain: list, sources: spans })
      else gates.push({ chain: list, targets: spans })
    }
    gates.push(...this.#levelGates(chains))
    const families = this.#speaksOfSix() ? ([4, 6] as const) : ([4] as const)
    return { dialect: 'cisco', chains, gates, families, remarks: this.#remarks }
  }

  /** Where no interface has an address of IPv6 and no list is of it, nothing is said about it. */
  #speaksOfSix(): boolean {
    const isSix = ([from]: AddressSpan) => familyOf(from) === 6
    const has = this.#interfaces.some(({ spans }) => spans.some(isSix))
    return has || [...this.#families.values()].includes(6)
  }

  /** Without a list an ASA lets pass what goes to an interface that is trusted less. */
  #levelGates(chains: Map<string, Chain>): Gate[] {
    if (!this.#isAsa) return []
    const gates: Gate[] = []
    const isGuarded = ({ name, lists }: Interface) =>
      lists.in !== undefined || this.#bound.some(({ on, way }) => on === name && way === 'in')
    for (const one of this.#interfaces.filter((each) => !isGuarded(each))) {
      const sources = this.#spansOf(one.name)
      if (sources === undefined || one.level === undefined) continue
      const higher = this.#interfaces.filter(
        (other) => other !== one && (other.level ?? 0) >= (one.level ?? 0),
      )
      const targets = higher.flatMap(({ name }) => this.#spansOf(name) ?? [])
      if (targets.length === 0) continue
      const chain = `level ${one.name}`
      chains.set(chain, { rules: [], policy: 'deny' })
      gates.push({ chain, sources, targets })
    }
    return gates
  }

  /** Networks behind an interface; undefined when nothing says which. */
  #spansOf(name: string): readonly AddressSpan[] | undefined {
    const all = [
      ...this.#interfaces.flatMap((one) => one.spans.map((span) => ({ on: one.name, span }))),
      ...this.#routes,
    ]
    const own = all.filter(({ on }) => on === name).map(({ span }) => span)
    if (own.length === 0) return undefined
    // The narrower network wins: a default route is what no other way is for.
    return own.flatMap((span) =>
      differenceOf(
        span,
        all.filter((one) => one.on !== name && sizeOf(one.span) < sizeOf(span)),
      ),
    )
  }

  #network(name: string): void {
    const spans = this.#networks.get(name) ?? []
    this.#networks.set(name, spans)
    this.#inside = (words, line) => {
      const [kind = '', ...rest] = words
      const [first = '', second = ''] = kind === 'network-object' ? rest : words
      const value = kind === 'network-object' ? rest : words
      let found: readonly AddressSpan[] | undefined
      if (first === 'description' || first === 'nat') return
      if (first === 'host') found = spansOf(second)
      else if (first === 'subnet') found = maskedSpans(value[1], value[2]) ?? spansOf(second)
      else if (first === 'range') found = listOf(rangeOf(second, value[2] ?? ''))
      else if (first === 'object' || first === 'group-object') found = this.#networks.get(second)
      else found = maskedSpans(first, second) ?? spansOf(first)
      if (found === undefined) this.#remark(line, 'unknown_name', words)
      else spans.push(...found)
    }
  }

  #service(name: string, transport?: string): void {
    const list = this.#services.get(name) ?? []
    this.#services.set(name, list)
    this.#inside = (words, line) => {
      const [kind = '', first = '', ...rest] = words
      if (kind === 'description') return
      if (kind === 'port-object') {
        const ports = portsIn([first, ...rest])
        if (ports === undefined) this.#remark(line, 'condition_not_read', words)
        else list.push({ protocols: transportOf(transport ?? 'tcp'), ports: [ports] })
      } else if (kind === 'group-object' || (kind === 'service-object' && first === 'object')) {
        const known = this.#services.get(kind === 'group-object' ? first : (rest[0] ?? ''))
        if (known === undefined) this.#remark(line, 'unknown_name', words)
        else list.push(...known)
      } else if (kind === 'service' || kind === 'service-object') {
        const at = rest.indexOf('destination')
        const ports = at < 0 ? undefined : portsIn(rest.slice(at + 1))
        const protocols = transportOf(first)
        list.push(ports === undefined ? { protocols } : { protocols, ports: [ports] })
      } else this.#remark(line, 'line_not_read', words)
    }
  }

  #interface(name: string): void {
    const one: Interface = { name, spans: [], lists: {} }
    this.#interfaces.push(one)
    this.#inside = (words) => {
      const [first = '', second = '', third = '', fourth = ''] = words
      if (first === 'nameif') {
        one.name = second
        this.#isAsa = true
      } else if (first === 'security-level') one.level = Number(second)
      else if (first === 'ip' && second === 'address') {
        one.spans.push(...(maskedSpans(third, fourth) ?? []))
      } else if (first === 'ipv6' && second === 'address') {
        one.spans.push(...(spansOf(third) ?? []))
      } else if (second === 'access-group' || second === 'traffic-filter') {
        const way = fourth === 'out' ? 'out' : 'in'
        if (first === 'ip') one.lists[way] = third
        // Lists of both families may bear one name.
        this.#bound.push({ list: first === 'ipv6' ? sixth(third) : third, way, on: one.name })
      }
    }
  }

  #list(name: string, family: Family): void {
    const own = family === 6 ? sixth(name) : name
    const rules = this.#rulesOf(own)
    this.#families.set(own, family)
    this.#inside = (words, line) => {
      const isNumbered = /^(\d+|sequence)$/.test(words[0] ?? '')
      const rest = words.slice(words[0] === 'sequence' ? 2 : isNumbered ? 1 : 0)
      this.#rule(rules, rest, line, { isWildcard: true })
    }
  }

  /** `access-list NAME extended …` of an ASA, `access-list 101 …` of IOS. */
  #numbered(words: readonly string[], line: number): void {
    const [, name = '', kind = ''] = words
    const isAsa = kind === 'extended'
    if (kind === 'remark' || kind === 'standard') return
    if (isAsa) this.#isAsa = true
    const rest = words.slice(isAsa ? 3 : 2)
    const isWildcard = !isAsa && /^\d+$/.test(name)
    if (isWildcard) this.#families.set(name, 4)
    this.#rule(this.#rulesOf(name), rest, line, { isWildcard })
  }

  #rule(
    rules: Rule[],
    words: readonly string[],
    line: number,
    { isWildcard }: { readonly isWildcard: boolean },
  ): void {
    if (words[0] === 'remark') return
    const names = { networks: this.#networks, services: this.#services }
    const read = aclRule(words, names, { isWildcard })
    for (const code of read.remarks) this.#remark(line, code, words)
    rules.push(...read.rules.map(({ match, verdict }) => ({ line, match, verdict })))
  }

  #bind(words: readonly string[]): void {
    const [, list = '', way = '', , on = ''] = words
    if (way === 'global') this.#bound.push({ list, way })
    else if (way === 'in' || way === 'out') this.#bound.push({ list, way, on })
  }

  #route(on: string, spans: readonly AddressSpan[] | undefined): void {
    for (const span of spans ?? []) this.#routes.push({ on, span })
  }

  #rulesOf(name: string): Rule[] {
    const rules = this.#lists.get(name) ?? []
    this.#lists.set(name, rules)
    return rules
  }

  #remark(line: number, code: Remark['code'], words: readonly string[]): void {
    this.#remarks.push({ line, code, text: words.join(' ') })
  }
}

/** A name apart from the same of IPv4. */
function sixth(name: string): string {
  return `ipv6 ${name}`
}

function listOf(span: AddressSpan | undefined): AddressSpan[] | undefined {
  return span === undefined ? undefined : [span]
}

/** `0.0.0.0 0.0.0.0` is IPv4, `::/0` all of IPv6. */
function spansOf(text: string): readonly AddressSpan[] | undefined {
  return text === '::/0' ? whole[6] : listOf(spanOf(text))
}

function maskedSpans(
  address: string | undefined,
  mask: string | undefined,
): AddressSpan[] | undefined {
  const value = addressOf(address ?? '')
  return value === undefined ? undefined : listOf(masked(value, addressOf(mask ?? '')))
}

function sizeOf([from, to]: AddressSpan): bigint {
  return to - from
}

function differenceOf(
  span: AddressSpan,
  others: readonly { readonly span: AddressSpan }[],
): readonly AddressSpan[] {
  return both(without(others.map((one) => one.span)), [span])
}
