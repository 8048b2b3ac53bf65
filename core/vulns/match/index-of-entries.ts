// SPDX-License-Identifier: EUPL-1.2
import type { AssetName } from '../names/asset-name.ts'
import type { Wanted } from '../names/product-name.ts'
import { isSameVendor, type VendorReading } from '../names/vendor.ts'
import type { Entry } from './entry.ts'

type Postings = Map<string, number[]>

/** Entries of one maker by the words of their names. */
interface Shelf {
  readonly vendor: VendorReading
  /** What finds an entry by itself: its codes, or the words of a name without any. */
  readonly telling: Postings
  /** Words beside a code: only for assets whose name has no code of its own. */
  readonly beside: Postings
  /** Fixed beginnings of patterns. */
  readonly stems: Postings
}

/**
 * Finds the entries that could be about an asset, by any word the two share. It may find too many,
 * never too few: `identify` judges what it finds.
 */
export class EntryIndex {
  readonly #direct: Postings = new Map()
  readonly #orderStems: Postings = new Map()
  readonly #shelves = new Map<string, Shelf>()
  /** In which round an entry was found last: cheaper than a set for each asset. */
  readonly #seen: number[] = []
  #round = 0
  readonly #alike = new Map<VendorReading, readonly Shelf[]>()

  add(entry: Entry, number: number): void {
    const { vendor, name } = entry
    this.#alike.clear()
    this.#seen[number] = 0
    for (const order of name.orders) post(this.#direct, `#${order}`, number)
    for (const one of entry.packages) post(this.#direct, `@${one}`, number)
    for (const hash of entry.hashes) post(this.#direct, `=${hash}`, number)
    for (const serial of entry.serials) post(this.#direct, `!${serial.toLowerCase()}`, number)
    for (const glob of name.orderGlobs) post(this.#orderStems, stemOf(glob), number)
    for (const id of vendor.isAnybody ? [''] : vendor.ids) {
      const shelf = this.#shelf(id, vendor)
      for (const wanted of name.alternatives) place(shelf, wanted, number)
    }
  }

  /** Numbers of the entries, each once, in no order. */
  candidates(asset: AssetName, vendor: VendorReading, direct: readonly string[]): number[] {
    this.#round += 1
    const found: number[] = []
    for (const key of direct) this.#collect(this.#direct, key, found)
    if (this.#direct.size > 0) {
      for (const order of asset.orders) this.#collect(this.#direct, `#${order}`, found)
    }
    if (this.#orderStems.size > 0) {
      for (const stem of asset.stems) this.#collect(this.#orderStems, stem, found)
    }
    for (const shelf of this.#alikes(vendor)) {
      for (const word of asset.words) {
        this.#collect(shelf.telling, word, found)
        if (!asset.hasCodes) this.#collect(shelf.beside, word, found)
      }
      if (shelf.stems.size === 0) continue
      for (const stem of asset.stems) this.#collect(shelf.stems, stem, found)
    }
    return found
  }

  /** Whether any document names this maker. */
  knows(vendor: VendorReading): boolean {
    return this.#alikes(vendor).some((shelf) => !shelf.vendor.isAnybody)
  }

  #shelf(id: string, vendor: VendorReading): Shelf {
    let shelf = this.#shelves.get(id)
    if (shelf === undefined) {
      const own = id === '' ? vendor : { ...vendor, ids: [id] }
      shelf = { vendor: own, telling: new Map(), beside: new Map(), stems: new Map() }
      this.#shelves.set(id, shelf)
    }
    return shelf
  }

  #collect(postings: Postings, key: string, into: number[]): void {
    const posting = postings.get(key)
    if (posting === undefined) return
    for (const number of posting) {
      if (this.#seen[number] === this.#round) continue
      this.#seen[number] = this.#round
      into.push(number)
    }
  }

  #alikes(vendor: VendorReading): readonly Shelf[] {
    let shelves = this.#alike.get(vendor)
    if (shelves === undefined) {
      shelves = [...this.#shelves.values()].filter(
        (one) => vendor.isAnybody || one.vendor.isAnybody || isSameVendor(one.vendor, vendor),
      )
      this.#alike.set(vendor, shelves)
    }
    return shelves
  }
}

function place(shelf: Shelf, wanted: readonly Wanted[], number: number): void {
  const isCoded = wanted.some(({ isCode }) => isCode)
  const postings = (isCode: boolean) => (isCode || !isCoded ? shelf.telling : shelf.beside)
  for (const { literals, globs, series, runs, isCode } of wanted) {
    for (const literal of literals) post(postings(isCode), literal, number)
    for (const run of runs) post(postings(run.isCode), run.plain, number)
    for (const glob of globs) post(shelf.stems, stemOf(glob), number)
    if (series !== undefined) post(shelf.stems, stemOf(series), number)
  }
}

function post(postings: Postings, key: string, number: number): void {
  const posting = postings.get(key)
  if (posting === undefined) postings.set(key, [number])
  else if (posting.at(-1) !== number) posting.push(number)
}

const stemLength = 3

/** The fixed beginning of a pattern, as long as stems are compared. */
function stemOf(glob: string): string {
  return glob.slice(0, stemLength).replace(/[?*].*$/, '')
}
