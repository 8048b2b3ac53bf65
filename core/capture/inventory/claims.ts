// SPDX-License-Identifier: EUPL-1.2
// Which addresses a card owns and which it only forwards. A router sends frames with its own MAC
// and other people's IP addresses; joining those would make one device out of a network.
import type { Binding, Observations, Sender } from '../observations.ts'
import {
  isDeviceMac,
  isHostAddress,
  isLinkLocal,
  isLoopback,
  isMadeFromMac,
  isPrivate,
  maskBits,
  rangeAround,
} from './addresses.ts'
import { inventoryLimits } from './limits.ts'
import { type LocalAddress, learnSite, type Site } from './site.ts'

/** A card and an address seen or stated together. */
export interface Pair {
  readonly mac: string
  readonly ip: string
  isBound: boolean
  /** Frames came from the card with this address. */
  isSent: boolean
  /** Of the first frame of each capture; undefined when never sent or not IP. */
  ttl: number | undefined
  firstS: number
  lastS: number
  packets: number
}

export interface Claims {
  readonly site: Site
  readonly pairs: readonly Pair[]
  readonly isOwn: (mac: string, ip: string) => boolean
  /** Cards that own the address, most packets first. */
  readonly ownersOf: (ip: string) => readonly string[]
  /** How many addresses the card forwards for. */
  readonly forwardedBy: (mac: string) => number
}

/** Hop counts that stacks start with; a routed packet has fewer. */
const usualTtls = [255, 128, 64] as const
/** Start values of older embedded stacks, which a routed packet can also arrive with. */
const embeddedTtls: readonly number[] = [200, 100, 60, 32, 30]
/** Applications that mean to stay near set fewer; nothing usual has that little left on arrival. */
const lowTtl = 30

export function claimAddresses(observations: Observations, siteRanges: readonly string[]): Claims {
  const pairs = collectPairs(observations)
  const cards = summariseCards(pairs)
  const addresses = summariseAddresses(pairs)
  const own = new Set<Pair>()
  for (const pair of pairs) {
    const card = cards.get(pair.mac)
    const address = addresses.get(pair.ip)
    if (card !== undefined && address !== undefined && isSurelyOwn(pair, card, address)) {
      own.add(pair)
    }
  }
  const masks = statedMasks(observations)
  addProbable(pairs, own, cards, learnSite(siteRanges, localAddresses(own, masks)))
  const owners = new Map<string, readonly string[]>()
  const forwarded = new Map<string, number>()
  for (const [ip, list] of groupBy(own, (pair) => pair.ip)) owners.set(ip, macsByPackets(list))
  for (const pair of pairs) {
    if (pair.isSent && !own.has(pair)) forwarded.set(pair.mac, (forwarded.get(pair.mac) ?? 0) + 1)
  }
  const ownKeys = new Set([...own].map(key))
  return {
    site: learnSite(siteRanges, localAddresses(own, masks)),
    pairs,
    isOwn: (mac, ip) => ownKeys.has(`${mac} ${ip}`),
    ownersOf: (ip) => owners.get(ip) ?? [],
    forwardedBy: (mac) => forwarded.get(mac) ?? 0,
  }
}

function addProbable(
  pairs: readonly Pair[],
  own: Set<Pair>,
  cards: ReadonlyMap<string, CardSummary>,
  site: Site,
): void {
  const segments = new Map<string, Set<string>>()
  const taken = new Set<string>()
  for (const { mac, ip } of own) {
    taken.add(ip)
    const segment = site.segmentOf(ip)
    const known = segments.get(mac) ?? new Set()
    if (segment !== undefined) segments.set(mac, known.add(segment))
  }
  for (const pair of pairs) {
    const card = cards.get(pair.mac)
    if (card === undefined || own.has(pair) || taken.has(pair.ip)) continue
    if (!isProbablyOwn(pair, card, segments.get(pair.mac) ?? new Set(), site)) continue
    own.add(pair)
    taken.add(pair.ip)
  }
}

function macsByPackets(pairs: readonly Pair[]): readonly string[] {
  return [...pairs]
    .sort((left, right) => right.packets - left.packets || (left.mac < right.mac ? -1 : 1))
    .map((pair) => pair.mac)
}

function collectPairs(observations: Observations): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const sender of observations.senders) addPair(pairs, sender, false)
  for (const binding of observations.bindings) {
    if (!managementProtocols.has(binding.protocol)) addPair(pairs, binding, true)
  }
  addStatedAddresses(pairs, observations)
  return [...pairs.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1))
}

const managementProtocols: ReadonlySet<string> = new Set(['lldp', 'cdp'])

/**
 * Switches announce the address they are managed at. Some announce a factory setting that fits no
 * network: a public address counts only where its neighbours send too.
 */
function addStatedAddresses(pairs: Map<string, Pair>, observations: Observations): void {
  const networks = new Set(
    [...pairs.values()].filter(({ isSent }) => isSent).map(({ ip }) => rangeAround(ip, 24)?.text),
  )
  const isPlausible = (ip: string) => isPrivate(ip) || networks.has(rangeAround(ip, 24)?.text)
  for (const { subject, name, value, packets, firstS, lastS, seen } of observations.facts) {
    const { mac } = subject
    if (name !== 'management_address' || mac === undefined || !isPlausible(value)) continue
    addPair(pairs, { mac, ip: value, protocol: name, packets, firstS, lastS, seen }, true)
  }
  for (const binding of observations.bindings) {
    if (managementProtocols.has(binding.protocol) && isPlausible(binding.ip)) {
      addPair(pairs, binding, true)
    }
  }
}

function addPair(pairs: Map<string, Pair>, from: Sender | Binding, isBinding: boolean): void {
  const { mac, ip } = from
  if (!isDeviceMac(mac) || !isHostAddress(ip) || isLoopback(ip)) return
  const known = pairs.get(`${mac} ${ip}`)
  const ttl = 'ttl' in from ? from.ttl : undefined
  if (known === undefined) {
    pairs.set(`${mac} ${ip}`, {
      mac,
      ip,
      isBound: isBinding,
      isSent: !isBinding,
      ttl,
      firstS: from.firstS,
      lastS: from.lastS,
      packets: isBinding ? 0 : from.packets,
    })
    return
  }
  known.isBound ||= isBinding
  known.isSent ||= !isBinding
  // The largest value is the one seen nearest to the device.
  if (ttl !== undefined) known.ttl = Math.max(known.ttl ?? 0, ttl)
  known.firstS = Math.min(known.firstS, from.firstS)
  known.lastS = Math.max(known.lastS, from.lastS)
  known.packets += isBinding ? 0 : from.packets
}

/** What the pairs of one card come down to, so that no pair has to look at all others. */
interface CardSummary {
  /** IPv4 addresses that it claims. */
  bound: number
  /** Unclaimed addresses it sends from with a fresh hop count. */
  near: number
  nearV6: number
  /** Addresses beyond its link that it sends from. */
  sentV4: number
  sentV6: number
  /** Networks of 256 addresses, or of 2^64, that it sends from. */
  readonly networks: Set<string>
}

interface AddressSummary {
  /** Cards that send from it with a fresh hop count. */
  near: number
  /** Cards that claim it and send from it. */
  boundAndSent: number
}

function summariseCards(pairs: readonly Pair[]): Map<string, CardSummary> {
  const cards = new Map<string, CardSummary>()
  for (const pair of pairs) {
    let card = cards.get(pair.mac)
    if (card === undefined) {
      card = { bound: 0, near: 0, nearV6: 0, sentV4: 0, sentV6: 0, networks: new Set() }
      cards.set(pair.mac, card)
    }
    const isV6 = pair.ip.includes(':')
    if (pair.isBound && !isV6) card.bound += 1
    if (!pair.isBound && isNear(pair)) card[isV6 ? 'nearV6' : 'near'] += 1
    if (!pair.isSent || isLinkLocal(pair.ip)) continue
    card[isV6 ? 'sentV6' : 'sentV4'] += 1
    if (card.networks.size < 2 || isV6) card.networks.add(networkOf(pair.ip))
  }
  return cards
}

function summariseAddresses(pairs: readonly Pair[]): Map<string, AddressSummary> {
  const addresses = new Map<string, AddressSummary>()
  for (const pair of pairs) {
    const address = addresses.get(pair.ip) ?? { near: 0, boundAndSent: 0 }
    addresses.set(pair.ip, address)
    if (pair.isSent && isNear(pair)) address.near += 1
    if (pair.isBound && pair.isSent) address.boundAndSent += 1
  }
  return addresses
}

function isSurelyOwn(pair: Pair, card: CardSummary, address: AddressSummary): boolean {
  if (isMadeFromMac(pair.ip, pair.mac)) return true
  if (isLinkLocal(pair.ip)) return pair.isSent || pair.isBound
  const isNearPair = isNear(pair)
  if (pair.isBound) {
    const isProxy = card.bound > inventoryLimits.boundAddresses
    // A card that only claims an address which another card sends from is a proxy or a liar.
    return pair.isSent ? isNearPair || !isProxy : !isProxy && address.near === 0
  }
  if (!pair.isSent || !isNearPair || address.boundAndSent > 0) return false
  // Proxies and address translation give packets of the internet a fresh hop count: for a public
  // address a card that sends from other networks too is a router.
  if (!isPrivate(pair.ip) && card.networks.size > 1) return false
  return pair.ip.includes(':')
    ? card.nearV6 <= inventoryLimits.nearAddressesV6
    : card.near <= inventoryLimits.nearAddresses
}

/** The weaker signs: the only address of its card, and where the site's addresses are. */
function isProbablyOwn(
  pair: Pair,
  card: CardSummary,
  ownSegments: ReadonlySet<string>,
  site: Site,
) {
  if (!pair.isSent) return false
  const segment = site.segmentOf(pair.ip)
  const count = pair.ip.includes(':') ? card.sentV6 : card.sentV4
  // Scanners set any hop count: what they send beside their own address in its network is theirs.
  if (segment !== undefined && ownSegments.has(segment)) {
    return count <= inventoryLimits.nearAddresses
  }
  if (count > 1) return false
  if (pair.ttl === undefined || pair.ttl < lowTtl || embeddedTtls.includes(pair.ttl)) {
    return isPrivate(pair.ip) || segment !== undefined
  }
  return segment !== undefined && isPlausiblyDirect(pair.ttl)
}

function networkOf(ip: string): string {
  return rangeAround(ip, ip.includes(':') ? 64 : 24)?.text ?? ip
}

/** Not one of the values that a few routers make of a usual one. */
function isPlausiblyDirect(ttl: number): boolean {
  return !usualTtls.some((start) => start - ttl > 0 && start - ttl <= 8)
}

/** The packet has not passed a router; link-scope groups are sent with 1. */
function isNear(pair: Pair): boolean {
  return pair.ttl === 1 || usualTtls.some((ttl) => ttl === pair.ttl)
}

function localAddresses(
  own: ReadonlySet<Pair>,
  masks: ReadonlyMap<string, number>,
): LocalAddress[] {
  return [...own].map(({ mac, ip, isBound }) => {
    const bits = masks.get(ip) ?? masks.get(mac)
    const basis = isBound ? 'binding' : 'layer2'
    return bits === undefined || ip.includes(':') ? { ip, basis } : { ip, basis, maskBits: bits }
  })
}

/** Masks by the card or address they were stated about. */
function statedMasks(observations: Observations): Map<string, number> {
  const masks = new Map<string, number>()
  for (const fact of observations.facts) {
    if (!/\.(subnet_)?mask$/.test(fact.name)) continue
    const bits = maskBits(fact.value)
    if (bits === undefined) continue
    for (const about of [fact.subject.mac, fact.subject.ip]) {
      if (about !== undefined) masks.set(about, bits)
    }
  }
  return masks
}

function key(pair: Pair): string {
  return `${pair.mac} ${pair.ip}`
}

function groupBy(pairs: Iterable<Pair>, by: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(by(pair))
    if (group === undefined) groups.set(by(pair), [pair])
    else group.push(pair)
  }
  return groups
}
