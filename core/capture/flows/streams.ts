// SPDX-License-Identifier: EUPL-1.2

/** A segment that came before the ones ahead of it. */
interface Early {
  readonly sequence: number
  readonly bytes: Uint8Array
}

/** What a segment was, seen from what came before it. */
export const arrival = {
  /** Everything in it was there already. */
  known: 0,
  /** More bytes in order. */
  inOrder: 1,
  /** Kept until the segments before it come. */
  early: 2,
  /** As early, but there is no room for it. */
  tooMuch: 3,
} as const

/** One direction of a connection while its messages are put together. */
export class Stream {
  /** Sequence number of the first byte held. */
  start: number
  /** The bytes held from `start` on, in order, are the first `length` of these. */
  bytes = new Uint8Array(512)
  view = new DataView(this.bytes.buffer)
  length = 0
  private readonly early: Early[] = []
  private earlyBytes = 0

  constructor(start: number) {
    this.start = start
  }

  get isEmpty(): boolean {
    return this.length === 0 && this.early.length === 0
  }

  /** Segments that wait for one that is missing. */
  get waiting(): number {
    return this.early.length
  }

  /** Whether a segment from one sequence number to another still brings something. */
  lacks(from: number, to: number): boolean {
    if (((to - (this.start + this.length)) | 0) <= 0) return false
    return !this.early.some(
      ({ sequence, bytes }) =>
        ((from - sequence) | 0) >= 0 && ((to - sequence) | 0) <= bytes.length,
    )
  }

  /** Adds a segment; says what it was. A segment waits when no more than `limit` bytes do. */
  add(sequence: number, segment: Uint8Array, limit: number): number {
    const ahead = (sequence - (this.start + this.length)) | 0
    if (ahead > 0) {
      if (this.earlyBytes > limit) return arrival.tooMuch
      this.early.push({ sequence, bytes: segment.slice() })
      this.earlyBytes += segment.length
      return arrival.early
    }
    if (-ahead >= segment.length) return arrival.known
    this.append(segment.subarray(-ahead))
    this.takeEarly()
    return arrival.inOrder
  }

  /** Takes the bytes that a decoder has read out of the front. */
  consume(count: number): void {
    if (count < this.length) this.bytes.copyWithin(0, count, this.length)
    this.length -= count
    this.start = (this.start + count) | 0
  }

  /** Gives the missing segment up, and what was held before it: goes on with the first early one. */
  skipGap(): void {
    const [first] = this.early
    if (first === undefined) return
    let next = first.sequence
    for (const { sequence } of this.early) if (((sequence - next) | 0) < 0) next = sequence
    this.start = next
    this.length = 0
    this.takeEarly()
  }

  private takeEarly(): void {
    for (let index = 0; index < this.early.length; ) {
      const { sequence, bytes } = this.early[index]
      const ahead = (sequence - (this.start + this.length)) | 0
      if (ahead > 0) {
        index += 1
        continue
      }
      this.early.splice(index, 1)
      this.earlyBytes -= bytes.length
      if (-ahead < bytes.length) this.append(bytes.subarray(-ahead))
      index = 0
    }
  }

  private append(segment: Uint8Array): void {
    const length = this.length + segment.length
    if (length > this.bytes.length) {
      const bytes = new Uint8Array(Math.max(length, this.bytes.length * 2))
      bytes.set(this.bytes.subarray(0, this.length))
      this.bytes = bytes
      this.view = new DataView(bytes.buffer)
    }
    this.bytes.set(segment, this.length)
    this.length = length
  }
}

/**
 * Half-read directions by number of flow and direction. Bounded: when there are too many, the one
 * that was begun first gives way.
 */
export class Streams<Held> {
  /** Directions that gave way. */
  leftOut = 0
  private map = new Map<number, Held>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(flow: number, direction: number): Held | undefined {
    return this.map.get(flow * 2 + direction)
  }

  set(flow: number, direction: number, held: Held): void {
    if (this.map.size >= this.limit) {
      const oldest = this.map.keys().next()
      if (oldest.done !== true) this.map.delete(oldest.value)
      this.leftOut += 1
    }
    this.map.set(flow * 2 + direction, held)
  }

  drop(flow: number, direction: number): void {
    this.map.delete(flow * 2 + direction)
  }

  all(): readonly Held[] {
    return [...this.map.values()]
  }

  clear(): void {
    this.map.clear()
  }
}
