// SPDX-License-Identifier: EUPL-1.2
import { type AddressSpan, type Family, spanOf } from './addresses.ts'
import { portsOf, type Rule, type Span, transportOf, type Verdict } from './rule-set.ts'
import { allBut } from './spans.ts'

/** One statement of a chain, read word by word. */
export interface NftRule {
  readonly match: Rule['match']
  readonly verdict?: Verdict | undefined
  /** The last condition that was not read. */
  readonly unread?: string | undefined
  /** Only packets of what is open already. */
  readonly isReply: boolean
  /** Absent: both. */
  readonly family?: Family | undefined
}

export interface Operand {
  readonly values: readonly string[]
  readonly isNot: boolean
  readonly end: number
}

type Draft = {
  match: { -readonly [key in keyof Rule['match']]: Rule['match'][key] }
  verdict?: Verdict | undefined
  unread?: string | undefined
  isReply: boolean
  family?: Family | undefined
}

/** `operand` reads what stands at a place; `table` is put in front of names of chains. */
export function nftRule(
  texts: readonly string[],
  table: string,
  operand: (at: number) => Operand,
): NftRule {
  const draft: Draft = { match: {}, isReply: false }
  for (let at = 0; at < texts.length; ) {
    at =
      verdictAt(draft, texts, at, table) ??
      noteAt(texts, at, operand) ??
      conditionAt(draft, texts, at, operand) ??
      unreadAt(draft, texts, at)
  }
  return draft
}

function verdictAt(
  draft: Draft,
  texts: readonly string[],
  at: number,
  table: string,
): number | undefined {
  const word = texts[at]
  if (word === 'accept') draft.verdict = 'allow'
  else if (word === 'return') draft.verdict = 'return'
  else if (word === 'drop') draft.verdict = 'deny'
  else if (word === 'reject') {
    draft.verdict = 'deny'
    // How it refuses does not matter.
    return texts.length
  } else if (word === 'jump' || word === 'goto') {
    draft.verdict = { jump: table + (texts[at + 1] ?? '') }
    return at + 2
  } else return undefined
  return at + 1
}

const logWords = new Set(['prefix', 'level', 'group', 'flags', 'snaplen'])

/** Counting, notes, and interfaces: where a packet goes follows from its addresses. */
function noteAt(
  texts: readonly string[],
  at: number,
  operand: (at: number) => Operand,
): number | undefined {
  const word = texts[at] ?? ''
  if (word === 'counter' || word === 'continue') return at + 1
  if (word === 'packets' || word === 'bytes' || word === 'comment') return at + 2
  if (/^[io]if(name)?$/.test(word)) return operand(at + 1).end
  if (word !== 'log') return undefined
  let end = at + 1
  while (logWords.has(texts[end] ?? '')) end += 2
  return end
}

function conditionAt(
  draft: Draft,
  texts: readonly string[],
  at: number,
  operand: (at: number) => Operand,
): number | undefined {
  const [word = '', next = ''] = texts.slice(at, at + 2)
  const pair = `${word} ${next}`
  if (!conditions.has(pair)) return undefined
  const { values, isNot, end } = operand(at + 2)
  draft.family = familyBy(word) ?? draft.family
  if (pair === 'ct state') draft.isReply = !values.includes('new')
  else if (pair === 'icmp type' || pair === 'icmpv6 type') draft.match.protocols = ['icmp']
  else if (pair === 'meta nfproto' || pair === 'meta protocol') {
    const family = families[values.join()]
    if (isNot || family === undefined) draft.unread = pair
    else draft.family = family
  } else if (pair === 'ip protocol' || pair === 'ip6 nexthdr' || pair === 'meta l4proto') {
    if (isNot) draft.unread = pair
    else draft.match.protocols = values.flatMap(transportOf)
  } else if (next === 'dport') ports(draft, word, values, isNot)
  else addresses(draft, pair, values, isNot)
  return end
}

const conditions = new Set([
  ...['ct state', 'icmp type', 'icmpv6 type', 'ip protocol', 'ip6 nexthdr', 'meta l4proto'],
  ...['ip saddr', 'ip daddr', 'ip6 saddr', 'ip6 daddr', 'meta nfproto', 'meta protocol'],
  ...['tcp dport', 'udp dport', 'th dport'],
])

const families: Readonly<Record<string, Family>> = { ipv4: 4, ip: 4, ipv6: 6, ip6: 6 }

function familyBy(word: string): Family | undefined {
  if (word === 'ip' || word === 'icmp') return 4
  return word === 'ip6' || word === 'icmpv6' ? 6 : undefined
}

function ports(draft: Draft, word: string, values: readonly string[], isNot: boolean): void {
  const spans = values.map(portsOf)
  if (word === 'tcp' || word === 'udp') draft.match.protocols = [word]
  if (isNot || spans.some((span) => span === undefined)) draft.unread = `${word} dport`
  else draft.match.ports = spans as Span[]
}

function addresses(draft: Draft, pair: string, values: readonly string[], isNot: boolean): void {
  const spans = values.map(spanOf)
  if (spans.length === 0 || spans.some((span) => span === undefined)) {
    draft.unread = `${pair} ${values.join(' ')}`
    return
  }
  const sided = isNot ? allBut(spans as AddressSpan[]) : (spans as AddressSpan[])
  if (pair.endsWith('saddr')) draft.match.sources = sided
  else draft.match.targets = sided
}

function unreadAt(draft: Draft, texts: readonly string[], at: number): number {
  draft.unread = texts.slice(at, at + 2).join(' ')
  return at + 1
}
