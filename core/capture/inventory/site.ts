// SPDX-License-Identifier: EUPL-1.2
import type { SiteBasis } from '../asset.ts'
import {
  type AddressRange,
  addressRange,
  compareAddresses,
  isLinkLocal,
  isLoopback,
  isPrivate,
  isWithin,
  rangeAround,
} from './addresses.ts'

export interface SiteRange extends AddressRange {
  readonly basis: SiteBasis
}

/** An address that a card on this segment owns, with the length of its mask where stated. */
export interface LocalAddress {
  readonly ip: string
  readonly basis: 'binding' | 'layer2'
  readonly maskBits?: number
}

export interface Site {
  readonly ranges: readonly SiteRange[]
  /** The learned range the address lies in: those in one are neighbours on this segment. */
  readonly segmentOf: (ip: string) => string | undefined
  readonly isInside: (ip: string) => boolean
}

// What a mask would most likely be where nobody states one: the size plants hand out, and the
// size IPv6 prescribes for a link.
const usualBits = { v4: 24, v6: 64 } as const
// A wider mask says more about a careless setting than about the site.
const widestMaskBits = 12

/**
 * The site's address ranges. Private addresses count as inside unless a person set ranges: then
 * only those and what is on this segment itself.
 */
export function learnSite(set: readonly string[], local: readonly LocalAddress[]): Site {
  const ranges = new Map<string, SiteRange>()
  for (const text of set) {
    const range = addressRange(text)
    if (range !== undefined) ranges.set(range.text, { ...range, basis: 'set' })
  }
  for (const wanted of ['mask', 'binding', 'layer2'] as const) {
    const wider = [...ranges.values()].filter(isOfAnyLength).slice(0, mostWiderRanges)
    for (const address of local) {
      const range = localRange(address)
      if (range?.basis !== wanted || ranges.has(range.text)) continue
      if (wider.some((known) => isWithin(address.ip, known))) continue
      ranges.set(range.text, range)
    }
  }
  const list = [...ranges.values()].sort((left, right) => compareRanges(left, right))
  return siteOf(list)
}

// Ranges of other than the usual length are compared one by one. No site states this many masks.
const mostWiderRanges = 512

function isOfAnyLength({ basis }: SiteRange): boolean {
  return basis === 'set' || basis === 'mask'
}

function localRange(address: LocalAddress): SiteRange | undefined {
  if (isLinkLocal(address.ip) || isLoopback(address.ip)) return undefined
  const isStated = address.maskBits !== undefined && address.maskBits >= widestMaskBits
  const usual = address.ip.includes(':') ? usualBits.v6 : usualBits.v4
  const range = rangeAround(address.ip, isStated ? (address.maskBits ?? usual) : usual)
  return range === undefined ? undefined : { ...range, basis: isStated ? 'mask' : address.basis }
}

function siteOf(ranges: readonly SiteRange[]): Site {
  const isSet = ranges.some((range) => range.basis === 'set')
  const wider = ranges.filter(isOfAnyLength).slice(0, mostWiderRanges)
  const usual = new Set(ranges.filter((range) => !isOfAnyLength(range)).map(({ text }) => text))
  const usualRange = (ip: string) =>
    rangeAround(ip, ip.includes(':') ? usualBits.v6 : usualBits.v4)?.text ?? ''
  const segmentOf = (ip: string) => {
    const text = usualRange(ip)
    if (usual.has(text)) return text
    return wider.find((range) => range.basis === 'mask' && isWithin(ip, range))?.text
  }
  const known = new Map<string, boolean>()
  const isInside = (ip: string) => {
    let answer = known.get(ip)
    if (answer === undefined) {
      answer =
        isLinkLocal(ip) ||
        isLoopback(ip) ||
        usual.has(usualRange(ip)) ||
        wider.some((range) => isWithin(ip, range)) ||
        (!isSet && isPrivate(ip))
      known.set(ip, answer)
    }
    return answer
  }
  return { ranges, segmentOf, isInside }
}

function compareRanges(left: SiteRange, right: SiteRange): number {
  const [a = ''] = left.text.split('/')
  const [b = ''] = right.text.split('/')
  return compareAddresses(a, b) || left.bits - right.bits
}
