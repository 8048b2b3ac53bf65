// SPDX-License-Identifier: EUPL-1.2
import type { Registry } from './registry.ts'

/** Operation word: code in 16 bits, direction (1 from the server), protocol number. */
export function operationWord(code: number, isFromServer: boolean, protocol: number): number {
  return (code & 0xffff) | (isFromServer ? 0x10000 : 0) | (protocol << 17)
}

export interface OperationSum {
  readonly word: number
  count: number
  /** Global numbers of the first frames. */
  readonly frames: number[]
}

/** Entries at which operations are added to their conversations. */
const foldAt = 1 << 18

/** An entry is flow + 1 (0 when free), operation word, count, and one of 0. */
const entryWords = 4

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
  private count = 0
  /** First frames by flow and word. */
  private readonly frames = new Map<number, number[]>()
  private readonly sums = new Map<number, Map<number, OperationSum>>()
  private sumCount = 0
  private readonly limits: { readonly operations: number; readonly framesPerOperation: number }
  private readonly registry: Registry
  private readonly seed: number

  constructor(
    limits: { readonly operations: number; readonly framesPerOperation: number },
    registry: Registry,
    seed: number,
  ) {
    this.limits = limits
    this.registry = registry
    this.seed = seed
  }

  add(flow: number, word: number, frame: number): void {
    const { entries } = this
    const mask = entries.length - 1
    let hash = Math.imul((flow + 1) ^ this.seed, 0x85ebca6b) + Math.imul(word, 0xc2b2ae35)
    hash ^= hash >>> 15
    let at = (Math.imul(hash, 0x27d4eb2f) >>> 3) & mask & ~(entryWords - 1)
    for (;;) {
      const owner = entries[at]
      if (owner === flow + 1 && entries[at + 1] === word) break
      if (owner === 0) {
        entries[at] = flow + 1
        entries[at + 1] = word
        entries[at + 2] = 0
        this.count += 1
        break
      }
      at = (at + entryWords) & mask
    }
    const count = entries[at + 2] + 1
    // A count that would not fit is as good as endless.
    if (count > 0) entries[at + 2] = count
    if (count <= this.limits.framesPerOperation) this.keep(flow, word, frame, count)
    if (this.count * 2 * entryWords > entries.length) this.grow()
  }

  /** Adds everything to the conversations; `conversationOf` gives -1 for one beyond the bound. */
  fold(conversationOf: (flow: number) => number): void {
    const { entries } = this
    for (const at of this.inOrder()) {
      const flow = entries[at] - 1
      const word = entries[at + 1]
      const frames = this.frames.get(frameKey(flow, word)) ?? []
      this.addSum(conversationOf(flow), word, entries[at + 2], frames)
    }
    entries.fill(0)
    this.count = 0
    this.frames.clear()
    this.isFull = false
  }

  of(conversation: number): readonly OperationSum[] {
    return [...(this.sums.get(conversation)?.values() ?? [])]
  }

  /** Places of the entries by flow and operation: their own order depends on the seed. */
  private inOrder(): number[] {
    const { entries } = this
    const places: number[] = []
    for (let at = 0; at < entries.length; at += entryWords) if (entries[at] !== 0) places.push(at)
    return places.sort((a, b) => entries[a] - entries[b] || entries[a + 1] - entries[b + 1])
  }

  private grow(): void {
    const before = this.entries
    this.isFull = this.count >= foldAt
    const entries = new Int32Array(before.length * 2)
    this.entries = entries
    const mask = entries.length - 1
    for (let from = 0; from < before.length; from += entryWords) {
      if (before[from] === 0) continue
      const flow = before[from]
      const word = before[from + 1]
      let hash = Math.imul(flow ^ this.seed, 0x85ebca6b) + Math.imul(word, 0xc2b2ae35)
      hash ^= hash >>> 15
      let at = (Math.imul(hash, 0x27d4eb2f) >>> 3) & mask & ~(entryWords - 1)
      while (entries[at] !== 0) at = (at + entryWords) & mask
      entries.set(before.subarray(from, from + entryWords), at)
    }
  }

  /** One frame says where to look; for what changes a device the first few are kept. */
  private keep(flow: number, word: number, frame: number, count: number): void {
    if (count === 1) this.frames.set(frameKey(flow, word), [frame])
    else if (this.keepsFrames(word)) this.frames.get(frameKey(flow, word))?.push(frame)
  }

  private keepsFrames(word: number): boolean {
    const { effect } = this.registry.operation(word >>> 17, word & 0xffff)
    return effect !== 'read' && effect !== 'other'
  }

  private addSum(conversation: number, word: number, count: number, frames: readonly number[]) {
    let sums = this.sums.get(conversation)
    const known = sums?.get(word)
    if (known !== undefined) {
      known.count += count
      known.frames.push(...frames)
      known.frames.sort((a, b) => a - b)
      const most = this.keepsFrames(word) ? this.limits.framesPerOperation : 1
      known.frames.length = Math.min(known.frames.length, most)
      return
    }
    if (conversation < 0 || this.sumCount >= this.limits.operations) {
      this.leftOut += count
      return
    }
    if (sums === undefined) {
      sums = new Map()
      this.sums.set(conversation, sums)
    }
    this.sumCount += 1
    sums.set(word, { word, count, frames: [...frames] })
  }
}

/** Exact in a double: 25 bits of operation, 23 of flow. */
function frameKey(flow: number, word: number): number {
  return flow * 2 ** 25 + word
}
