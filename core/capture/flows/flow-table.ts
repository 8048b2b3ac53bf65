// SPDX-License-Identifier: EUPL-1.2
import type { Batch } from '../readers/batch.ts'
import { mixed } from './key-table.ts'
import { recordWords, segmentFlows, segmentMask, segmentShift, word } from './record.ts'

/** Below this, slots and records stay in the cache and fetching them ahead gains nothing. */
const touchFrom = 100_000

/**
 * The flows. Open addressing with linear probing over slots of index + 1 and, in the upper bits,
 * a piece of the hash, so that a probe seldom touches a record in vain.
 */
export class FlowTable {
  count = 0
  /** Records as words, and the same bytes as doubles. */
  readonly words: Int32Array[] = []
  readonly doubles: Float64Array[] = []
  /** Next sequence number of each direction. */
  readonly sequences: Int32Array[] = []
  /** Earliest time, +Infinity while unknown. */
  readonly first: Float64Array[] = []
  readonly limit: number
  private slots: Int32Array = new Int32Array(1 << 12)
  private readonly seed: number
  /** Keeps the loads that fetch ahead from being optimised away. */
  private touched = 0

  constructor(limit: number, seed: number) {
    this.limit = Math.min(limit, maxFlows)
    this.seed = seed
  }

  get isFull(): boolean {
    return this.count >= this.limit
  }

  /** Computes the hashes of a batch and, for large tables, fetches slots and records ahead. */
  prepare(batch: Batch): void {
    const { key0, key1, key2, key3, hash, count } = batch
    const seed = this.seed
    for (let index = 0; index < count; index += 1) {
      hash[index] = mixed(
        key0[index] as number,
        key1[index] as number,
        key2[index] as number,
        key3[index] as number,
        seed,
      )
    }
    if (this.count < touchFrom) return
    const { slots, words } = this
    const mask = slots.length - 1
    let sum = 0
    for (let index = 0; index < count; index += 1) {
      sum += slots[(hash[index] as number) & mask] as number
    }
    for (let index = 0; index < count; index += 1) {
      const flow = ((slots[(hash[index] as number) & mask] as number) & indexMask) - 1
      if (flow >= 0) {
        sum += (words[flow >>> segmentShift] as Int32Array)[
          (flow & segmentMask) * recordWords
        ] as number
      }
    }
    this.touched = (this.touched + sum) | 0
  }

  /**
   * Finds the flows of the packets from `start` on; calls `created` for new ones. Returns where
   * it stopped: the end of the batch, or the packet whose new flow the table has no room for.
   */
  look(batch: Batch, start: number, created: (index: number, flow: number) => void): number {
    const { key0, key1, key2, key3, hash, flow, count } = batch
    let slots = this.slots
    let mask = slots.length - 1
    for (let index = start; index < count; index += 1) {
      const a = key0[index] as number
      const b = key1[index] as number
      const c = key2[index] as number
      const d = key3[index] as number
      const h = hash[index] as number
      const tag = h & tagMask
      let slot = h & mask
      for (;;) {
        const found = slots[slot] as number
        if (found === 0) {
          if (this.count >= this.limit) return index
          const fresh = this.append(a, b, c, d)
          slots[slot] = (fresh + 1) | tag
          flow[index] = fresh
          if (this.count * 2 > slots.length) {
            this.grow()
            slots = this.slots
            mask = slots.length - 1
          }
          created(index, fresh)
          break
        }
        if ((found & tagMask) === tag) {
          const known = (found & indexMask) - 1
          const record = this.words[known >>> segmentShift] as Int32Array
          const base = (known & segmentMask) * recordWords
          if (
            record[base] === a &&
            record[base + 1] === b &&
            record[base + 2] === c &&
            record[base + 3] === d
          ) {
            flow[index] = known
            break
          }
        }
        slot = (slot + 1) & mask
      }
    }
    return count
  }

  /** Forgets all flows; the segments are kept for reuse unless `release`. */
  clear(release: boolean): void {
    this.count = 0
    this.slots = new Int32Array(1 << 12)
    if (!release) return
    this.words.length = 0
    this.doubles.length = 0
    this.sequences.length = 0
    this.first.length = 0
  }

  private append(a: number, b: number, c: number, d: number): number {
    const index = this.count
    const segment = index >>> segmentShift
    if (segment === this.words.length) this.addSegment()
    const record = this.words[segment] as Int32Array
    const base = (index & segmentMask) * recordWords
    record[base] = a
    record[base + 1] = b
    record[base + 2] = c
    record[base + 3] = d
    record.fill(0, base + word.packets, base + word.last)
    const times = this.doubles[segment] as Float64Array
    times[(base + word.last) >>> 1] = Number.NEGATIVE_INFINITY
    times[((base + word.last) >>> 1) + 1] = Number.NEGATIVE_INFINITY
    const first = this.first[segment] as Float64Array
    first[index & segmentMask] = Number.POSITIVE_INFINITY
    record[base + word.state] = 0
    record[base + word.senders] = -1
    record[base + word.senders + 1] = -1
    record[base + word.frame] = 0
    const sequences = this.sequences[segment] as Int32Array
    sequences[(index & segmentMask) * 2] = 0
    sequences[(index & segmentMask) * 2 + 1] = 0
    this.count = index + 1
    return index
  }

  private addSegment(): void {
    const words = new Int32Array(segmentFlows * recordWords)
    this.words.push(words)
    this.doubles.push(new Float64Array(words.buffer))
    this.sequences.push(new Int32Array(segmentFlows * 2))
    this.first.push(new Float64Array(segmentFlows))
  }

  /** Doubles the slots; hashes are computed again from the keys. */
  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.rebuild()
  }

  /** Fills the empty slots with all flows. */
  private rebuild(): void {
    const { slots, words, seed } = this
    const mask = slots.length - 1
    for (let index = 0; index < this.count; index += 1) {
      const record = words[index >>> segmentShift] as Int32Array
      const base = (index & segmentMask) * recordWords
      const hash = mixed(
        record[base] as number,
        record[base + 1] as number,
        record[base + 2] as number,
        record[base + 3] as number,
        seed,
      )
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = (index + 1) | (hash & tagMask)
    }
  }

  /**
   * Keeps the flows for which `keep` says so, moved together in their old order; tells `moved`
   * every new place.
   */
  retain(keep: (flow: number) => boolean, moved: (from: number, to: number) => void): void {
    let next = 0
    for (let flow = 0; flow < this.count; flow += 1) {
      if (!keep(flow)) continue
      if (flow !== next) this.copy(flow, next)
      moved(flow, next)
      next += 1
    }
    this.count = next
    this.slots.fill(0)
    this.rebuild()
  }

  private copy(from: number, to: number): void {
    const source = this.words[from >>> segmentShift] as Int32Array
    const target = this.words[to >>> segmentShift] as Int32Array
    const base = (from & segmentMask) * recordWords
    const goal = (to & segmentMask) * recordWords
    for (let at = 0; at < recordWords; at += 1) target[goal + at] = source[base + at] as number
    const marks = this.sequences[from >>> segmentShift] as Int32Array
    const goals = this.sequences[to >>> segmentShift] as Int32Array
    goals[(to & segmentMask) * 2] = marks[(from & segmentMask) * 2] as number
    goals[(to & segmentMask) * 2 + 1] = marks[(from & segmentMask) * 2 + 1] as number
    const times = this.first[from >>> segmentShift] as Float64Array
    const goalTimes = this.first[to >>> segmentShift] as Float64Array
    goalTimes[to & segmentMask] = times[from & segmentMask] as number
  }
}

/** The index takes 23 bits of a slot, the tag the rest. */
const indexMask = 0x7fffff
const tagMask = ~indexMask
const maxFlows = indexMask - 1
