// SPDX-License-Identifier: EUPL-1.2
import type { AddressSpan } from './addresses.ts'
import {
  anyPort,
  type Chain,
  type Gate,
  type Match,
  type RuleSet,
  type Span,
  type Transport,
  transports,
} from './rule-set.ts'

/** Ports of each transport, in order and apart; for icmp and the rest one span stands for all. */
export type Services = Readonly<Record<Transport, readonly Span[]>>

const nothing: Services = { tcp: [], udp: [], icmp: [], other: [] }
const everything: Services = { tcp: [anyPort], udp: [anyPort], icmp: [anyPort], other: [anyPort] }

// Chains call each other; more than any firewall nests, fewer than a circle.
const deepest = 24

/** What may be opened from one address to the other, as far as the rules were read. */
export function permittedServices(set: RuleSet, source: bigint, target: bigint): Services {
  let open = everything
  for (const gate of set.gates) {
    if (!applies(gate, source, target)) continue
    const chain = set.chains.get(gate.chain)
    if (chain === undefined) continue
    const { allowed, rest } = walk(set, chain, open, { source, target }, 0)
    open = chain.policy === 'allow' ? union(allowed, rest) : allowed
  }
  return open
}

/** The same rules for one who opens: only those that look at no other. */
export function narrowedTo(set: RuleSet, source: bigint): RuleSet {
  const gates = set.gates
    .filter(({ sources }) => holds(sources, source))
    .map(({ sources: _, ...gate }) => gate)
  const chains = new Map(
    [...set.chains].map(([name, { rules, ...chain }]) => {
      const own = rules
        .filter(({ match }) => holds(match.sources, source))
        .map(({ match: { sources: _, ...match }, ...rule }) => ({ ...rule, match }))
      return [name, { ...chain, rules: own }]
    }),
  )
  return { ...set, gates, chains }
}

/**
 * Places of the gates and rules that an address meets, as who opens or as who answers. Those that look
 * at no address are met by all and not named.
 */
export function metBy({ gates, chains }: RuleSet, side: 'sources' | 'targets', address: bigint) {
  const met: number[] = []
  let at = 0
  for (const gate of gates) {
    if (gate[side] !== undefined && holds(gate[side], address)) met.push(at)
    at += 1
  }
  for (const { rules } of chains.values()) {
    for (const { match } of rules) {
      if (match[side] !== undefined && holds(match[side], address)) met.push(at)
      at += 1
    }
  }
  return met
}

/** Texts like `tcp/502`, `udp/1000-2000`, `tcp/*`, `icmp`. */
export function serviceTexts(services: Services): readonly string[] {
  return transports.flatMap((transport) => {
    const spans = services[transport]
    if (spans.length === 0) return []
    if (transport === 'icmp' || transport === 'other') return [transport]
    return spans.map(([from, to]) => {
      if (from <= 1 && to === anyPort[1]) return `${transport}/*`
      return `${transport}/${from === to ? from : `${from}-${to}`}`
    })
  })
}

function applies(gate: Gate, source: bigint, target: bigint): boolean {
  return holds(gate.sources, source) && holds(gate.targets, target)
}

function holds(spans: readonly AddressSpan[] | undefined, value: bigint): boolean {
  return spans === undefined || spans.some(([from, to]) => from <= value && value <= to)
}

interface Ends {
  readonly source: bigint
  readonly target: bigint
}

/** `rest` is what the chain lets run out or sends back. */
function walk(
  set: RuleSet,
  chain: Chain,
  offered: Services,
  ends: Ends,
  depth: number,
): { readonly allowed: Services; readonly rest: Services } {
  let allowed = nothing
  let returned = nothing
  let rest = offered
  if (depth > deepest) return { allowed, rest }
  for (const { match, verdict } of chain.rules) {
    if (!holds(match.sources, ends.source) || !holds(match.targets, ends.target)) continue
    const met = intersection(rest, servicesOf(match))
    if (isEmpty(met)) continue
    rest = difference(rest, met)
    if (verdict === 'allow') allowed = union(allowed, met)
    else if (verdict === 'return') returned = union(returned, met)
    else if (verdict !== 'deny') {
      const called = set.chains.get(verdict.jump)
      if (called === undefined) rest = union(rest, met)
      else {
        const inner = walk(set, called, met, ends, depth + 1)
        allowed = union(allowed, inner.allowed)
        rest = union(rest, verdict.isUnsure === true ? met : inner.rest)
      }
    }
  }
  return { allowed, rest: union(rest, returned) }
}

function servicesOf({ protocols = transports, ports }: Match): Services {
  const of = (transport: Transport) => {
    if (!protocols.includes(transport)) return []
    const hasPorts = transport === 'tcp' || transport === 'udp'
    if (ports === undefined) return [anyPort]
    return hasPorts ? merged(ports) : []
  }
  return { tcp: of('tcp'), udp: of('udp'), icmp: of('icmp'), other: of('other') }
}

function isEmpty(services: Services): boolean {
  return transports.every((transport) => services[transport].length === 0)
}

function each(make: (transport: Transport) => readonly Span[]): Services {
  return { tcp: make('tcp'), udp: make('udp'), icmp: make('icmp'), other: make('other') }
}

function union(a: Services, b: Services): Services {
  return each((transport) => merged([...a[transport], ...b[transport]]))
}

function intersection(a: Services, b: Services): Services {
  return each((transport) =>
    a[transport].flatMap(([from, to]) =>
      b[transport].flatMap(([low, high]): Span[] => {
        const span: Span = [Math.max(from, low), Math.min(to, high)]
        return span[0] <= span[1] ? [span] : []
      }),
    ),
  )
}

function difference(a: Services, b: Services): Services {
  return each((transport) =>
    a[transport].flatMap((span) => {
      let left: Span[] = [span]
      for (const [low, high] of b[transport]) {
        left = left.flatMap(([from, to]): Span[] => {
          if (high < from || low > to) return [[from, to]]
          const before: Span[] = low > from ? [[from, low - 1]] : []
          return high < to ? [...before, [high + 1, to]] : before
        })
      }
      return left
    }),
  )
}

/** In order, those that touch joined. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort(([a], [b]) => a - b)
  const list: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = list.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else list.push([from, to])
  }
  return list
}
