// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts, KeyTable } from './key-table.ts'
import type { Registry } from './registry.ts'

/** Operation word: code in 16 bits, direction (1 from the server), protocol number. */
export function operationWord(code: number, isFromServer: boolean, protocol: number): number {
  return (code & 0xffff) | (isFromServer ? 0x10000 : 0) | (protocol << 17)
}

export interface OperationSum {
  readonly word: number
  readonly count: number
  /** Numbers over all captures, of the first frames. */
  readonly frames: readonly number[]
}

/** Entries at which operations are added to their conversations. */
const foldAt = 1 << 17

/** Above every operation word. */
const wordRange = 2 ** 25

/** An entry is flow + 1 (0 when free), operation word, count, first frame. */
const entryWords = 4

/**
 * Of each direction of a flow the operation that came last, as nearly always the same one follows:
 * flow + 1 (0 when free), operation word, how often it came since. Each has its own place, the
 * newer takes it.
 */
const latestPlaces = 16_384
const latestWords = 4
const fromServerShift = 16
const mostPending = 1 << 30

/** Both directions of a flow lie in one cache line. */
export function latestPlace(flow: number, direction: number): number {
  return (((flow << 1) | direction) & (latestPlaces - 1)) * latestWords
}

/**
 * How often which operation was seen: per flow in a typed table while packets come in, added up
 * per conversation from time to time.
 */
export class Operations {
  /** Operations beyond the bound. */
  leftOut = 0
  /** Set when `fold` is due. */
  isFull = false
  private entries = new Int32Array(1024 * entryWords)
  readonly latest = new Int32Array(latestPlaces * latestWords)
  private count = 0
  /** Further frames of what changes a device, by flow and word. */
  private readonly frames = new Map<number, number[]>()
  /** Sums by (conversation, word). */
  private readonly sums: KeyTable
  private counts = new Float64Array(0)
  private firstFrames = new Int32Array(0)
  private readonly moreFrames = new Map<number, number[]>()
  private readonly framesPerOperation: number
  private readonly registry: Registry
  private readonly seed: number

  constructor(
    limits: { readonly operations: number; readonly framesPerOperation: number },
    registry: Registry,
    seed: number,
  ) {
    this.framesPerOperation = limits.framesPerOperation
    this.registry = registry
    this.seed = seed
    this.sums = new KeyTable(limits.operations, seed)
  }

  add(flow: number, word: number, frame: number): void {
    const { latest } = this
    const at = latestPlace(flow, (word >>> fromServerShift) & 1)
    if (latest[at] === flow + 1 && latest[at + 1] === word && latest[at + 2] < mostPending) {
      latest[at + 2] += 1
    } else this.change(at, flow, word, frame)
  }

  /** Another operation than the last one there, or one whose frames are still wanted. */
  private change(at: number, flow: number, word: number, frame: number): void {
    const { latest } = this
    this.addPending(at)
    const isSettled = this.addEntry(flow, word, frame) >= this.framesPerOperation
    latest[at] = isSettled ? flow + 1 : 0
    latest[at + 1] = word
  }

  private addPending(at: number): void {
    const { entries, latest } = this
    if (latest[at] === 0 || latest[at + 2] === 0) return
    const entry = this.placeOf(latest[at], latest[at + 1])
    const count = entries[entry + 2] + latest[at + 2]
    // A count that does not fit is as good as endless.
    entries[entry + 2] = count > 0x7fffffff ? 0x7fffffff : count
    latest[at + 2] = 0
  }

  /** Counts it in its entry; returns how often it came so far. */
  private addEntry(flow: number, word: number, frame: number): number {
    const { entries } = this
    const at = this.placeOf(flow + 1, word)
    const count = entries[at + 2] + 1
    if (count === 1) {
      entries[at] = flow + 1
      entries[at + 1] = word
      entries[at + 3] = frame
      this.count += 1
    }
    if (count <= 0x7fffffff) entries[at + 2] = count
    if (count > 1 && count <= this.framesPerOperation) this.keepFrame(flow, word, frame)
    if (this.count * 2 * entryWords > entries.length) this.grow()
    return count
  }

  /** Adds everything to the conversations; `conversationOf` gives -1 for one beyond the bound. */
  fold(conversationOf: (flow: number) => number): void {
    const { entries } = this
    for (let at = 0; at < latestPlaces * latestWords; at += latestWords) this.addPending(at)
    for (const key of this.inOrder()) {
      const owner = Math.floor(key / wordRange)
      const at = this.placeOf(owner, key - owner * wordRange)
      const flow = owner - 1
      const conversation = conversationOf(flow)
      const count = entries[at + 2]
      const sum = conversation < 0 ? -1 : this.sum(conversation, entries[at + 1], count)
      if (sum < 0) this.leftOut += count
      else this.addFrames(sum, flow, entries[at + 1], entries[at + 3])
    }
    entries.fill(0)
    this.latest.fill(0)
    this.count = 0
    this.frames.clear()
    this.isFull = false
  }

  /** Calls `each` for every sum, with the number of its conversation. */
  forEach(each: (conversation: number, sum: OperationSum) => void): void {
    const { keys, count } = this.sums
    for (let index = 0; index < count; index += 1) {
      const frames = [this.firstFrames[index], ...(this.moreFrames.get(index) ?? [])]
      each(keys[index * 4], { word: keys[index * 4 + 1], count: this.counts[index], frames })
    }
  }

  private placeOf(owner: number, word: number): number {
    const { entries } = this
    const mask = entries.length - 1
    let hash = Math.imul(owner ^ this.seed, 0x85ebca6b) + Math.imul(word, 0xc2b2ae35)
    hash ^= hash >>> 15
    let at = (Math.imul(hash, 0x27d4eb2f) >>> 3) & mask & ~(entryWords - 1)
    while (entries[at] !== 0 && (entries[at] !== owner || entries[at + 1] !== word)) {
      at = (at + entryWords) & mask
    }
    return at
  }

  /** Owners and words of the entries in order: that of the entries depends on the seed. */
  private inOrder(): Float64Array {
    const { entries } = this
    const keys = new Float64Array(this.count)
    let count = 0
    for (let at = 0; at < entries.length; at += entryWords) {
      if (entries[at] === 0) continue
      keys[count] = frameKey(entries[at], entries[at + 1])
      count += 1
    }
    return keys.sort()
  }

  private grow(): void {
    const before = this.entries
    this.isFull = this.count >= foldAt
    this.entries = new Int32Array(before.length * 2)
    for (let from = 0; from < before.length; from += entryWords) {
      if (before[from] === 0) continue
      const at = this.placeOf(before[from], before[from + 1])
      for (let word = 0; word < entryWords; word += 1) this.entries[at + word] = before[from + word]
    }
  }

  /** One frame says where to look; for what changes a device the first few are kept. */
  private keepFrame(flow: number, word: number, frame: number): void {
    if (!this.keepsFrames(word)) return
    const key = frameKey(flow, word)
    const known = this.frames.get(key)
    if (known === undefined) this.frames.set(key, [frame])
    else known.push(frame)
  }

  private keepsFrames(word: number): boolean {
    const { effect } = this.registry.operation(word >>> 17, word & 0xffff)
    return effect !== 'read' && effect !== 'other'
  }

  /** Adds to a sum and returns its index, -1 beyond the bound. */
  private sum(conversation: number, word: number, count: number): number {
    const { sums } = this
    const before = sums.count
    const index = sums.put(conversation, word, 0, 0)
    if (index === before) {
      this.counts = grownDoubles(this.counts, sums.capacity)
      this.firstFrames = grownInts(this.firstFrames, sums.capacity)
      this.counts[index] = 0
      this.firstFrames[index] = 0
    }
    if (index >= 0) this.counts[index] += count
    return index
  }

  private addFrames(sum: number, flow: number, word: number, first: number): void {
    const known = this.firstFrames[sum]
    const others = this.frames.get(frameKey(flow, word)) ?? []
    if (known === 0) {
      this.firstFrames[sum] = first
      if (others.length > 0) this.moreFrames.set(sum, [...others])
      return
    }
    if (!this.keepsFrames(word)) {
      if (first >>> 0 < known >>> 0) this.firstFrames[sum] = first
      return
    }
    const all = [known, ...(this.moreFrames.get(sum) ?? []), first, ...others]
    all.sort((a, b) => (a >>> 0) - (b >>> 0))
    this.firstFrames[sum] = all[0]
    this.moreFrames.set(sum, all.slice(1, this.framesPerOperation))
  }
}

/** Exact in a double: 25 bits of operation, 23 of flow. */
function frameKey(flow: number, word: number): number {
  return flow * wordRange + word
}
