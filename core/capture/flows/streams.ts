// SPDX-License-Identifier: EUPL-1.2

/** One direction of a connection while its messages are put together. */
export interface Stream {
  /** Sequence number of the first byte held. */
  start: number
  /** Bytes held from `start` on, in order. */
  bytes: Uint8Array
  view: DataView
  length: number
  /** Segments that came before the ones ahead of them: sequence number and bytes. */
  readonly early: { readonly sequence: number; readonly bytes: Uint8Array }[]
  earlyBytes: number
}

/**
 * Half-read directions by number of flow and direction. Bounded: when there are too many, the one
 * that was begun first gives way.
 */
export class Streams {
  /** Directions that gave way. */
  leftOut = 0
  private map = new Map<number, Stream>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(flow: number, direction: number): Stream | undefined {
    return this.map.get(flow * 2 + direction)
  }

  /** Begins a direction at a sequence number. */
  begin(flow: number, direction: number, start: number): Stream {
    if (this.map.size >= this.limit) {
      const oldest = this.map.keys().next()
      if (oldest.done !== true) this.map.delete(oldest.value)
      this.leftOut += 1
    }
    const bytes = new Uint8Array(2048)
    const view = new DataView(bytes.buffer)
    const stream = { start, bytes, view, length: 0, early: [], earlyBytes: 0 }
    this.map.set(flow * 2 + direction, stream)
    return stream
  }

  drop(flow: number, direction: number): void {
    this.map.delete(flow * 2 + direction)
  }

  /** Flows got new numbers; those without one are forgotten. */
  renumber(newNumber: (flow: number) => number): void {
    const map = new Map<number, Stream>()
    for (const [key, stream] of this.map) {
      const flow = newNumber(key >>> 1)
      if (flow >= 0) map.set(flow * 2 + (key & 1), stream)
    }
    this.map = map
  }

  clear(): void {
    this.map.clear()
  }
}

export type Arrival = 'in-order' | 'early' | 'old' | 'too-much'

/** Adds a segment; what it completes is in `bytes` up to `length` afterwards. */
export function addSegment(
  stream: Stream,
  sequence: number,
  segment: Uint8Array,
  limit: number,
): Arrival {
  const ahead = (sequence - (stream.start + stream.length)) | 0
  if (ahead > 0) {
    if (stream.earlyBytes + segment.length > limit || stream.early.length >= 64) return 'too-much'
    stream.early.push({ sequence, bytes: segment.slice() })
    stream.earlyBytes += segment.length
    return 'early'
  }
  if (-ahead >= segment.length) return 'old'
  if (!append(stream, segment.subarray(-ahead), limit)) return 'too-much'
  takeEarly(stream, limit)
  return 'in-order'
}

/** Takes the bytes that a decoder has read out of the front. */
export function consume(stream: Stream, count: number): void {
  stream.bytes.copyWithin(0, count, stream.length)
  stream.length -= count
  stream.start = (stream.start + count) | 0
}

function takeEarly(stream: Stream, limit: number): void {
  for (let isMoving = true; isMoving && stream.early.length > 0; ) {
    isMoving = false
    for (let index = 0; index < stream.early.length; index += 1) {
      const { sequence, bytes } = stream.early[index] as Stream['early'][number]
      const ahead = (sequence - (stream.start + stream.length)) | 0
      if (ahead > 0) continue
      stream.early.splice(index, 1)
      stream.earlyBytes -= bytes.length
      if (-ahead < bytes.length) append(stream, bytes.subarray(-ahead), limit)
      isMoving = true
      break
    }
  }
}

function append(stream: Stream, segment: Uint8Array, limit: number): boolean {
  const length = stream.length + segment.length
  if (length > limit) return false
  if (length > stream.bytes.length) {
    const bytes = new Uint8Array(Math.max(length, Math.min(limit, stream.bytes.length * 2)))
    bytes.set(stream.bytes.subarray(0, stream.length))
    stream.bytes = bytes
    stream.view = new DataView(bytes.buffer)
  }
  stream.bytes.set(segment, stream.length)
  stream.length = length
  return true
}
