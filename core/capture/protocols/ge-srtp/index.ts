// SPDX-License-Identifier: EUPL-1.2
/** GE SRTP (TCP 18245): mailboxes of 56 bytes, with a text behind them where they announce one. */
import { type Protocol, type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'
import { operationOf } from './operations.ts'

const mailboxBytes = 56
const kind = { initiate: 0, initiated: 1, request: 2, answer: 3 } as const
/** Offsets in the mailbox: kind of message, then the request, in long messages further behind. */
const typeOffset = 31
const shortRequest = 0xc0
const longRequest = 0x80
const shortCode = 42
const longCode = 50
const acknowledged = [0xd4, 0x94, 0xd1]
const maxText = 4096

const framing: Framing = { headerBytes: mailboxBytes, lengthAt, keptBytes: 2048, look }

export const geSrtp: Protocol = {
  name: 'ge_srtp',
  carrier: 'tcp',
  ports: [18245],
  streamBytes: 4200,
  operation: operationOf,
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMailbox(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  const type = view.getUint8(at)
  if (type > kind.answer || view.getUint8(at + 1) !== 0) return 0
  // A connection begins with 56 bytes of which all but the first few are zero.
  if (type <= kind.initiated) return view.getUint32(at + 4) === 0 ? mailboxBytes : 0
  const message = view.getUint8(at + typeOffset)
  const isKnown =
    type === kind.request
      ? message === shortRequest || message === longRequest
      : acknowledged.includes(message)
  const text = view.getUint16(at + 4, true)
  return isKnown && text <= maxText ? mailboxBytes + text : 0
}

function look(view: DataView, at: number, _end: number, tally: Tally): Scan {
  if (view.getUint8(at) !== kind.request) return scan.seen
  const isLong = view.getUint8(at + typeOffset) === longRequest
  tally.add(view.getUint8(at + (isLong ? longCode : shortCode)))
  return scan.seen
}

function recordMailbox({ view, at }: Cursor, recorder: Recorder): void {
  if (view.getUint8(at) === kind.answer) recorder.fact('vendor', 'GE')
}
