// SPDX-License-Identifier: EUPL-1.2
/** SECS/GEM over HSMS (SEMI E37, TCP 5000): machines of electronics lines, by stream and function. */
import { type Protocol, type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'
import { operationOf, sessionCode } from './operations.ts'

/** Length, session, stream, function, two kinds, a number. */
const headerBytes = 14
const maxLength = 1 << 20
const framing: Framing = { headerBytes, lengthAt, keptBytes: 4096, look }

/** Answers in which a machine names its model and software. */
const onLine = 0x0102
const established = 0x010e

export const hsms: Protocol = {
  name: 'hsms',
  carrier: 'tcp',
  ports: [5000],
  roams: true,
  streamBytes: 4200,
  operation: operationOf,
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMessage(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  const length = view.getUint32(at)
  const kind = view.getUint8(at + 9)
  if (length < 10 || length > maxLength || view.getUint8(at + 8) !== 0 || kind > 9 || kind === 8)
    return 0
  const isControl = kind !== 0
  // Messages of the session have no content and no stream; others have a stream from 1 on.
  if (isControl) return length === 10 ? 14 : 0
  return (view.getUint8(at + 6) & 0x7f) === 0 ? 0 : 4 + length
}

function look(view: DataView, at: number, _end: number, tally: Tally): Scan {
  const kind = view.getUint8(at + 9)
  if (kind !== 0) {
    if ((kind & 1) === 1) tally.add(sessionCode | kind)
    return scan.seen
  }
  const code = ((view.getUint8(at + 6) & 0x7f) << 8) | view.getUint8(at + 7)
  if ((code & 1) === 1) tally.add(code)
  return code === onLine || code === established ? scan.decode : scan.seen
}

function recordMessage(cursor: Cursor, recorder: Recorder): void {
  const { view, at } = cursor
  if (view.getUint8(at + 9) !== 0) return
  const code = ((view.getUint8(at + 6) & 0x7f) << 8) | view.getUint8(at + 7)
  if (code !== onLine && code !== established) return
  cursor.skip(headerBytes)
  let list = item(cursor)
  // Whether it was accepted stands before the list of both texts.
  if (code === established && list?.kind === listKind) {
    item(cursor)
    list = item(cursor)
  }
  if (list?.kind !== listKind || list.size !== 2) return
  const model = textIn(item(cursor))
  const software = textIn(item(cursor))
  if (cursor.isShort) recorder.oddity('truncated')
  recorder.fact('model', model)
  recorder.fact('firmware', software)
}

interface Item {
  readonly kind: number
  /** Members of a list, bytes of anything else. */
  readonly size: number
  readonly value: Cursor
}

const listKind = 0
const asciiKind = 0x10

/** SEMI E5: six bits of kind, two that say how many bytes the length has. */
function item(cursor: Cursor): Item | undefined {
  const first = cursor.u8()
  let size = 0
  for (let left = first & 3; left > 0; left -= 1) size = size * 256 + cursor.u8()
  if (cursor.isShort) return undefined
  const kind = first >> 2
  return { kind, size, value: cursor.upTo(kind === listKind ? 0 : size) }
}

function textIn(found: Item | undefined): string {
  return found?.kind === asciiKind ? found.value.text(found.value.left) : ''
}
