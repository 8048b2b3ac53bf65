// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, ProductStatus } from '../advisory.ts'
import type { Asset } from '../asset.ts'
import { type AssetName, assetNameOf } from '../names/asset-name.ts'
import { identify } from '../names/identify.ts'
import { isMakersScheme } from '../names/order-number.ts'
import type { ProductName } from '../names/product-name.ts'
import { type Speller, spellerOf } from '../names/spelling.ts'
import { tokensOf } from '../names/tokens.ts'
import {
  isSameVendor,
  type VendorReader,
  type VendorReading,
  vendorReader,
} from '../names/vendor.ts'
import { ownTables, type Tables } from '../tables/index.ts'
import { isReadable, type RangeReading } from '../versions/range.ts'
import { versionOf } from '../versions/version.ts'
import type { AssetReading } from './apply.ts'
import { type Entry, entriesOf } from './entry.ts'
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

/** Vulnerabilities of which the document says the same. */
interface Group {
  readonly statuses: ReadonlyMap<number, ProductStatus>
  /** Places in `advisory.weaknesses`. */
  readonly weaknesses: readonly number[]
}

/** Advisories, indexed; assets are held against them one at a time, in any number. */
export class Matcher {
  readonly #tables: Tables
  readonly #vendors: VendorReader
  readonly #spell: Speller
  readonly #names = new Map<string, ProductName>()
  readonly #ranges = new Map<string, RangeReading>()
  readonly #held: Held[] = []
  readonly #entries: { readonly entry: Entry; readonly held: number }[] = []
  #index = new EntryIndex()
  /** By product type: assets of one type are recognised once. */
  readonly #recognised = new Map<string, ReadonlyMap<number, readonly Recognised[]>>()
  readonly #findings = new Map<string, readonly Finding[]>()

  constructor(tables: Tables = ownTables) {
    this.#tables = tables
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
    for (const entry of entries) {
      this.#index.add(entry, this.#entries.push({ entry, held }) - 1)
    }
    this.#recognised.clear()
    this.#findings.clear()
  }

  /** In the order in which the advisories came. */
  against(asset: Asset): readonly Finding[] {
    const key = typeKey(asset)
    let findings = this.#findings.get(key)
    if (findings === undefined) {
      findings = this.#judge(asset)
      if (this.#findings.size > rememberedTypes) this.#findings.clear()
      this.#findings.set(key, findings)
    }
    return findings
  }

  knowsVendor(asset: Asset): boolean {
    const vendor = this.#vendors(asset.vendor)
    return vendor.isKnown || this.#index.knows(vendor)
  }

  /** Counted over all entries of all advisories. */
  counters(): { entries: number; unreadableRanges: number; conditionalRanges: number } {
    let unreadableRanges = 0
    let conditionalRanges = 0
    for (const { entry } of this.#entries) {
      if (!isReadable(entry.range)) unreadableRanges += 1
      else if (entry.range.condition !== undefined) conditionalRanges += 1
    }
    return { entries: this.#entries.length, unreadableRanges, conditionalRanges }
  }

  #judge(asset: Asset): Finding[] {
    const vendor = this.#vendors(asset.vendor)
    const name = this.#nameOf(asset, vendor)
    const reading = readingOf(asset, name)
    const findings: Finding[] = []
    for (const [number, recognised] of this.#recognise(asset, name, vendor)) {
      const { advisory, groups } = this.#held[number] as Held
      const weights = weighed(recognised, reading)
      for (const { statuses, weaknesses } of groups) {
        const judgement = judged(weights, statuses)
        if (judgement !== undefined) findings.push({ ...judgement, advisory, weaknesses })
      }
    }
    return findings
  }

  #identity(of: {
    readonly entry: Entry
    readonly asset: Asset
    readonly name: AssetName
    readonly vendor: VendorReading
  }): Recognised['identity'] | undefined {
    const { entry, asset, name, vendor } = of
    const found = directly(entry, asset) ?? identify(entry.name, name)
    if (found === undefined || found.route === 'hash' || found.route === 'serial_number')
      return found
    if (entry.vendor.isAnybody || isSameVendor(entry.vendor, vendor)) return found
    // An order number of a known scheme names its maker by itself; nothing else does.
    const isNamed =
      found.route === 'order_number' && name.orders.some((order) => isMakersScheme(order))
    if (isNamed) return found
    return vendor.isAnybody ? { ...found, isCertain: false } : undefined
  }

  #nameOf(asset: Asset, vendor: VendorReading): AssetName {
    return assetNameOf(
      {
        product: this.#spell(asset.product),
        orderNumber: asset.orderNumber,
        vendors: vendor.ids,
        vendorWords: new Set(tokensOf(asset.vendor).map(({ plain }) => plain)),
      },
      this.#tables.families,
    )
  }

  #recognise(
    asset: Asset,
    name: AssetName,
    vendor: VendorReading,
  ): ReadonlyMap<number, readonly Recognised[]> {
    const key = [asset.vendor, asset.product, asset.orderNumber, asset.hashes.join()].join('\n')
    const known = this.#recognised.get(key)
    if (known !== undefined && asset.serialNumber === '') return known
    const direct = [
      ...asset.hashes.map((hash) => `=${hash}`),
      ...(asset.serialNumber === '' ? [] : [`!${asset.serialNumber.toLowerCase()}`]),
    ]
    const found = new Map<number, Recognised[]>()
    const candidates = [...this.#index.candidates(name, vendor, direct)].sort((a, b) => a - b)
    for (const number of candidates) {
      const { entry, held } = this.#entries[number] as { entry: Entry; held: number }
      const identity = this.#identity({ entry, asset, name, vendor })
      if (identity === undefined) continue
      const list = found.get(held)
      if (list === undefined) found.set(held, [{ entry, identity }])
      else list.push({ entry, identity })
    }
    if (this.#recognised.size > rememberedTypes) this.#recognised.clear()
    if (asset.serialNumber === '') this.#recognised.set(key, found)
    return found
  }
}

/** One group a set of statuses, and another where an entry is about some vulnerabilities alone. */
function groupsOf(advisory: Advisory, entries: readonly Entry[]): Group[] {
  const limited = entries.filter(({ onlyIds }) => onlyIds.length > 0)
  const groups = new Map<
    string,
    { statuses: ReadonlyMap<number, ProductStatus>; weaknesses: number[] }
  >()
  for (const [at, { id, statuses: number }] of advisory.weaknesses.entries()) {
    const statuses = advisory.statuses[number]
    if (statuses === undefined || statuses.size === 0) continue
    const without = limited
      .filter(({ onlyIds }) => !onlyIds.includes((id ?? '').toUpperCase()))
      .map(({ product }) => product)
    const key = `${number}|${without.join()}`
    const group = groups.get(key)
    if (group !== undefined) {
      group.weaknesses.push(at)
      continue
    }
    const kept = new Map(statuses)
    for (const product of without) kept.delete(product)
    groups.set(key, { statuses: without.length === 0 ? statuses : kept, weaknesses: [at] })
  }
  return [...groups.values()]
}

/** Types of product kept ready; more are worked out again. */
const rememberedTypes = 4_000

function directly(entry: Entry, asset: Asset): Recognised['identity'] | undefined {
  const certain = { isCertain: true, weight: 200, isUndetermined: false }
  if (entry.hashes.some((hash) => asset.hashes.includes(hash))) return { route: 'hash', ...certain }
  const serial = asset.serialNumber.toLowerCase()
  const isSerial = serial !== '' && entry.serials.some((one) => one.toLowerCase() === serial)
  return isSerial ? { route: 'serial_number', ...certain } : undefined
}

function readingOf(asset: Asset, name: AssetName): AssetReading {
  const version = asset.version === '' ? undefined : versionOf(asset.version)
  return version === undefined ? { asset, name } : { asset, name, version }
}

function typeKey(asset: Asset): string {
  return [
    asset.vendor,
    asset.product,
    asset.orderNumber,
    asset.version,
    asset.serialNumber,
    asset.hardwareSeries,
    asset.hardwareRevision,
    asset.purl,
    asset.cpe,
    asset.hashes.join(),
  ].join('\n')
}
