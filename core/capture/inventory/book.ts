// SPDX-License-Identifier: EUPL-1.2
// Every card and every address once, with a number: what is known of one stands in plain lists
// under its number, and no text is read or compared twice.

import { type AddressBytes, addressBytes } from '@schouw/core/kernel/addresses'
import type { End } from '../observations.ts'
import {
  isDeviceMac,
  isLinkLocal,
  isLocallyAdministered,
  isLoopback,
  isPrivateRange,
} from './addresses.ts'

/** A MAC address. */
export class Card {
  readonly number: number
  readonly text: string
  /** Can belong to one device. */
  readonly isDevice: boolean
  readonly isLocal: boolean

  constructor(number: number, text: string) {
    this.number = number
    this.text = text
    this.isDevice = isDeviceMac(text)
    this.isLocal = isLocallyAdministered(text)
  }
}

const mark = { v6: 1, host: 2, linkLocal: 4, loopback: 8, private: 16 } as const

/** An IP address. */
export class Address {
  readonly number: number
  readonly text: string
  /** Number of the network of 256 addresses, or of 2^64, that it is in. */
  readonly network: number
  /** Bits instead of fields: there may be a hundred thousand. */
  readonly #marks: number

  constructor(number: number, text: string, networkOf: (bytes: AddressBytes) => number) {
    const bytes = addressBytes(text)
    this.number = number
    this.text = text
    this.network = bytes === undefined ? -1 : networkOf(bytes)
    this.#marks =
      (text.includes(':') ? mark.v6 : 0) |
      (bytes !== undefined && isHost(bytes) ? mark.host : 0) |
      (isLinkLocal(text) ? mark.linkLocal : 0) |
      (isLoopback(text) ? mark.loopback : 0) |
      (bytes !== undefined && isPrivateRange(bytes) ? mark.private : 0)
  }

  get isV6(): boolean {
    return (this.#marks & mark.v6) !== 0
  }

  /** An address that one host can have. */
  get isHost(): boolean {
    return (this.#marks & mark.host) !== 0
  }

  get isLinkLocal(): boolean {
    return (this.#marks & mark.linkLocal) !== 0
  }

  get isLoopback(): boolean {
    return (this.#marks & mark.loopback) !== 0
  }

  /** Cannot be reached over the internet. */
  get isPrivate(): boolean {
    return (this.#marks & (mark.private | mark.linkLocal | mark.loopback)) !== 0
  }

  /** Read anew: seldom wanted, and large for a hundred thousand. */
  get bytes(): AddressBytes {
    return addressBytes(this.text) ?? []
  }
}

function isHost(bytes: AddressBytes): boolean {
  if (bytes.length === 16) return bytes[0] !== 0xff && bytes.some((byte) => byte !== 0)
  return bytes[0] !== 0 && bytes[0] < 224
}

export class Book {
  readonly cards: Card[] = []
  readonly addresses: Address[] = []
  readonly #cards = new Map<string, Card>()
  readonly #addresses = new Map<string, Address>()
  // By number of the end.
  readonly #isPlaced: boolean[] = []
  readonly #cardsOfEnds: Card[] = []
  readonly #hostsOfEnds: Address[] = []
  readonly #networks = new Map<number, number>()
  readonly #networksV6 = new Map<string, number>()
  #networkCount = 0

  card(mac: string): Card {
    const known = this.#cards.get(mac)
    if (known !== undefined) return known
    const card = new Card(this.cards.length, mac)
    this.cards.push(card)
    this.#cards.set(mac, card)
    return card
  }

  address(ip: string): Address {
    const known = this.#addresses.get(ip)
    if (known !== undefined) return known
    const address = new Address(this.addresses.length, ip, (bytes) => this.#networkOf(bytes))
    this.addresses.push(address)
    this.#addresses.set(ip, address)
    return address
  }

  /** Undefined for one that nothing was said of. */
  knownCard(mac: string): Card | undefined {
    return this.#cards.get(mac)
  }

  cardOf(end: End): Card | undefined {
    const { number } = end
    if (number === undefined) return end.mac === undefined ? undefined : this.card(end.mac)
    if (this.#isPlaced[number] !== true) this.#place(end, number)
    return this.#cardsOfEnds[number]
  }

  /** Undefined for ends without an address that a host can have. */
  hostOf(end: End): Address | undefined {
    const { number } = end
    if (number === undefined) return this.#host(end)
    if (this.#isPlaced[number] !== true) this.#place(end, number)
    return this.#hostsOfEnds[number]
  }

  #place(end: End, number: number): void {
    this.#isPlaced[number] = true
    if (end.mac !== undefined) this.#cardsOfEnds[number] = this.card(end.mac)
    const host = this.#host(end)
    if (host !== undefined) this.#hostsOfEnds[number] = host
  }

  #host({ ip }: End): Address | undefined {
    if (ip === undefined) return undefined
    const address = this.address(ip)
    return address.isHost ? address : undefined
  }

  #networkOf(bytes: AddressBytes): number {
    if (bytes.length === 16) {
      return this.#numberIn(this.#networksV6, bytes.slice(0, 8).join('.'))
    }
    return this.#numberIn(this.#networks, (bytes[0] << 16) | (bytes[1] << 8) | bytes[2])
  }

  #numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = this.#networkCount
    this.#networkCount += 1
    numbers.set(key, number)
    return number
  }
}
