// SPDX-License-Identifier: EUPL-1.2

/** Words of a key. */
export const keyWords = 4

/**
 * The number takes 24 bits of a slot, a piece of the hash the rest: so that a probe seldom fetches a
 * key in vain.
 */
const indexMask = 0xffffff
const tagMask = ~indexMask

/**
 * Numbers keys of four 32-bit words from 0 in order of arrival. Open addressing with a seed,
 * because a passive tool must not be slowed down by keys that an attacker chose to collide.
 */
export class KeyTable {
  count = 0
  keys: Ints
  /** Index + 1 with the tag, 0 when free. */
  private slots: Ints
  private readonly seed: number
  private readonly limit: number

  constructor(limit: number, seed: number, first = 256) {
    this.limit = Math.min(limit, indexMask)
    this.seed = seed
    this.keys = new Int32Array(first * keyWords)
    this.slots = new Int32Array(first * 2)
  }

  /** Keys that fit before the value columns must grow with `keys`. */
  get capacity(): number {
    return this.keys.length / keyWords
  }

  /** Index of the key, -1 when it is unknown. */
  find(a: number, b: number, c: number, d: number): number {
    const found = this.slots[this.slotOf(a, b, c, d, mixed(a, b, c, d, this.seed))]
    return (found & indexMask) - 1
  }

  /** Index of the key, new or not; -1 when it is new and the table is at its limit. */
  put(a: number, b: number, c: number, d: number): number {
    const hash = mixed(a, b, c, d, this.seed)
    const slot = this.slotOf(a, b, c, d, hash)
    const found = this.slots[slot]
    if (found !== 0) return (found & indexMask) - 1
    if (this.count >= this.limit) return -1
    const index = this.count
    if (index === this.capacity) this.growKeys()
    const base = index * keyWords
    this.keys[base] = a
    this.keys[base + 1] = b
    this.keys[base + 2] = c
    this.keys[base + 3] = d
    this.count = index + 1
    this.slots[slot] = this.count | (hash & tagMask)
    if (this.count * 2 > this.slots.length) this.growSlots()
    return index
  }

  clear(): void {
    this.count = 0
    this.slots.fill(0)
  }

  private slotOf(a: number, b: number, c: number, d: number, hash: number): number {
    const { keys, slots } = this
    const mask = slots.length - 1
    const tag = hash & tagMask
    let slot = hash & mask
    for (;;) {
      const found = slots[slot]
      if (found === 0) return slot
      if ((found & tagMask) === tag) {
        const base = ((found & indexMask) - 1) * keyWords
        if (
          keys[base] === a &&
          keys[base + 1] === b &&
          keys[base + 2] === c &&
          keys[base + 3] === d
        ) {
          return slot
        }
      }
      slot = (slot + 1) & mask
    }
  }

  private growKeys(): void {
    const keys = new Int32Array(this.keys.length * 2)
    keys.set(this.keys)
    this.keys = keys
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    const { keys } = this
    for (let index = 0; index < this.count; index += 1) {
      const base = index * keyWords
      const hash = mixed(keys[base], keys[base + 1], keys[base + 2], keys[base + 3], this.seed)
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = (index + 1) | (hash & tagMask)
    }
    this.slots = slots
  }
}

/** Mixes four words and a seed in the manner of MurmurHash3. */
export function mixed(a: number, b: number, c: number, d: number, seed: number): number {
  let hash = Math.imul(a ^ seed, 0x85ebca6b)
  hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35)
  hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f)
  hash = Math.imul((hash ^ (hash >>> 15)) + d, 0x165667b1)
  hash = Math.imul(hash ^ (hash >>> 13) ^ seed, 0x9e3779b1)
  return hash ^ (hash >>> 16)
}

type Ints = Int32Array<ArrayBuffer>
type Doubles = Float64Array<ArrayBuffer>

/** A column that grows with the table; the old values stay. */
export function grownInts(column: Ints, length: number): Ints {
  if (column.length >= length) return column
  const next = new Int32Array(length)
  next.set(column)
  return next
}

export function grownDoubles(column: Doubles, length: number): Doubles {
  if (column.length >= length) return column
  const next = new Float64Array(length)
  next.set(column)
  return next
}
