// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'

export type Filter =
  | { readonly is: 'all' }
  | { readonly is: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly is: 'not'; readonly of: Filter }
  | { readonly is: 'kind'; readonly kind: Kind }
  | { readonly is: 'vlan'; readonly id: number | null }
  | {
      readonly is: 'net'
      readonly side: Side
      /** The first `bits` of these bytes; 4 or 16 of them. */
      readonly bytes: readonly number[]
      readonly bits: number
    }
  | { readonly is: 'mac'; readonly side: Side; readonly bytes: readonly number[] }
  | { readonly is: 'port'; readonly side: Side; readonly from: number; readonly to: number }

export type Side = 'src' | 'dst' | 'either'
const kinds = ['ip', 'ip6', 'arp', 'tcp', 'udp', 'icmp', 'icmp6'] as const
export type Kind = (typeof kinds)[number]

const qualified: readonly string[] = ['host', 'net', 'port', 'portrange', 'src', 'dst']
const longest = 1_000
const mostWords = 200
const deepest = 20

/** Where it went wrong is told as the word and its place, from 1. */
class Wrong extends Error {
  readonly place: number
  readonly found: string
  readonly expected: string

  constructor(place: number, found: string, expected: string) {
    super(expected)
    this.place = place
    this.found = found
    this.expected = expected
  }
}

/**
 * `host`, `net`, `port`, `portrange`, `ether host`, `vlan`, and the names of protocols, each with
 * `src` or `dst` where that means something, joined by `and`, `or`, `not` and brackets.
 */
export function parseFilter(text: string): Outcome<Filter, 'filter-refused'> {
  const words = text
    .slice(0, longest + 1)
    .replaceAll(/([()!])/g, ' $1 ')
    .split(/\s+/)
    .filter((word) => word !== '')
  if (text.length > longest || words.length > mostWords) {
    return refuse('filter-refused', { expected: `at most ${longest} characters` })
  }
  if (words.length === 0) return ok({ is: 'all' })
  try {
    return ok(new Reading(words).whole())
  } catch (fault) {
    if (!(fault instanceof Wrong)) throw fault
    const { place, found, expected } = fault
    return refuse('filter-refused', { place, found, expected })
  }
}

class Reading {
  readonly #words: readonly string[]
  #at = 0
  #depth = 0

  constructor(words: readonly string[]) {
    this.#words = words
  }

  whole(): Filter {
    const filter = this.#any()
    if (this.#at < this.#words.length) throw this.#wrong('and, or, or the end')
    return filter
  }

  #any(): Filter {
    const of = [this.#all()]
    while (this.#take('or', '||')) of.push(this.#all())
    return of.length === 1 && of[0] !== undefined ? of[0] : { is: 'or', of }
  }

  #all(): Filter {
    const of = [this.#one()]
    while (this.#take('and', '&&')) of.push(this.#one())
    return of.length === 1 && of[0] !== undefined ? of[0] : { is: 'and', of }
  }

  #one(): Filter {
    this.#depth += 1
    if (this.#depth > deepest) throw this.#wrong('fewer brackets')
    try {
      if (this.#take('not', '!')) return { is: 'not', of: this.#one() }
      if (!this.#take('(')) return this.#primitive()
      const inner = this.#any()
      if (!this.#take(')')) throw this.#wrong(')')
      return inner
    } finally {
      this.#depth -= 1
    }
  }

  #primitive(): Filter {
    const kind = kinds.find((name) => name === this.#word)
    if (kind !== undefined) {
      this.#at += 1
      const own: Filter = { is: 'kind', kind }
      // `tcp port 80`: the protocol narrows what follows it.
      const isNarrowing = qualified.includes(this.#word ?? '')
      return isNarrowing ? { is: 'and', of: [own, this.#primitive()] } : own
    }
    if (this.#take('vlan')) {
      const id = /^\d{1,4}$/.test(this.#word ?? '') ? Number(this.#next()) : null
      return { is: 'vlan', id }
    }
    const isEther = this.#take('ether')
    const side = this.#take('src') ? 'src' : this.#take('dst') ? 'dst' : 'either'
    if (isEther) {
      if (!this.#take('host') && side === 'either') throw this.#wrong('host')
      return { is: 'mac', side, bytes: this.#mac() }
    }
    if (this.#take('port')) {
      const port = this.#port(this.#next())
      return { is: 'port', side, from: port, to: port }
    }
    if (this.#take('portrange')) {
      const [from, to] = this.#next().split('-')
      return { is: 'port', side, from: this.#port(from), to: this.#port(to) }
    }
    if (this.#take('net')) return this.#net(side)
    if (this.#take('host') || side !== 'either') return this.#net(side)
    throw this.#wrong('host, net, port, portrange, ether, vlan, or a protocol')
  }

  #net(side: Side): Filter {
    const [address = '', length] = this.#next().split('/')
    const bytes = ipv4(address) ?? ipv6(address)
    if (bytes === undefined) throw this.#wrong('an address', -1)
    const most = bytes.length * 8
    const bits = length === undefined ? most : Number(length)
    if (!/^\d{1,3}$/.test(length ?? '0') || bits > most) throw this.#wrong('a length', -1)
    return { is: 'net', side, bytes, bits }
  }

  #mac(): readonly number[] {
    const word = this.#next()
    if (!/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(word)) throw this.#wrong('00:11:22:33:44:55', -1)
    return word.split(':').map((part) => Number.parseInt(part, 16))
  }

  #port(word: string | undefined): number {
    if (!/^\d{1,5}$/.test(word ?? '') || Number(word) > 65_535) throw this.#wrong('a port', -1)
    return Number(word)
  }

  get #word(): string | undefined {
    return this.#words[this.#at]
  }

  #next(): string {
    const word = this.#word
    if (word === undefined) throw this.#wrong('more')
    this.#at += 1
    return word
  }

  #take(...names: readonly string[]): boolean {
    const isOne = this.#word !== undefined && names.includes(this.#word)
    if (isOne) this.#at += 1
    return isOne
  }

  #wrong(expected: string, back = 0): Wrong {
    const at = this.#at + back
    return new Wrong(at + 1, this.#words[at] ?? '', expected)
  }
}

function ipv4(text: string): readonly number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined
  const bytes = text.split('.').map(Number)
  return bytes.every((byte) => byte < 256) ? bytes : undefined
}

function ipv6(text: string): readonly number[] | undefined {
  if (!/^[0-9a-f:]{2,39}$/i.test(text)) return undefined
  const [head = '', tail, more] = text.split('::')
  if (more !== undefined) return undefined
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [first, last] = [groups(head), groups(tail)]
  const missing = 8 - first.length - last.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  const all = [...first, ...Array.from({ length: missing }, () => '0'), ...last]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return all.flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
}
