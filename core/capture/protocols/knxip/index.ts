// SPDX-License-Identifier: EUPL-1.2
/** KNXnet/IP (ISO 22510, UDP and TCP 3671): gateways of building automation. */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import { Cursor } from '../wire.ts'
import { recordDescription } from './description.ts'
import { operationOf, telegramCode } from './operations.ts'

/** Length of the header, version 1.0, service, length of all. */
const headerBytes = 6
const start = 0x0610
const service = {
  searchAnswer: 0x0202,
  description: 0x0204,
  searchExtendedAnswer: 0x020c,
  tunnel: 0x0420,
  route: 0x0530,
} as const
/** A host address stands before the blocks of an answer to a search. */
const hostBytes = 8
/** Services that are asked for, not answered, are the odd ones up to 0x020b. */
const lastPaired = 0x020c

const framing: Framing = { headerBytes, lengthAt, keptBytes: 1024, look }

const common = {
  name: 'knxip',
  ports: [3671],
  operation: operationOf,
  ...framed(framing),
} as const

export const knxip: Protocol = {
  ...common,
  carrier: 'udp',
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (lengthAt(view, from) === 0) recorder.oddity('foreign-protocol')
    else {
      if (lengthAt(view, from) > to - from) recorder.oddity('truncated')
      recordMessage(new Cursor(payload, from, to), recorder)
    }
  },
}

export const knxipTcp: Protocol = {
  ...common,
  carrier: 'tcp',
  streamBytes: 2048,
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMessage(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  if (view.getUint16(at) !== start) return 0
  const length = view.getUint16(at + 4)
  return length < headerBytes || length > 4096 ? 0 : length
}

function look(view: DataView, at: number, end: number, tally: Tally): Scan {
  const kind = view.getUint16(at + 2)
  const isAnswer = kind <= lastPaired && (kind & 1) === 0
  if (isAnswer) {
    const isStated = kind !== 0x0206 && kind !== 0x0208 && kind !== 0x020a
    return isStated ? scan.decode : scan.seen
  }
  // Acknowledgements say nothing.
  if (kind === 0x0311 || kind === 0x0421) return scan.seen
  tally.add(kind & 0x7fff)
  const telegram = telegramAt(view, at, kind)
  if (telegram < 0 || telegram + 10 > end) return scan.seen
  // Kind, length of what is added, controls, source, destination, length, then ten bits.
  const bits = telegram + 2 + view.getUint8(telegram + 1) + 7
  if (bits + 2 <= end) tally.add(telegramCode | (view.getUint16(bits) & 0x3ff))
  return scan.seen
}

/** Where the telegram begins, -1 where the service carries none. */
function telegramAt(view: DataView, at: number, kind: number): number {
  if (kind === service.route) return at + headerBytes
  if (kind !== service.tunnel) return -1
  return at + headerBytes + view.getUint8(at + headerBytes)
}

function recordMessage(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(2)
  const kind = cursor.u16()
  cursor.skip(2)
  const isFound = kind === service.searchAnswer || kind === service.searchExtendedAnswer
  if (isFound) cursor.skip(hostBytes)
  if (isFound || kind === service.description) recordDescription(cursor, recorder)
}
