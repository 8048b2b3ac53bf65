// SPDX-License-Identifier: EUPL-1.2

import { type AddressRange, addressRange, isIn, rangeAround } from '@schouw/core/kernel/addresses'
import type { SiteBasis } from '../asset.ts'
import { compareAddresses } from './addresses.ts'
import type { Address } from './book.ts'

export interface SiteRange extends AddressRange {
  readonly basis: SiteBasis
}

/** An address that a card on this segment owns, with the length of its mask where stated. */
export interface LocalAddress {
  readonly address: Address
  readonly basis: 'binding' | 'layer2'
  readonly maskBits: number | undefined
}

export interface Site {
  readonly ranges: readonly SiteRange[]
  /** The learned range the address lies in: those in one are neighbours on this segment. */
  readonly segmentOf: (address: Address) => SiteRange | undefined
  readonly isInside: (address: Address) => boolean
}

// What a mask would most likely be where nobody states one: the size plants hand out, and the
// size IPv6 prescribes for a link.
const usualBits = { v4: 24, v6: 64 } as const
// A wider mask says more about a careless setting than about the site.
const widestMaskBits = 12

// Ranges of other than the usual length are compared one by one. No site states this many masks.
const mostWiderRanges = 512

/**
 * The site's address ranges. Private addresses count as inside unless a person set ranges: then
 * only those and what is on this segment itself.
 */
export function learnSite(set: readonly string[], local: readonly LocalAddress[]): Site {
  const ranges = new Map<string, SiteRange>()
  const usual = new Map<number, SiteRange>()
  for (const text of set) {
    const range = addressRange(text)
    if (range !== undefined) ranges.set(range.text, { ...range, basis: 'set' })
  }
  for (const wanted of ['mask', 'binding', 'layer2'] as const) {
    const wider = widerRanges(ranges.values())
    for (const one of local) {
      const { address } = one
      if (basisOf(one) !== wanted || address.isLinkLocal || address.isLoopback) continue
      if (wanted !== 'mask' && usual.has(address.network)) continue
      const range = localRange(one, wanted)
      if (range === undefined || ranges.has(range.text)) continue
      if (wider.length > 0 && isInOne(address, wider) !== undefined) continue
      ranges.set(range.text, range)
      if (wanted !== 'mask') usual.set(address.network, range)
    }
  }
  return siteOf([...ranges.values()].sort(compareRanges), usual)
}

function basisOf({ basis, maskBits }: LocalAddress): 'mask' | 'binding' | 'layer2' {
  return maskBits !== undefined && maskBits >= widestMaskBits ? 'mask' : basis
}

function localRange({ address, maskBits }: LocalAddress, basis: SiteBasis): SiteRange | undefined {
  const usual = address.isV6 ? usualBits.v6 : usualBits.v4
  const range = rangeAround(address.text, basis === 'mask' ? (maskBits ?? usual) : usual)
  return range === undefined ? undefined : { ...range, basis }
}

function widerRanges(ranges: Iterable<SiteRange>): readonly SiteRange[] {
  const list = [...ranges].filter(({ basis }) => basis === 'set' || basis === 'mask')
  return list.slice(0, mostWiderRanges)
}

function isInOne(address: Address, ranges: readonly SiteRange[]): SiteRange | undefined {
  const { bytes } = address
  return ranges.find((range) => isIn(bytes, range))
}

function siteOf(ranges: readonly SiteRange[], usual: ReadonlyMap<number, SiteRange>): Site {
  const wider = widerRanges(ranges)
  const masks = wider.filter(({ basis }) => basis === 'mask')
  const isSet = wider.some(({ basis }) => basis === 'set')
  const segmentOf = (address: Address) =>
    usual.get(address.network) ?? (masks.length === 0 ? undefined : isInOne(address, masks))
  const known: boolean[] = []
  const isInside = (address: Address) => {
    let answer = known[address.number]
    if (answer === undefined) {
      answer =
        address.isLinkLocal ||
        address.isLoopback ||
        usual.has(address.network) ||
        (wider.length > 0 && isInOne(address, wider) !== undefined) ||
        (!isSet && address.isPrivate)
      known[address.number] = answer
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
