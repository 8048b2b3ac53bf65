// SPDX-License-Identifier: EUPL-1.2
// Devices that never send: others address them, name them or state their address.
import type { End, FactSubject, Observed, SightedFact } from '../observations.ts'
import type { Address, Book, Card } from './book.ts'
import type { Claims } from './claims.ts'
import type { DeviceList } from './device-list.ts'
import { inventoryLimits } from './limits.ts'
import type { NotedFacts } from './noted.ts'

/** Returns how many were not added because whoever asked for them was sweeping. */
export function addSilent(
  list: DeviceList,
  observed: Observed,
  claims: Claims,
  noted: NotedFacts,
): number {
  const sought = new Sought()
  for (const conversation of observed.conversations) {
    sought.add(conversation, list, claims.book)
  }
  const stated = noted.asked.some(({ value }) => !claims.book.address(value).isHost)
    ? statedNames(observed)
    : new Set<string>()
  for (const subject of noted.subjects) addStated(list, claims, subject)
  let left = 0
  for (const fact of noted.asked) {
    if (!noted.checked.has(fact)) left += addAsked(list, claims.book, stated, fact)
  }
  return left + sought.addTo(list)
}

/** Whom somebody addressed and nobody is, with who did. */
class Sought {
  /** 1 for ends that are known or cannot be a device. */
  readonly #isKnown: number[] = []
  /** Most have one asker only. */
  readonly #askers = new Map<Address | Card, Asker | Set<Asker>>()

  add(
    { client, server, transport }: { client: End; server: End; transport: string },
    list: DeviceList,
    book: Book,
  ): void {
    const { number } = server
    if (number !== undefined && this.#isKnown[number] === 1) return
    const target = this.#targetOf(server, list, book)
    if (target === undefined) {
      if (number !== undefined) this.#isKnown[number] = 1
      return
    }
    if ('network' in target) {
      if (transport === 'udp' && target.text.endsWith('.255')) return
    } else if (transport !== 'ethernet') return
    const asker = 'network' in target ? askerOf(client, book) : book.card(client.mac ?? '')
    const known = this.#askers.get(target)
    if (known === undefined) this.#askers.set(target, asker)
    else if (known instanceof Set) known.add(asker)
    else if (known !== asker) this.#askers.set(target, new Set([known, asker]))
  }

  addTo(list: DeviceList): number {
    const targetsOf = new Map<Asker, number>()
    for (const askers of this.#askers.values()) {
      for (const asker of listOf(askers)) targetsOf.set(asker, (targetsOf.get(asker) ?? 0) + 1)
    }
    let swept = 0
    for (const [target, askers] of this.#askers) {
      const isSwept = [...listOf(askers)].every(
        (asker) => (targetsOf.get(asker) ?? 0) > inventoryLimits.silentTargets,
      )
      if (isSwept) swept += 1
      else if ('network' in target) list.addAddress(target)
      else list.addCard(target)
    }
    return swept
  }

  #targetOf(server: End, list: DeviceList, book: Book): Address | Card | undefined {
    const card = book.cardOf(server)
    const host = book.hostOf(server)
    if (list.find(card, host) !== undefined) return undefined
    if (host === undefined) return card?.isDevice === true ? card : undefined
    // All ones, or loopback, which nobody sends from.
    const isEverybody = card?.text === 'ff:ff:ff:ff:ff:ff' || host.isLoopback
    return isEverybody ? undefined : host
  }
}

type Asker = Address | Card

function listOf(askers: Asker | Set<Asker>): Iterable<Asker> {
  return askers instanceof Set ? askers : [askers]
}

function askerOf({ ip, mac }: End, book: Book): Address | Card {
  return ip === undefined ? book.card(mac ?? '') : book.address(ip)
}

function addStated(list: DeviceList, { book, site }: Claims, subject: FactSubject): void {
  const card = book.cardOf(subject)
  const host = book.hostOf(subject)
  if (list.find(card, host) !== undefined) return
  if (host !== undefined) {
    if (site.isInside(host) && !host.isLoopback) list.addAddress(host)
  } else if (card?.isDevice === true) {
    list.addCard(card)
  }
}

function statedNames({ facts }: Observed): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { name, value } of facts) {
    if (name === 'station_name' || name === 'hostname') names.add(value.toLowerCase())
  }
  return names
}

/** Returns how many were left out: 0 or 1. */
function addAsked(
  list: DeviceList,
  book: Book,
  stated: ReadonlySet<string>,
  { name, value }: SightedFact,
): number {
  const address = book.address(value)
  if (address.isHost) {
    list.addAddress(address)
    return 0
  }
  const wanted = value.toLowerCase()
  if (stated.has(wanted) || name.includes('alias')) return 0
  return list.addName(wanted) ? 0 : 1
}
