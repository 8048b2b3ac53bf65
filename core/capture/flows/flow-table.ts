// SPDX-License-Identifier: EUPL-1.2
import { type Batch, cell, rowCells as importedRowCells } from '../readers/batch.ts'
import { mixed } from './key-table.ts'
import {
  recordWords as importedRecordWords,
  segmentMask as importedSegmentMask,
  segmentShift as importedSegmentShift,
  segmentFlows,
  word,
} from './record.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { flow: cellFlow, hash: cellHash, key: cellKey } = cell
const {
  frame: wordFrame,
  last: wordLast,
  packets: wordPackets,
  senders: wordSenders,
  state: wordState,
} = word
const rowCells = importedRowCells
const recordWords = importedRecordWords
const segmentShift = importedSegmentShift
const segmentMask = importedSegmentMask

/** Below this, slots and records stay in the cache and fetching them ahead gains nothing. */
const touchFrom = 1000

/**
 * Most allocators begin a large block 16 bytes behind the start of a page, with their own notes
 * before it. So far on, a record is one cache line instead of parts of two.
 */
const blockHead = 48

/** A quarter of a megabyte. */
const firstFlows = 4096

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
  /** Flows that the first segment holds as long as it is the only one. */
  private smallFlows = -1
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
    const { cells } = batch
    const end = batch.count * rowCells
    const { slots, words, seed } = this
    const mask = slots.length - 1
    let sum = 0
    for (let row = 0; row < end; row += rowCells) {
      const hash = mixed(
        cells[row + cellKey],
        cells[row + cellKey + 1],
        cells[row + cellKey + 2],
        cells[row + cellKey + 3],
        seed,
      )
      cells[row + cellHash] = hash
      sum ^= slots[hash & mask]
    }
    this.touched ^= sum
    if (this.count < touchFrom) return
    for (let row = 0; row < end; row += rowCells) {
      const flow = (slots[cells[row + cellHash] & mask] & indexMask) - 1
      if (flow >= 0) sum ^= words[flow >>> segmentShift][(flow & segmentMask) * recordWords]
    }
    this.touched ^= sum
  }

  /**
   * Finds the flows of the packets from row `start` on; calls `created` for new ones. Returns
   * where it stopped: the end, or the packet whose new flow the table has no room for.
   */
  look(batch: Batch, start: number, created: (row: number, flow: number) => void): number {
    const { cells } = batch
    const end = batch.count * rowCells
    let slots = this.slots
    let mask = slots.length - 1
    for (let row = start; row < end; row += rowCells) {
      const a = cells[row + cellKey]
      const b = cells[row + cellKey + 1]
      const c = cells[row + cellKey + 2]
      const d = cells[row + cellKey + 3]
      const h = cells[row + cellHash]
      const tag = h & tagMask
      let slot = h & mask
      for (;;) {
        const found = slots[slot]
        if (found === 0) {
          if (this.count >= this.limit) return row
          const fresh = this.append(a, b, c, d)
          slots[slot] = (fresh + 1) | tag
          cells[row + cellFlow] = fresh
          if (isCrowded(this.count, slots.length)) {
            this.grow()
            slots = this.slots
            mask = slots.length - 1
          }
          created(row, fresh)
          break
        }
        if ((found & tagMask) === tag) {
          const known = (found & indexMask) - 1
          const record = this.words[known >>> segmentShift]
          const base = (known & segmentMask) * recordWords
          if (
            record[base] === a &&
            record[base + 1] === b &&
            record[base + 2] === c &&
            record[base + 3] === d
          ) {
            cells[row + cellFlow] = known
            break
          }
        }
        slot = (slot + 1) & mask
      }
    }
    return end
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
    else if (index === this.smallFlows) this.widenFirst()
    const record = this.words[segment]
    const base = (index & segmentMask) * recordWords
    record[base] = a
    record[base + 1] = b
    record[base + 2] = c
    record[base + 3] = d
    record.fill(0, base + wordPackets, base + wordLast)
    const times = this.doubles[segment]
    times[(base + wordLast) >>> 1] = Number.NEGATIVE_INFINITY
    times[((base + wordLast) >>> 1) + 1] = Number.NEGATIVE_INFINITY
    const first = this.first[segment]
    first[index & segmentMask] = Number.POSITIVE_INFINITY
    record[base + wordState] = 0
    record[base + wordSenders] = -1
    record[base + wordSenders + 1] = -1
    record[base + wordFrame] = 0
    const sequences = this.sequences[segment]
    sequences[(index & segmentMask) * 2] = 0
    sequences[(index & segmentMask) * 2 + 1] = 0
    this.count = index + 1
    return index
  }

  /** The first segment begins small: most captures have few flows. */
  private addSegment(): void {
    const isFirst = this.words.length === 0
    this.smallFlows = isFirst ? firstFlows : -1
    this.setSegment(this.words.length, isFirst ? firstFlows : segmentFlows)
  }

  private widenFirst(): void {
    const [words, sequences, first] = [this.words[0], this.sequences[0], this.first[0]]
    this.smallFlows = Math.min(segmentFlows, this.smallFlows * 4)
    this.setSegment(0, this.smallFlows)
    this.words[0].set(words)
    this.sequences[0].set(sequences)
    this.first[0].set(first)
  }

  private setSegment(index: number, flows: number): void {
    const buffer = new ArrayBuffer(flows * recordWords * 4 + blockHead)
    this.words[index] = new Int32Array(buffer, blockHead, flows * recordWords)
    this.doubles[index] = new Float64Array(buffer, blockHead, flows * (recordWords >>> 1))
    this.sequences[index] = new Int32Array(flows * 2)
    this.first[index] = new Float64Array(flows)
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
      const record = words[index >>> segmentShift]
      const base = (index & segmentMask) * recordWords
      const hash = mixed(record[base], record[base + 1], record[base + 2], record[base + 3], seed)
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = (index + 1) | (hash & tagMask)
    }
  }

  /**
   * Keeps the flows for which `keep` says so. They are moved together in their old order: all get
   * new numbers.
   */
  retain(keep: (flow: number) => boolean): void {
    let next = 0
    for (let flow = 0; flow < this.count; flow += 1) {
      if (!keep(flow)) continue
      if (flow !== next) this.copy(flow, next)
      next += 1
    }
    this.count = next
    this.slots.fill(0)
    this.rebuild()
  }

  private copy(from: number, to: number): void {
    const source = this.words[from >>> segmentShift]
    const target = this.words[to >>> segmentShift]
    const base = (from & segmentMask) * recordWords
    const goal = (to & segmentMask) * recordWords
    for (let at = 0; at < recordWords; at += 1) target[goal + at] = source[base + at]
    const marks = this.sequences[from >>> segmentShift]
    const goals = this.sequences[to >>> segmentShift]
    goals[(to & segmentMask) * 2] = marks[(from & segmentMask) * 2]
    goals[(to & segmentMask) * 2 + 1] = marks[(from & segmentMask) * 2 + 1]
    const times = this.first[from >>> segmentShift]
    const goalTimes = this.first[to >>> segmentShift]
    goalTimes[to & segmentMask] = times[from & segmentMask]
  }
}

/** Half full; large tables three quarters, where the memory counts more than the probes. */
function isCrowded(count: number, slots: number): boolean {
  return slots > largeSlots ? count * 4 > slots * 3 : count * 2 > slots
}

const largeSlots = 1 << 20

/** The index takes 23 bits of a slot, the tag the rest. */
const indexMask = 0x7fffff
const tagMask = ~indexMask
const maxFlows = indexMask - 1
