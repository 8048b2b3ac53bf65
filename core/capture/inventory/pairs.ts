// SPDX-License-Identifier: EUPL-1.2
// Cards and addresses that were seen or stated together.
import { KeyTable } from '../flows/key-table.ts'
import type { Binding, End, Observed, Sender } from '../observations.ts'
import { type Address, Book, type Card } from './book.ts'
import type { NotedFacts } from './noted.ts'

export interface Pair {
  readonly card: Card
  readonly address: Address
  isBound: boolean
  /** Frames came from the card with this address. */
  isSent: boolean
  /** Largest of the first frames; undefined when never sent or not IP. */
  ttl: number | undefined
  /** Packets sent. */
  packets: number
  /** Whether the card is where the address lives: decided by `claimAddresses`. */
  isOwn: boolean
}

export class Pairs {
  readonly book = new Book()
  readonly list: Pair[] = []
  readonly #table = new KeyTable(2 ** 30, 0)

  find(card: Card, address: Address): Pair | undefined {
    return this.list[this.#table.find(card.number, address.number, 0, 0)]
  }

  /** Undefined for groups, placeholders and loopback. */
  at(end: End): Pair | undefined {
    const card = this.book.cardOf(end)
    const address = this.book.hostOf(end)
    if (card?.isDevice !== true || address === undefined || address.isLoopback) return undefined
    const known = this.list[this.#table.put(card.number, address.number, 0, 0)]
    if (known !== undefined) return known
    const pair: Pair = {
      card,
      address,
      isBound: false,
      isSent: false,
      ttl: undefined,
      packets: 0,
      isOwn: false,
    }
    this.list.push(pair)
    return pair
  }
}

export function pairsOf({ senders, bindings }: Observed, noted: NotedFacts): Pairs {
  const pairs = new Pairs()
  for (const sender of senders) addSender(pairs, sender)
  const managed: { readonly mac: string; readonly ip: string }[] = []
  for (const { mac, ip, protocol } of bindings) {
    if (managementProtocols.has(protocol)) managed.push({ mac, ip })
    else addBinding(pairs, { mac, ip })
  }
  for (const { subject, value } of noted.management) {
    if (subject.mac !== undefined) managed.push({ mac: subject.mac, ip: value })
  }
  addManaged(pairs, managed)
  return pairs
}

const managementProtocols: ReadonlySet<string> = new Set(['lldp', 'cdp'])

function addSender(pairs: Pairs, sender: Sender): void {
  const pair = pairs.at(sender)
  if (pair === undefined) return
  const { ttl, packets } = sender
  pair.isSent = true
  pair.packets += packets
  // The largest value is the one seen nearest to the device.
  if (ttl !== undefined) pair.ttl = Math.max(pair.ttl ?? 0, ttl)
}

function addBinding(pairs: Pairs, binding: Pick<Binding, 'mac' | 'ip'>): void {
  const pair = pairs.at(binding)
  if (pair !== undefined) pair.isBound = true
}

/**
 * Switches announce the address they are managed at. Some announce a factory setting that fits no
 * network: a public address counts only where its neighbours send too.
 */
function addManaged(pairs: Pairs, managed: readonly Pick<Binding, 'mac' | 'ip'>[]): void {
  if (managed.length === 0) return
  const networks = new Set<number>()
  for (const { address, isSent } of pairs.list) if (isSent) networks.add(address.network)
  for (const one of managed) {
    const address = pairs.book.address(one.ip)
    if (address.isPrivate || networks.has(address.network)) addBinding(pairs, one)
  }
}
