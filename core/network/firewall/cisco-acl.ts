// SPDX-License-Identifier: EUPL-1.2
import { type AddressSpan, addressOf, masked, spanOf, turned, whole } from './addresses.ts'
import {
  portOf,
  type Remark,
  type Rule,
  type Span,
  type Transport,
  transportOf,
} from './rule-set.ts'

export interface ServiceObject {
  readonly protocols: readonly Transport[]
  readonly ports?: readonly Span[]
}

/** Names that rules use for addresses and services. */
export interface Names {
  readonly networks: ReadonlyMap<string, readonly AddressSpan[]>
  readonly services: ReadonlyMap<string, readonly ServiceObject[]>
}

interface AclRules {
  readonly rules: readonly Pick<Rule, 'match' | 'verdict'>[]
  readonly remarks: readonly Remark['code'][]
}

/** `permit tcp any host 10.0.0.1 eq 502 …`. IOS writes masks turned round (wildcards). */
export function aclRule(
  words: readonly string[],
  names: Names,
  options: { readonly isWildcard: boolean },
): AclRules {
  const [action, ...rest] = words
  if (action !== 'permit' && action !== 'deny') return { rules: [], remarks: ['line_not_read'] }
  const reading = new Reading(rest, names, options.isWildcard)
  const services = reading.services()
  const sources = reading.addresses()
  reading.ports()
  const targets = reading.addresses()
  const ports = reading.ports()
  const { remarks } = reading
  const tail = reading.rest()
  if (tail.includes('time-range')) remarks.push('condition_not_read')
  // Replies to what is already open open nothing; what is switched off says nothing.
  if (tail.includes('established') || tail.includes('inactive')) return { rules: [], remarks }
  if (remarks.length > 0 && action === 'deny') return { rules: [], remarks }
  const rules = services.flatMap((service) => {
    const own = ports.length > 0 ? ports : [undefined]
    return own.map((list) => {
      const spans = list?.ports ?? service.ports
      // A group of ports brings its own transports.
      const protocols = list?.protocols ?? service.protocols
      return {
        verdict: action === 'permit' ? ('allow' as const) : ('deny' as const),
        match: {
          protocols,
          ...(sources && { sources }),
          ...(targets && { targets }),
          ...(spans && { ports: spans }),
        },
      }
    })
  })
  return { rules, remarks }
}

class Reading {
  readonly remarks: Remark['code'][] = []
  readonly #words: readonly string[]
  readonly #names: Names
  readonly #isWildcard: boolean
  #at = 0

  constructor(words: readonly string[], names: Names, isWildcard: boolean) {
    this.#words = words
    this.#names = names
    this.#isWildcard = isWildcard
  }

  services(): readonly ServiceObject[] {
    const word = this.#next()
    if (word !== 'object' && word !== 'object-group') return [{ protocols: transportOf(word) }]
    return this.#named(this.#names.services) ?? [{ protocols: transportOf('ip') }]
  }

  /** Undefined for any address. */
  addresses(): readonly AddressSpan[] | undefined {
    const word = this.#next()
    if (word === 'any') return undefined
    if (word === 'any4' || word === 'any6') return whole[word === 'any4' ? 4 : 6]
    if (word === 'host') return this.#host(this.#next())
    if (word === 'object' || word === 'object-group') return this.#named(this.#names.networks)
    if (word === 'interface') {
      this.#next()
      this.remarks.push('condition_not_read')
      return undefined
    }
    const network = word.includes('/') ? networkOf(word) : undefined
    if (network !== undefined) return network
    const address = addressOf(word)
    const second = addressOf(this.#peek())
    if (address === undefined) {
      this.remarks.push('condition_not_read')
      return undefined
    }
    if (second === undefined) return [[address, address]]
    this.#at += 1
    const span = masked(address, this.#isWildcard ? turned(second) : second)
    if (span !== undefined) return [span]
    this.remarks.push('condition_not_read')
    return undefined
  }

  /** Empty for any port. */
  ports(): readonly Partial<ServiceObject>[] {
    const word = this.#peek()
    if (word === 'neq') {
      this.#at += 2
      this.remarks.push('condition_not_read')
      return []
    }
    if (word === 'object-group' && this.#names.services.has(this.#words[this.#at + 1] ?? '')) {
      this.#at += 1
      return this.#named(this.#names.services) ?? []
    }
    if (!['eq', 'gt', 'lt', 'range'].includes(word)) return []
    const span = portsIn(this.#words.slice(this.#at))
    this.#at += word === 'range' ? 3 : 2
    if (span !== undefined) return [{ ports: [span] }]
    this.remarks.push('condition_not_read')
    return []
  }

  rest(): readonly string[] {
    return this.#words.slice(this.#at)
  }

  #host(text: string): readonly AddressSpan[] | undefined {
    const address = addressOf(text)
    if (address !== undefined) return [[address, address]]
    this.remarks.push('unknown_name')
    return undefined
  }

  #named<Value>(names: ReadonlyMap<string, readonly Value[]>): readonly Value[] | undefined {
    const found = names.get(this.#next())
    if (found === undefined || found.length === 0) this.remarks.push('unknown_name')
    return found === undefined || found.length === 0 ? undefined : found
  }

  #peek(): string {
    return this.#words[this.#at] ?? ''
  }

  #next(): string {
    const word = this.#peek()
    this.#at += 1
    return word
  }
}

/** `2001:db8::/32`; of all of IPv6 both its sides. */
function networkOf(text: string): readonly AddressSpan[] | undefined {
  if (text === '::/0') return whole[6]
  const span = spanOf(text)
  return span === undefined ? undefined : [span]
}

/** `eq https`, `range 1 9`, `gt 1023`, `lt 1024`. */
export function portsIn([word = '', first = '', second = '']: readonly string[]): Span | undefined {
  const from = portOf(first)
  if (from === undefined) return undefined
  if (word === 'eq') return [from, from]
  if (word === 'gt') return [from + 1, 65_535]
  if (word === 'lt') return [0, from - 1]
  const to = portOf(second)
  return word === 'range' && to !== undefined && from <= to ? [from, to] : undefined
}
