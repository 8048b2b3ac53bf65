// SPDX-License-Identifier: EUPL-1.2
import { grownDoubles, grownInts } from '../flows/key-table.ts'
import type { Operations } from '../flows/operations.ts'
import type { Registry } from '../flows/registry.ts'
import type { Seen, SightedOperation } from '../observations.ts'
import type { Operation } from '../protocol.ts'
import type { Frames } from './frames.ts'

interface Kind extends Operation {
  readonly isFromServer: boolean
}

const none: readonly SightedOperation[] = []

/** Operations by conversation, without an object for any that nobody asks for. */
export class OperationLists {
  /** Of a conversation the first operation + 1, of an operation the next + 1; 0 ends the list. */
  private readonly heads: Int32Array
  private nexts = new Int32Array(256)
  private kinds = new Int32Array(256)
  private firstFrames = new Int32Array(256)
  private counts = new Float64Array(256)
  private readonly moreFrames = new Map<number, readonly number[]>()
  private readonly allKinds: Kind[] = []
  private readonly frames: Frames
  private count = 0

  constructor(operations: Operations, registry: Registry, frames: Frames, conversations: number) {
    this.frames = frames
    this.heads = new Int32Array(conversations)
    const kinds = new Map<number, number>()
    operations.forEach((conversation, { word, count, frames: all }) => {
      let kind = kinds.get(word)
      if (kind === undefined) {
        const { name, effect } = registry.operation(word >>> 17, word & 0xffff)
        kind = this.allKinds.length
        this.allKinds.push({ name, effect, isFromServer: (word & 0x10000) !== 0 })
        kinds.set(word, kind)
      }
      this.add(conversation, kind, count, all)
    })
  }

  /** The most frequent first. */
  of(conversation: number): readonly SightedOperation[] {
    let at = this.heads[conversation]
    if (at === 0) return none
    const list: SightedOperation[] = []
    for (; at !== 0; at = this.nexts[at - 1]) list.push(new ListedOperation(this, at - 1))
    if (list.length === 1) return list
    return list.reverse().sort((a, b) => b.count - a.count)
  }

  kindOf(index: number): Kind {
    return this.allKinds[this.kinds[index]]
  }

  countOf(index: number): number {
    return this.counts[index]
  }

  seen(index: number): readonly Seen[] {
    const more = this.moreFrames.get(index)
    if (more === undefined) return [this.frames.seen(this.firstFrames[index])]
    return more.map((frame) => this.frames.seen(frame))
  }

  private add(conversation: number, kind: number, count: number, frames: readonly number[]): void {
    const index = this.count
    if (index === this.nexts.length) {
      this.nexts = grownInts(this.nexts, index * 2)
      this.kinds = grownInts(this.kinds, index * 2)
      this.firstFrames = grownInts(this.firstFrames, index * 2)
      this.counts = grownDoubles(this.counts, index * 2)
    }
    this.count = index + 1
    this.nexts[index] = this.heads[conversation]
    this.heads[conversation] = this.count
    this.kinds[index] = kind
    this.counts[index] = count
    this.firstFrames[index] = frames[0] ?? 0
    if (frames.length > 1) this.moreFrames.set(index, frames)
  }
}

class ListedOperation implements SightedOperation {
  private readonly lists: OperationLists
  private readonly index: number

  constructor(lists: OperationLists, index: number) {
    this.lists = lists
    this.index = index
  }

  get name() {
    return this.lists.kindOf(this.index).name
  }

  get effect() {
    return this.lists.kindOf(this.index).effect
  }

  get isFromServer() {
    return this.lists.kindOf(this.index).isFromServer
  }

  get count() {
    return this.lists.countOf(this.index)
  }

  get frames() {
    return this.lists.seen(this.index)
  }
}
