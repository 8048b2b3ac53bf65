// SPDX-License-Identifier: EUPL-1.2
// Every card and every address once, with a number: what is known of one stands in plain lists
// under its number, and no text is read or compared twice.
import type { End } from '../observations.ts'
import {
  type AddressBytes,
  addressBytes,
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

/** An IP address. */
export class Address {
  readonly number: number
  readonly text: string
  readonly isV6: boolean
  /** An address that one host can have. */
  readonly isHost: boolean
  readonly isLinkLocal: boolean
  readonly isLoopback: boolean
  readonly isPrivate: boolean
  /** Number of the network of 256 addresses, or of 2^64, that it is in. */
  readonly network: number

  constructor(number: number, text: string, networkOf: (bytes: AddressBytes) => number) {
    const bytes = addressBytes(text)
    this.number = number
    this.text = text
    this.isV6 = text.includes(':')
    this.isHost = bytes !== undefined && isHost(bytes)
    this.isLinkLocal = isLinkLocal(text)
    this.isLoopback = isLoopback(text)
    this.isPrivate =
      this.isLinkLocal || this.isLoopback || (bytes !== undefined && isPrivateRange(bytes))
    this.network = bytes === undefined ? -1 : networkOf(bytes)
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

interface Place {
  readonly card: Card | undefined
  readonly host: Address | undefined
}

export class Book {
  readonly cards: Card[] = []
  readonly addresses: Address[] = []
  readonly #cards = new Map<string, Card>()
  readonly #addresses = new Map<string, Address>()
  /** By number of the end. */
  readonly #places: Place[] = []
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
    if (number !== undefined) return this.#placeOf(end, number).card
    return end.mac === undefined ? undefined : this.card(end.mac)
  }

  /** Undefined for ends without an address that a host can have. */
  hostOf(end: End): Address | undefined {
    const { number } = end
    if (number !== undefined) return this.#placeOf(end, number).host
    return this.#host(end)
  }

  #placeOf(end: End, number: number): Place {
    const known = this.#places[number]
    if (known !== undefined) return known
    const card = end.mac === undefined ? undefined : this.card(end.mac)
    const place = { card, host: this.#host(end) }
    this.#places[number] = place
    return place
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
