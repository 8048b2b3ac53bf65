// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, KeyTable } from './key-table.ts'
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

/** When a flow's operations have this many entries, they are added to their conversations. */
const foldAt = 1 << 18

/**
 * How often which operation was seen: per flow in a typed table while packets come in, added up
 * per conversation from time to time.
 */
export class Operations {
  /** Operations beyond the bound. */
  leftOut = 0
  /** Set when `fold` is due. */
  isFull = false
  private readonly table: KeyTable
  private counts = new Float64Array(0)
  private readonly frames = new Map<number, number[]>()
  private readonly sums = new Map<number, Map<number, OperationSum>>()
  private sumCount = 0
  private readonly limits: { readonly operations: number; readonly framesPerOperation: number }
  private readonly registry: Registry

  constructor(
    limits: { readonly operations: number; readonly framesPerOperation: number },
    registry: Registry,
    seed: number,
  ) {
    this.limits = limits
    this.registry = registry
    // Twice the size at which folding is asked for: a batch may still add some.
    this.table = new KeyTable(foldAt * 2, seed)
  }

  add(flow: number, word: number, frame: number): void {
    const { table } = this
    const before = table.count
    const index = table.put(flow, word, 0, 0)
    if (index === before) {
      if (this.counts.length < table.capacity) {
        this.counts = grownDoubles(this.counts, table.capacity)
      }
      this.counts[index] = 0
      if (index >= foldAt) this.isFull = true
    } else if (index < 0) {
      this.leftOut += 1
      return
    }
    const count = this.counts[index] + 1
    this.counts[index] = count
    if (count <= this.limits.framesPerOperation) this.keep(index, word, frame, count)
  }

  /** Adds everything to the conversations; `conversationOf` gives -1 for one beyond the bound. */
  fold(conversationOf: (flow: number) => number): void {
    const { table } = this
    for (let index = 0; index < table.count; index += 1) {
      const conversation = conversationOf(table.keys[index * 4])
      const word = table.keys[index * 4 + 1]
      const count = this.counts[index]
      this.addSum(conversation, word, count, this.frames.get(index) ?? [])
    }
    table.clear()
    this.frames.clear()
    this.isFull = false
  }

  of(conversation: number): readonly OperationSum[] {
    return [...(this.sums.get(conversation)?.values() ?? [])]
  }

  /** One frame says where to look; for what changes a device the first few are kept. */
  private keep(index: number, word: number, frame: number, count: number): void {
    if (count === 1) {
      this.frames.set(index, [frame])
      return
    }
    if (this.keepsFrames(word)) this.frames.get(index)?.push(frame)
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
