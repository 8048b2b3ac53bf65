// SPDX-License-Identifier: EUPL-1.2
import type { Observed } from '../observations.ts'
import { compareAddresses, universalTwin } from './addresses.ts'
import type { Address, Card } from './book.ts'
import type { Claims } from './claims.ts'
import type { Groups } from './groups.ts'
import { grown } from './grown.ts'
import { inventoryLimits } from './limits.ts'

export interface Device {
  /** Smallest MAC, else the address, else `station:` and the name others ask for. */
  readonly id: string
  /** Place in the list of all, which is in order of ids; set when the list is whole. */
  number: number
  readonly macs: readonly string[]
  /** Owned addresses in order. */
  ips: Address[]
  /** Only ever asked for by this name. */
  readonly askedName?: string
  isSilent: boolean
  /** Addresses it forwards for; above 0 it stands between this segment and others. */
  readonly forwards: number
}

/** Who sent anything at all. */
export class Sending {
  readonly #cards: boolean[] = []
  readonly #addresses: boolean[] = []
  /** Cards that sent from an address. */
  readonly #withAddress: boolean[] = []

  constructor({ senders }: Observed, { book, pairs }: Claims) {
    for (const sender of senders) {
      const card = book.cardOf(sender)
      const host = book.hostOf(sender)
      if (card !== undefined && host !== undefined) this.#withAddress[card.number] = true
      if (card?.isDevice === true) this.#cards[card.number] = true
      else if (host !== undefined) this.#addresses[host.number] = true
    }
    for (const { address, isSent } of pairs) if (isSent) this.#addresses[address.number] = true
  }

  addCard(card: Card): void {
    this.#cards[card.number] = true
  }

  hasCard(card: Card): boolean {
    return this.#cards[card.number] === true
  }

  hasAddress(address: Address): boolean {
    return this.#addresses[address.number] === true
  }

  usesAddress(card: Card): boolean {
    return this.#withAddress[card.number] === true
  }
}

/** The devices while they are gathered. */
export class DeviceList {
  readonly #groups: Groups
  readonly #claims: Claims
  readonly #sending: Sending
  /** By number of the first card of the group. */
  readonly #byCard: Device[] = []
  readonly #byAddress: Device[] = []
  readonly #byName = new Map<string, Device>()
  readonly #all: Device[] = []

  constructor(groups: Groups, claims: Claims, sending: Sending) {
    this.#groups = groups
    this.#claims = claims
    this.#sending = sending
  }

  addCard(card: Card): Device {
    const first = this.#groups.first(card)
    const known = this.#byCard[first.number]
    if (known !== undefined) return known
    const members = this.#groups.membersOf(first)
    const device = this.#add({
      id: first.text,
      number: -1,
      macs: members.map(({ text }) => text),
      ips: nowhere,
      isSilent: !members.some((member) => this.#sending.hasCard(member)),
      forwards: members.reduce((sum, member) => sum + this.#claims.forwardedBy(member), 0),
    })
    this.#byCard[first.number] = device
    return device
  }

  own(card: Card, address: Address): void {
    const device = this.addCard(card)
    device.ips = grown(device.ips, address)
  }

  addAddress(address: Address): Device {
    const known = this.find(undefined, address)
    if (known !== undefined) return known
    const device = this.#add({
      id: address.text,
      number: -1,
      macs: none,
      ips: [address],
      isSilent: !this.#sending.hasAddress(address),
      forwards: 0,
    })
    this.#byAddress[address.number] = device
    return device
  }

  /** False beyond the bound. */
  addName(name: string): boolean {
    if (this.#byName.has(name)) return true
    if (this.#byName.size >= inventoryLimits.askedNames) return false
    const id = `station:${name}`
    const rest = { number: -1, macs: none, ips: nowhere, isSilent: true, forwards: 0 }
    this.#byName.set(name, this.#add({ id, askedName: name, ...rest }))
    return true
  }

  /** `host` only when a host can have it. */
  find(card: Card | undefined, host: Address | undefined): Device | undefined {
    if (host !== undefined) {
      const first = this.#claims.ownerOf(host)
      const isOwn = card !== undefined && card !== first && this.#claims.isOwn(card, host)
      const owner = isOwn ? card : first
      const found = owner === undefined ? undefined : this.#ofCard(owner)
      return found ?? this.#byAddress[host.number]
    }
    if (card === undefined) return undefined
    const found = this.#ofCard(card)
    if (found !== undefined || !card.isLocal) return found
    const twin = this.#claims.book.knownCard(universalTwin(card.text))
    return twin === undefined ? undefined : this.#ofCard(twin)
  }

  /** In order of ids, with their numbers. */
  all(): Device[] {
    this.#all.sort((left, right) => (left.id < right.id ? -1 : 1))
    for (const [number, device] of this.#all.entries()) {
      device.number = number
      if (device.ips.length < 2) continue
      device.ips = [...new Set(device.ips)].sort((left, right) =>
        compareAddresses(left.text, right.text),
      )
    }
    return this.#all
  }

  #ofCard(card: Card): Device | undefined {
    return this.#byCard[this.#groups.first(card).number]
  }

  #add(device: Device): Device {
    this.#all.push(device)
    return device
  }
}

const none: readonly string[] = []
const nowhere: Address[] = []
