// SPDX-License-Identifier: EUPL-1.2
/**
 * AMQP (TCP 5672), 0-9-1 and 1.0: message brokers, IPC-CFX on electronics lines. A broker says its
 * product and version, a client its name; a plain log-in is named, its password never.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor, startsWith } from '../wire.ts'
import { recordMethod } from './methods.ts'
import { recordOpen } from './performatives.ts'

const openingBytes = 8
/** Kind, channel, size; then the content and one byte at the end. */
const oldHeader = 7
const oldEnd = 0xce
const method = 1
/** Size, offset of the content in words, kind, channel. */
const newHeader = 8
const maxFrame = 8192

export const amqp: Protocol = {
  name: 'amqp',
  carrier: 'tcp',
  ports: [5672],
  roams: true,
  streamBytes: maxFrame,
  deepPackets: 12,
  recognises: ({ bytes, from, to }: Payload) => isOpening(bytes, from, to),
  // Frames are told by the opening alone; what follows may begin anywhere.
  scan: (): Scan => scan.seen,
  decode(payload: Payload, recorder: Recorder): number {
    const { bytes, from, to } = payload
    let at = from
    if (isOpening(bytes, at, to)) {
      const opening = bytes[at + 5] === 0 ? '0-9-1' : `1.0 ${bytes[at + 4] === 3 ? 'SASL' : ''}`
      recorder.fact('amqp.version', opening)
      at += openingBytes
    }
    for (let length = frameAt(payload, at); length > 0; length = frameAt(payload, at)) {
      if (at + length > to) break
      read(new Cursor(payload, at, at + length), recorder)
      at += length
    }
    if (at === to) return to - from
    const isUnknown = frameAt(payload, at) === 0
    const isLong = frameAt(payload, at) > maxFrame || to - at >= maxFrame
    if (isUnknown) recorder.oddity('foreign-protocol')
    else if (payload.isCut) recorder.oddity('truncated')
    return isUnknown || isLong || payload.isCut ? to - from : at - from
  },
}

/** `AMQP`, a kind, a version of three numbers. */
function isOpening(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from >= openingBytes && startsWith(bytes, from, to, 'AMQP') && (bytes[from + 4] ?? 9) <= 3
  )
}

/** Length of the frame at `at`; -1 when its header is not all there, 0 when it is none. */
function frameAt({ view, to }: Payload, at: number): number {
  if (at >= to) return -1
  if (to - at < newHeader) return -1
  if (isNew(view, at)) return view.getUint32(at)
  const kind = view.getUint8(at)
  const length = view.getUint32(at + 3)
  if (kind === 0 || kind > 8 || length > 1 << 24) return 0
  const end = at + oldHeader + length
  if (end < to && view.getUint8(end) !== oldEnd) return 0
  return oldHeader + length + 1
}

function isNew(view: DataView, at: number): boolean {
  const size = view.getUint32(at)
  const offset = view.getUint8(at + 4)
  return (
    size >= newHeader && size < 1 << 24 && offset >= 2 && offset < 8 && view.getUint8(at + 5) <= 1
  )
}

function read(cursor: Cursor, recorder: Recorder): void {
  const { view, at } = cursor
  if (isNew(view, at)) {
    cursor.skip(4 * view.getUint8(at + 4))
    recordOpen(cursor, recorder)
  } else if (view.getUint8(at) === method) {
    cursor.skip(oldHeader)
    recordMethod(cursor, recorder)
  }
}
