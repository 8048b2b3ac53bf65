// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '../advisory.ts'
import { type Identity, identify } from '../names/identify.ts'
import type { ProductName } from '../names/product-name.ts'
import { type Speller, spellerOf } from '../names/spelling.ts'
import { isSameVendor, type VendorReader, vendorReader } from '../names/vendor.ts'
import { ownTables, type Tables } from '../tables/index.ts'
import { isReadable, type RangeReading } from '../versions/range.ts'
import type { AssetReading } from './asset-reader.ts'
import { type Entry, entriesOf } from './entry.ts'
import { type Group, groupsOf } from './groups.ts'
import { EntryIndex } from './index-of-entries.ts'
import { type Judgement, judged, type Recognised, weighed } from './judge.ts'

/** What an advisory means for an asset; vulnerabilities of one judgement stand together. */
export interface Finding extends Judgement {
  readonly advisory: Advisory
  /** Places in `advisory.weaknesses`. */
  readonly weaknesses: readonly number[]
}

interface Held {
  readonly advisory: Advisory
  readonly groups: readonly Group[]
}

type Recognition = ReadonlyMap<number, readonly Recognised[]>

/** Kinds of product kept ready; more are worked out again. */
const rememberedKinds = 400

/**
 * Advisories, indexed; assets are held against them one at a time, in any number. Of two revisions
 * of a document the caller adds the one that counts.
 */
export class Matcher {
  readonly #vendors: VendorReader
  readonly #spell: Speller
  readonly #names = new Map<string, ProductName>()
  readonly #ranges = new Map<string, RangeReading>()
  /** Undefined where an advisory was dropped. */
  readonly #held: (Held | undefined)[] = []
  readonly #entries: ({ readonly entry: Entry; readonly held: number } | undefined)[] = []
  readonly #index = new EntryIndex()
  readonly #recognised = new Map<string, Recognition>()
  readonly #findings = new Map<string, readonly Finding[]>()

  constructor(tables: Tables = ownTables) {
    this.#vendors = vendorReader(tables.vendors)
    this.#spell = spellerOf(tables.aliases)
  }

  add(advisory: Advisory): void {
    const entries = entriesOf(advisory, {
      spell: this.#spell,
      vendors: this.#vendors,
      names: this.#names,
      ranges: this.#ranges,
    })
    const held = this.#held.push({ advisory, groups: groupsOf(advisory, entries) }) - 1
    for (const entry of entries) this.#index.add(entry, this.#entries.push({ entry, held }) - 1)
    this.#forget()
  }

  /** As if it had not been added; what the index has of it is passed over. */
  drop(advisory: Advisory): void {
    const place = this.#held.findIndex((one) => one?.advisory === advisory)
    if (place === -1) return
    this.#held[place] = undefined
    for (const [number, one] of this.#entries.entries()) {
      if (one?.held === place) this.#entries[number] = undefined
    }
    this.#forget()
  }

  /** In the order in which the advisories came; what no advisory is about has none. */
  against(reading: AssetReading): readonly Finding[] {
    let findings = this.#findings.get(reading.type)
    if (findings === undefined) {
      findings = this.#judge(reading)
      if (findings.length === 0) return findings
      if (this.#findings.size >= rememberedKinds) this.#findings.clear()
      this.#findings.set(reading.type, findings)
    }
    return findings
  }

  /** Whether the maker is in a table of ours or in an advisory. */
  knowsVendor({ vendor }: AssetReading): boolean {
    return vendor.isKnown || this.#index.knows(vendor)
  }

  /** Counted over all entries of all advisories. */
  counters(): { entries: number; unreadableRanges: number; conditionalRanges: number } {
    let unreadableRanges = 0
    let conditionalRanges = 0
    const standing = this.#entries.filter((one) => one !== undefined)
    for (const { entry } of standing) {
      if (!isReadable(entry.range)) unreadableRanges += 1
      else if (entry.range.condition !== undefined) conditionalRanges += 1
    }
    return { entries: standing.length, unreadableRanges, conditionalRanges }
  }

  #forget(): void {
    this.#recognised.clear()
    this.#findings.clear()
  }

  #judge(reading: AssetReading): Finding[] {
    const findings: Finding[] = []
    for (const [number, recognised] of this.#recognise(reading)) {
      const held = this.#held[number]
      if (held === undefined) continue
      const { advisory, groups } = held
      const weights = weighed(recognised, reading)
      for (const { statuses, weaknesses } of groups) {
        const judgement = judged(weights, statuses)
        if (judgement !== undefined) findings.push({ ...judgement, advisory, weaknesses })
      }
    }
    return findings
  }

  #recognise(reading: AssetReading): Recognition {
    const { asset } = reading
    const isSingle =
      asset.serialNumber !== '' || asset.hashes.length > 0 || reading.packages.length > 0
    const known = isSingle ? undefined : this.#recognised.get(reading.product)
    if (known !== undefined) return known
    const found = this.#recogniseAfresh(reading)
    if (!isSingle && found.size > 0) {
      if (this.#recognised.size >= rememberedKinds) this.#recognised.clear()
      this.#recognised.set(reading.product, found)
    }
    return found
  }

  #recogniseAfresh(reading: AssetReading): Recognition {
    const { asset, name, vendor } = reading
    const direct = [
      ...asset.hashes.map((hash) => `=${hash}`),
      ...reading.packages.map((one) => `@${one}`),
      ...(asset.serialNumber === '' ? [] : [`!${asset.serialNumber.toLowerCase()}`]),
    ]
    const candidates = this.#index.candidates(name, vendor, direct)
    if (candidates.length === 0) return nothing
    const found = new Map<number, Recognised[]>()
    for (const number of candidates.sort((a, b) => a - b)) {
      const standing = this.#entries[number]
      if (standing === undefined) continue
      const { entry, held } = standing
      const identity = identityOf(entry, reading)
      if (identity === undefined) continue
      const list = found.get(held)
      if (list === undefined) found.set(held, [{ entry, identity }])
      else list.push({ entry, identity })
    }
    return found
  }
}

const nothing: Recognition = new Map()

function identityOf(entry: Entry, reading: AssetReading): Identity | undefined {
  const { name, vendor } = reading
  const direct = directly(entry, reading)
  if (direct !== undefined) return direct
  const found = identify(entry.name, name)
  if (found === undefined) return undefined
  if (entry.vendor.isAnybody || isSameVendor(entry.vendor, vendor)) return found
  // An order number of a maker's scheme names the maker by itself; a number of digits does not.
  const isNamed = name.scheme !== undefined && name.scheme !== 'article'
  if (found.route === 'order_number' && isNamed) return found
  return vendor.isAnybody ? { ...found, isCertain: false } : undefined
}

function directly(entry: Entry, { asset, packages }: AssetReading): Identity | undefined {
  if (entry.hashes.length + entry.serials.length + entry.packages.length === 0) return undefined
  const certain = { isCertain: true, weight: 200, isUndetermined: false }
  if (entry.hashes.some((hash) => asset.hashes.includes(hash))) return { route: 'hash', ...certain }
  const own = entry.packages.find((one) => packages.includes(one))
  if (own !== undefined)
    return { route: own.startsWith('cpe/') ? 'cpe' : 'package_url', ...certain }
  const serial = asset.serialNumber.toLowerCase()
  const isSerial = serial !== '' && entry.serials.some((one) => one.toLowerCase() === serial)
  return isSerial ? { route: 'serial_number', ...certain } : undefined
}
