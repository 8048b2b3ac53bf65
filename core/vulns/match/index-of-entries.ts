// SPDX-License-Identifier: EUPL-1.2
import type { AssetName } from '../names/asset-name.ts'
import type { ProductName, Wanted } from '../names/product-name.ts'
import { isSameVendor, type VendorReading } from '../names/vendor.ts'
import type { Entry } from './entry.ts'

/**
 * Finds the entries that could be about an asset, by any word the two share. It may find too many,
 * never too few: `identify` judges what it finds.
 */
export class EntryIndex {
  readonly #postings = new Map<string, number[]>()
  readonly #vendors = new Map<string, VendorReading>()
  readonly #kin = new Map<string, readonly string[]>()

  add(entry: Entry, number: number): void {
    const { vendor, name } = entry
    const ids = vendor.isAnybody ? ['*'] : vendor.ids
    for (const id of ids) this.#vendors.set(id, { ...vendor, ids: [id] })
    this.#kin.clear()
    const keys = new Set<string>()
    for (const order of name.orders) keys.add(`#${order}`)
    for (const glob of name.orderGlobs) keys.add(`#~${stemOf(glob)}`)
    for (const hash of entry.hashes) keys.add(`=${hash}`)
    for (const serial of entry.serials) keys.add(`!${serial.toLowerCase()}`)
    for (const word of wordsOf(name)) for (const id of ids) keys.add(`${id}|${word}`)
    for (const key of keys) {
      const posting = this.#postings.get(key)
      if (posting === undefined) this.#postings.set(key, [number])
      else posting.push(number)
    }
  }

  /** Numbers of the entries, each once, in no order. */
  candidates(asset: AssetName, vendor: VendorReading, direct: readonly string[]): Set<number> {
    const found = new Set<number>()
    const collect = (key: string) => {
      for (const number of this.#postings.get(key) ?? []) found.add(number)
    }
    for (const key of direct) collect(key)
    for (const order of asset.orders) {
      collect(`#${order}`)
      for (const stem of stemsOf(order)) collect(`#~${stem}`)
    }
    const words = new Set<string>([
      ...asset.codes,
      ...asset.telling.map(({ plain }) => plain),
      ...asset.implied,
      ...asset.grams,
    ])
    const stems = new Set(asset.codes.flatMap(stemsOf))
    for (const stem of stems) collect(`#~${stem}`)
    for (const id of this.#idsLike(vendor)) {
      for (const word of words) collect(`${id}|${word}`)
      for (const stem of stems) collect(`${id}|~${stem}`)
    }
    return found
  }

  /** Whether any document names this maker. */
  knows(vendor: VendorReading): boolean {
    return this.#idsLike(vendor).length > 1
  }

  #idsLike(vendor: VendorReading): readonly string[] {
    const key = vendor.ids.join('|')
    let ids = this.#kin.get(key)
    if (ids === undefined) {
      const like = [...this.#vendors].filter(
        ([, one]) => vendor.isAnybody || isSameVendor(one, vendor),
      )
      ids = [...like.map(([id]) => id), '*']
      this.#kin.set(key, ids)
    }
    return ids
  }
}

function wordsOf(name: ProductName): Set<string> {
  const words = new Set<string>()
  for (const wanted of name.alternatives) {
    for (const [at, one] of wanted.entries()) {
      for (const key of keysOf(one)) words.add(key)
      const next = wanted[at + 1]
      if (next !== undefined) words.add(one.plain + next.plain)
    }
  }
  return words
}

function keysOf({ literals, globs, series }: Wanted): string[] {
  const open = series === undefined ? globs : [...globs, series]
  return [...literals, ...open.map((glob) => `~${stemOf(glob)}`)]
}

const stemLength = 3

/** The fixed beginning of a pattern, as long as stems are compared. */
function stemOf(glob: string): string {
  return glob.slice(0, stemLength).replace(/[?*].*$/, '')
}

function stemsOf(code: string): string[] {
  return ['', ...Array.from({ length: stemLength }, (_, at) => code.slice(0, at + 1))]
}
