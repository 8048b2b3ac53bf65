// SPDX-License-Identifier: EUPL-1.2
// One device per thing on the wire: cards that belong together, addresses that are theirs, and
// hosts known by address only because a router stands in between.
import type { End, Observed } from '../observations.ts'
import { universalTwin } from './addresses.ts'
import type { Book, Card } from './book.ts'
import type { Claims } from './claims.ts'
import { type Device, DeviceList, Sending } from './device-list.ts'
import { Groups } from './groups.ts'
import type { NotedFacts } from './noted.ts'
import { addSilent } from './silent.ts'

export interface Devices {
  readonly all: readonly Device[]
  /** The device that stands behind the pair: the owner of the address, else the card. */
  readonly find: (end: End) => Device | undefined
  /** Silent addresses not listed because whoever asked for them was sweeping. */
  readonly sweptAddresses: number
}

export function joinDevices(observed: Observed, claims: Claims, noted: NotedFacts): Devices {
  const { book } = claims
  const sending = new Sending(observed, claims)
  const groups = new Groups()
  for (const card of book.cards) if (card.isDevice && sending.hasCard(card)) groups.add(card)
  joinCards(groups, book, sending, noted)
  const masters = mastersWithoutCard(observed, book)
  for (const card of masters) {
    sending.addCard(card)
    groups.add(card)
    const twin = book.knownCard(universalTwin(card.text))
    if (twin !== undefined && masters.has(twin)) groups.join(card, twin)
  }
  const list = new DeviceList(groups, claims, sending)
  for (const pair of claims.pairs) if (pair.isOwn) list.own(pair.card, pair.address)
  for (const sender of observed.senders) {
    const card = book.cardOf(sender)
    const host = book.hostOf(sender)
    if (host !== undefined) list.addAddress(host)
    if (card !== undefined && (card.isDevice || masters.has(card))) list.addCard(card)
    const heard = list.find(card, host)
    if (heard !== undefined) heard.isSilent = false
  }
  const sweptAddresses = addSilent(list, observed, claims, noted)
  return { all: list.all(), find: finder(list, book), sweptAddresses }
}

/** Ends have numbers: resolving each once is most of the work saved. */
function finder(list: DeviceList, book: Book): (end: End) => Device | undefined {
  const found: (Device | null | undefined)[] = []
  const search = (end: End) => list.find(book.cardOf(end), book.hostOf(end))
  return (end) => {
    const { number } = end
    if (number === undefined) return search(end)
    let device = found[number]
    if (device === undefined) {
      device = search(end) ?? null
      found[number] = device
    }
    return device ?? undefined
  }
}

/** A returning EtherCAT frame carries the master's MAC with one bit set; a port names its chassis. */
function joinCards(groups: Groups, book: Book, sending: Sending, noted: NotedFacts): void {
  for (const card of book.cards) {
    if (!card.isDevice || !card.isLocal || !sending.hasCard(card) || sending.usesAddress(card)) {
      continue
    }
    const twin = book.knownCard(universalTwin(card.text))
    if (twin !== undefined && sending.hasCard(twin)) groups.join(card, twin)
  }
  for (const { subject, value } of noted.chassis) {
    const text = value.toLowerCase()
    if (subject.child !== undefined || subject.mac === undefined) continue
    const card = book.card(subject.mac)
    if (!card.isDevice || !/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(text)) continue
    const chassis = book.card(text)
    if (chassis.isDevice) groups.join(card, chassis)
  }
}

const etherCatType = 0x88a4

/**
 * Some EtherCAT masters send from no address, or from one of a group; on their bus that does no
 * harm. They are devices all the same: their slaves hang below them.
 */
function mastersWithoutCard({ conversations }: Observed, book: Book): ReadonlySet<Card> {
  const masters = new Set<Card>()
  for (const { transport, service, client } of conversations) {
    if (transport !== 'ethernet' || service !== etherCatType) continue
    const card = book.cardOf(client)
    if (card === undefined || book.hostOf(client) !== undefined) continue
    if (!book.card(universalTwin(card.text)).isDevice) masters.add(card)
  }
  return masters
}
