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
  isWithin,
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
const embeddedTtls = [200, 100, 60, 32, 30] as const

export function claimAddresses(observations: Observations, siteRanges: readonly string[]): Claims {
  const pairs = collectPairs(observations)
  const byMac = groupBy(pairs, (pair) => pair.mac)
  const byIp = groupBy(pairs, (pair) => pair.ip)
  const own = new Set<Pair>()
  for (const pair of pairs) {
    if (isSurelyOwn(pair, byMac.get(pair.mac) ?? [], byIp.get(pair.ip) ?? [])) own.add(pair)
  }
  const masks = statedMasks(observations)
  const firstSite = learnSite(siteRanges, localAddresses(own, masks))
  for (const pair of pairs) {
    const others = byMac.get(pair.mac) ?? []
    if (!own.has(pair) && isProbablyOwn(pair, others, byIp.get(pair.ip) ?? [], own, firstSite)) {
      own.add(pair)
    }
  }
  const owners = new Map<string, readonly string[]>()
  for (const [ip, list] of byIp) owners.set(ip, ownersAmong(list, own))
  return {
    site: learnSite(siteRanges, localAddresses(own, masks)),
    pairs,
    isOwn: (mac, ip) => owners.get(ip)?.includes(mac) === true,
    ownersOf: (ip) => owners.get(ip) ?? [],
    forwardedBy: (mac) =>
      (byMac.get(mac) ?? []).filter((pair) => pair.isSent && !own.has(pair)).length,
  }
}

/** Most packets first; one card seen on several VLANs is one pair already. */
function ownersAmong(pairs: readonly Pair[], own: ReadonlySet<Pair>): readonly string[] {
  return pairs
    .filter((pair) => own.has(pair))
    .sort((left, right) => right.packets - left.packets || (left.mac < right.mac ? -1 : 1))
    .map((pair) => pair.mac)
}

function collectPairs(observations: Observations): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const sender of observations.senders) addPair(pairs, sender, false)
  for (const binding of observations.bindings) addPair(pairs, binding, true)
  addStatedAddresses(pairs, observations)
  return [...pairs.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1))
}

/**
 * Switches announce the address they are managed at. Some announce a factory setting that fits no
 * network: a public address counts only where its neighbours send too.
 */
function addStatedAddresses(pairs: Map<string, Pair>, observations: Observations): void {
  const networks = new Set(
    [...pairs.values()].filter(({ isSent }) => isSent).map(({ ip }) => rangeAround(ip, 24)?.text),
  )
  for (const { subject, name, value, packets, firstS, lastS, seen } of observations.facts) {
    if (name !== 'management_address' || subject.mac === undefined) continue
    if (!isPrivate(value) && !networks.has(rangeAround(value, 24)?.text)) continue
    const { mac } = subject
    const stated = { mac, ip: value, protocol: name, packets, firstS, lastS, seen }
    addPair(pairs, stated, true)
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

function isSurelyOwn(pair: Pair, ofMac: readonly Pair[], ofIp: readonly Pair[]): boolean {
  if (isMadeFromMac(pair.ip, pair.mac)) return true
  if (isLinkLocal(pair.ip)) return pair.isSent || pair.isBound
  if (pair.isBound) {
    // A card that only claims an address which another card sends from is a proxy or a liar.
    const isSentByOther = ofIp.some((other) => other !== pair && other.isSent && isNear(other))
    if (!pair.isSent) return !isSentByOther && boundBy(ofMac) <= inventoryLimits.boundAddresses
    return isNear(pair) || boundBy(ofMac) <= inventoryLimits.boundAddresses
  }
  if (!pair.isSent || !isNear(pair)) return false
  if (ofIp.some((other) => other !== pair && other.isBound && other.isSent)) return false
  if (!isPrivate(pair.ip) && isAcrossNetworks(pair, ofMac)) return false
  const near = ofMac.filter(
    (other) => !other.isBound && isNear(other) && sameVersion(other.ip, pair.ip),
  )
  const most = pair.ip.includes(':')
    ? inventoryLimits.nearAddressesV6
    : inventoryLimits.nearAddresses
  return near.length <= most
}

/** The weaker signs: the only address of its card, and where the site's addresses are. */
function isProbablyOwn(
  pair: Pair,
  ofMac: readonly Pair[],
  ofIp: readonly Pair[],
  own: ReadonlySet<Pair>,
  site: Site,
): boolean {
  if (!pair.isSent || ofIp.some((other) => own.has(other))) return false
  const sameKind = ofMac.filter(
    (other) => other.isSent && !isLinkLocal(other.ip) && sameVersion(other.ip, pair.ip),
  )
  // Scanners set any hop count: what they send beside their own address in its network is theirs.
  if (sameKind.some((other) => own.has(other) && isNextTo(other.ip, pair.ip, site))) {
    return sameKind.length <= inventoryLimits.nearAddresses
  }
  if (sameKind.length > 1) return false
  const isOnSegment = site.ranges.some((range) => range.basis !== 'set' && isWithin(pair.ip, range))
  if (pair.ttl === undefined || embeddedTtls.some((ttl) => ttl === pair.ttl)) {
    return isPrivate(pair.ip) || isOnSegment
  }
  return isOnSegment && isPlausiblyDirect(pair.ttl)
}

/**
 * The card sends from other networks as well. Proxies and address translation give packets of the
 * internet a fresh hop count, so for a public address that is a router's sign.
 */
function isAcrossNetworks(pair: Pair, ofMac: readonly Pair[]): boolean {
  const own = rangeAround(pair.ip, 24)
  return ofMac.some(
    (other) =>
      other.isSent &&
      sameVersion(other.ip, pair.ip) &&
      !isLinkLocal(other.ip) &&
      own !== undefined &&
      !isWithin(other.ip, own),
  )
}

/** Not one of the values that a few routers make of a usual one. */
function isPlausiblyDirect(ttl: number): boolean {
  return !usualTtls.some((start) => start - ttl > 0 && start - ttl <= 8)
}

function isNextTo(left: string, right: string, { ranges }: Site): boolean {
  return ranges.some(
    (range) => range.basis !== 'set' && isWithin(left, range) && isWithin(right, range),
  )
}

/** The packet has not passed a router; link-scope groups are sent with 1. */
function isNear(pair: Pair): boolean {
  return pair.ttl === 1 || usualTtls.some((ttl) => ttl === pair.ttl)
}

function boundBy(pairs: readonly Pair[]): number {
  return pairs.filter((pair) => pair.isBound && !pair.ip.includes(':')).length
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

function sameVersion(left: string, right: string): boolean {
  return left.includes(':') === right.includes(':')
}

function key(pair: Pair): string {
  return `${pair.mac} ${pair.ip}`
}

function groupBy(pairs: readonly Pair[], by: (pair: Pair) => string): Map<string, Pair[]> {
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(by(pair))
    if (group === undefined) groups.set(by(pair), [pair])
    else group.push(pair)
  }
  return groups
}
