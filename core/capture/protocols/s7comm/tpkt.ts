// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'

/** Types of transport units (X.224), the credit bits left out. */
export const pduType = { data: 0xf0, connectRequest: 0xe0, connectConfirm: 0xd0 } as const

/** A TPKT header has 4 bytes; the smallest unit behind it has 3. */
const minLength = 7

/** Whether a TPKT with the beginning of a known transport unit stands at `from`. */
export function isTpkt(view: DataView, from: number, to: number): boolean {
  if (to - from < minLength) return false
  if (view.getUint8(from) !== 3 || view.getUint8(from + 1) !== 0) return false
  if (view.getUint16(from + 2) < minLength) return false
  const type = view.getUint8(from + 5) & 0xf0
  return view.getUint8(from + 4) >= 2 && (type >= 0xc0 || type === 0x80 || type === 0x70)
}

export interface TpktReaders {
  /** A transport unit that is not data, from its length byte on. */
  connection(tpdu: Uint8Array): void
  /**
   * `messages` are whole and in order, those from `index` on not yet read. Answers how many of
   * them were read; 0 waits for more, which `isLast` forbids.
   */
  data(messages: readonly Uint8Array[], index: number, isLast: boolean): number
}

/** Bytes kept for an answer in several messages; the largest system lists have 2 kB. */
const patienceBytes = 4096

interface Message {
  readonly content: Uint8Array
  /** Offset just behind the last TPKT of the message. */
  readonly end: number
}

/** Returns the bytes consumed: up to the first message that is not whole or not yet readable. */
export function readTpkts(payload: Payload, recorder: Recorder, readers: TpktReaders): number {
  const { view, bytes, from, to } = payload
  const messages: Message[] = []
  let pending: Uint8Array[] = []
  let at = from
  let isBroken = false
  while (at < to) {
    if (view.getUint8(at) !== 3 || (to - at >= minLength && !isTpkt(view, at, to))) {
      recorder.oddity('foreign-protocol')
      isBroken = true
      break
    }
    // Even the shortest is not all there.
    if (to - at < minLength) break
    const length = view.getUint16(at + 2)
    if (length > to - at) {
      // Nothing that we read is that long.
      if (length > patienceBytes) at = to
      break
    }
    const headerEnd = at + 5 + view.getUint8(at + 4)
    const type = view.getUint8(at + 5)
    if (headerEnd > at + length) {
      recorder.oddity('length-out-of-range')
    } else if (type !== pduType.data) {
      readers.connection(bytes.subarray(at + 4, at + length))
    } else if (at + length > headerEnd) {
      pending.push(bytes.subarray(headerEnd, at + length))
      // The highest bit behind the type marks the end of a message.
      if ((view.getUint8(at + 6) & 0x80) !== 0) {
        messages.push({ content: joined(pending), end: at + length })
        pending = []
      }
    }
    at += length
  }
  if (isBroken) at = to
  const isLast = isBroken || payload.isCut || to - from > patienceBytes
  const read = readMessages(messages, isLast, readers)
  if (isLast || (read === messages.length && pending.length === 0))
    return rest(payload, recorder, at)
  return rest(payload, recorder, messages[read - 1]?.end ?? from)
}

function readMessages(messages: readonly Message[], isLast: boolean, readers: TpktReaders): number {
  const contents = messages.map((message) => message.content)
  let read = 0
  while (read < contents.length) {
    const count = readers.data(contents, read, isLast)
    if (count <= 0 && !isLast) break
    read += Math.max(1, count)
  }
  return Math.min(read, contents.length)
}

/** Where the capture was cut nothing will follow. */
function rest(payload: Payload, recorder: Recorder, at: number): number {
  if (at < payload.to && payload.isCut) {
    recorder.oddity('truncated')
    return payload.to - payload.from
  }
  return at - payload.from
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
