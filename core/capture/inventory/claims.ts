// SPDX-License-Identifier: EUPL-1.2
// Which addresses a card owns and which it only forwards. A router sends frames with its own MAC
// and other people's IP addresses; joining those would make one device out of a network.
import type { Observed } from '../observations.ts'
import { isMadeFromMac, maskBits } from './addresses.ts'
import type { Address, Book, Card } from './book.ts'
import { inventoryLimits } from './limits.ts'
import type { NotedFacts } from './noted.ts'
import { type Pair, type Pairs, pairsOf } from './pairs.ts'
import { type LocalAddress, learnSite, type Site, type SiteRange } from './site.ts'

export interface Claims {
  readonly book: Book
  readonly site: Site
  readonly pairs: readonly Pair[]
  readonly isOwn: (card: Card, address: Address) => boolean
  /** Of the cards that own the address the one with most packets. */
  readonly ownerOf: (address: Address) => Card | undefined
  /** How many addresses the card forwards for. */
  readonly forwardedBy: (card: Card) => number
}

/** Hop counts that stacks start with; a routed packet has fewer. */
const usualTtls: readonly number[] = [255, 128, 64]
/** Start values of older embedded stacks, which a routed packet can also arrive with. */
const embeddedTtls: readonly number[] = [200, 100, 60, 32, 30]
/** Applications that mean to stay near set fewer; nothing usual has that little left on arrival. */
const lowTtl = 30

export function claimAddresses(
  observed: Observed,
  noted: NotedFacts,
  siteRanges: readonly string[],
): Claims {
  const pairs = pairsOf(observed, noted)
  const cards = summariseCards(pairs)
  const addresses = summariseAddresses(pairs)
  for (const pair of pairs.list) pair.isOwn = isSurelyOwn(pair, cards, addresses)
  const masks = statedMasks(noted)
  addProbable(pairs, cards, learnSite(siteRanges, localAddresses(pairs, masks)))
  const forwarded: number[] = []
  for (const { card, isSent, isOwn } of pairs.list) {
    if (isSent && !isOwn) forwarded[card.number] = (forwarded[card.number] ?? 0) + 1
  }
  const owners = ownersByAddress(pairs)
  return {
    book: pairs.book,
    site: learnSite(siteRanges, localAddresses(pairs, masks)),
    pairs: pairs.list,
    isOwn: (card, address) => pairs.find(card, address)?.isOwn === true,
    ownerOf: (address) => owners[address.number]?.card,
    forwardedBy: (card) => forwarded[card.number] ?? 0,
  }
}

function addProbable(pairs: Pairs, cards: CardSummaries, site: Site): void {
  const isTaken: boolean[] = []
  for (const { address, isOwn } of pairs.list) if (isOwn) isTaken[address.number] = true
  const candidates = pairs.list.filter(
    ({ address, isOwn, isSent }) => !isOwn && isSent && isTaken[address.number] !== true,
  )
  if (candidates.length === 0) return
  const segments = segmentsOf(pairs, candidates, site)
  // In an order that does not depend on which frame came first.
  candidates.sort((left, right) => comparePairs(left, right))
  for (const pair of candidates) {
    const { card, address } = pair
    if (isTaken[address.number] === true) continue
    const near = segments.get(card) ?? new Set()
    if (!isProbablyOwn(pair, cards, near, site)) continue
    pair.isOwn = true
    isTaken[address.number] = true
  }
}

/** Where the cards of these pairs have addresses of their own. */
function segmentsOf(
  pairs: Pairs,
  candidates: readonly Pair[],
  site: Site,
): ReadonlyMap<Card, ReadonlySet<SiteRange>> {
  const segments = new Map<Card, Set<SiteRange>>()
  for (const { card } of candidates) if (!segments.has(card)) segments.set(card, new Set())
  for (const { card, address, isOwn } of pairs.list) {
    const segment = isOwn && segments.has(card) ? site.segmentOf(address) : undefined
    if (segment !== undefined) segments.get(card)?.add(segment)
  }
  return segments
}

function comparePairs(left: Pair, right: Pair): number {
  return (
    compareTexts(left.card.text, right.card.text) ||
    compareTexts(left.address.text, right.address.text)
  )
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** By number of the address the pair with the most packets. */
function ownersByAddress({ list }: Pairs): readonly Pair[] {
  const owners: Pair[] = []
  for (const pair of list) {
    if (!pair.isOwn) continue
    const known = owners[pair.address.number]
    const isMore =
      known === undefined ||
      pair.packets > known.packets ||
      (pair.packets === known.packets && comparePairs(pair, known) < 0)
    if (isMore) owners[pair.address.number] = pair
  }
  return owners
}

/**
 * What the pairs of each card come down to, so that no pair has to look at all others. By number
 * of the card.
 */
interface CardSummaries {
  /** IPv4 addresses that it claims. */
  readonly bound: Int32Array
  /** Unclaimed addresses it sends from with a fresh hop count. */
  readonly near: Int32Array
  readonly nearV6: Int32Array
  /** Addresses beyond its link that it sends from. */
  readonly sentV4: Int32Array
  readonly sentV6: Int32Array
  /** A network that it sends from; -1 for none. */
  readonly network: Int32Array
  readonly hasSeveralNetworks: Uint8Array
}

/** By number of the address. */
interface AddressSummaries {
  /** Cards that send from it with a fresh hop count. */
  readonly near: Int32Array
  /** Cards that claim it and send from it. */
  readonly boundAndSent: Int32Array
}

function summariseCards({ list, book }: Pairs): CardSummaries {
  const column = () => new Int32Array(book.cards.length)
  const cards: CardSummaries = {
    bound: column(),
    near: column(),
    nearV6: column(),
    sentV4: column(),
    sentV6: column(),
    network: column().fill(-1),
    hasSeveralNetworks: new Uint8Array(book.cards.length),
  }
  for (const pair of list) {
    const { isV6, isLinkLocal, network } = pair.address
    const { number } = pair.card
    if (pair.isBound && !isV6) cards.bound[number] += 1
    if (!pair.isBound && isNear(pair)) cards[isV6 ? 'nearV6' : 'near'][number] += 1
    if (!pair.isSent || isLinkLocal) continue
    cards[isV6 ? 'sentV6' : 'sentV4'][number] += 1
    const before = cards.network[number]
    if (before === -1) cards.network[number] = network
    else if (before !== network) cards.hasSeveralNetworks[number] = 1
  }
  return cards
}

function summariseAddresses({ list, book }: Pairs): AddressSummaries {
  const near = new Int32Array(book.addresses.length)
  const boundAndSent = new Int32Array(book.addresses.length)
  for (const pair of list) {
    const { number } = pair.address
    if (pair.isSent && isNear(pair)) near[number] += 1
    if (pair.isBound && pair.isSent) boundAndSent[number] += 1
  }
  return { near, boundAndSent }
}

function isSurelyOwn(pair: Pair, cards: CardSummaries, addresses: AddressSummaries): boolean {
  const { isV6, isLinkLocal, isPrivate, text, number: address } = pair.address
  const card = pair.card.number
  if (isV6 && isMadeFromMac(text, pair.card.text)) return true
  if (isLinkLocal) return pair.isSent || pair.isBound
  const isNearPair = isNear(pair)
  if (pair.isBound) {
    const isProxy = cards.bound[card] > inventoryLimits.boundAddresses
    // A card that only claims an address which another card sends from is a proxy or a liar.
    return pair.isSent ? isNearPair || !isProxy : !isProxy && addresses.near[address] === 0
  }
  if (!pair.isSent || !isNearPair || addresses.boundAndSent[address] > 0) return false
  // Proxies and address translation give packets of the internet a fresh hop count: for a public
  // address a card that sends from other networks too is a router.
  if (!isPrivate && cards.hasSeveralNetworks[card] === 1) return false
  return isV6
    ? cards.nearV6[card] <= inventoryLimits.nearAddressesV6
    : cards.near[card] <= inventoryLimits.nearAddresses
}

/** The weaker signs: the only address of its card, and where the site's addresses are. */
function isProbablyOwn(
  { card, address, ttl }: Pair,
  cards: CardSummaries,
  ownSegments: ReadonlySet<SiteRange>,
  site: Site,
) {
  const segment = site.segmentOf(address)
  const count = cards[address.isV6 ? 'sentV6' : 'sentV4'][card.number]
  // Scanners set any hop count: what they send beside their own address in its network is theirs.
  if (segment !== undefined && ownSegments.has(segment)) {
    return count <= inventoryLimits.nearAddresses
  }
  if (count > 1) return false
  if (ttl === undefined || ttl < lowTtl || embeddedTtls.includes(ttl)) {
    return address.isPrivate || segment !== undefined
  }
  return segment !== undefined && isPlausiblyDirect(ttl)
}

/** Not one of the values that a few routers make of a usual one. */
function isPlausiblyDirect(ttl: number): boolean {
  return !usualTtls.some((start) => start - ttl > 0 && start - ttl <= 8)
}

/** The packet has not passed a router; link-scope groups are sent with 1. */
function isNear({ ttl }: Pair): boolean {
  return ttl !== undefined && (ttl === 1 || usualTtls.includes(ttl))
}

function localAddresses({ list }: Pairs, masks: ReadonlyMap<string, number>): LocalAddress[] {
  const local: LocalAddress[] = []
  for (const { card, address, isBound, isOwn } of list) {
    if (!isOwn) continue
    const bits = masks.size === 0 ? undefined : (masks.get(address.text) ?? masks.get(card.text))
    const basis = isBound ? 'binding' : 'layer2'
    local.push({ address, basis, maskBits: address.isV6 ? undefined : bits })
  }
  return local
}

/** Masks by the card or address they were stated about. */
function statedMasks(noted: NotedFacts): Map<string, number> {
  const masks = new Map<string, number>()
  for (const { subject, value } of noted.masks) {
    const bits = maskBits(value)
    if (bits === undefined) continue
    for (const about of [subject.mac, subject.ip]) {
      if (about !== undefined) masks.set(about, bits)
    }
  }
  return masks
}
