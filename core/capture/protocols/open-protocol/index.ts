// SPDX-License-Identifier: EUPL-1.2
/** Open Protocol (Atlas Copco, Desoutter and others, TCP 4545): tightening controllers. */
import { type Protocol, type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'
import { operationOf } from './operations.ts'

/** In digits: length without the zero at the end, message, revision; then blanks and flags. */
const headerBytes = 20
const started = 2
const framing: Framing = { headerBytes, lengthAt, keptBytes: 2048, look }

export const openProtocol: Protocol = {
  name: 'open_protocol',
  carrier: 'tcp',
  ports: [4545],
  roams: true,
  streamBytes: 4096,
  operation: operationOf,
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMessage(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  const length = digits(view, at)
  const message = digits(view, at + 4)
  if (length < headerBytes || message < 1) return 0
  // Revision, flag, station and so on: digits or blanks.
  for (let index = at + 8; index < at + headerBytes; index += 1) {
    const byte = view.getUint8(index)
    if (byte !== 0x20 && byte !== 0 && (byte < 0x30 || byte > 0x39)) return 0
  }
  return length + 1
}

function digits(view: DataView, at: number): number {
  let value = 0
  for (let index = at; index < at + 4; index += 1) {
    const digit = view.getUint8(index) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function look(view: DataView, at: number, _end: number, tally: Tally): Scan {
  const message = digits(view, at + 4)
  tally.add(message)
  return message === started ? scan.decode : scan.seen
}

function recordMessage(cursor: Cursor, recorder: Recorder): void {
  if (digits(cursor.view, cursor.at + 4) !== started) return
  cursor.skip(headerBytes)
  const text = cursor.text(cursor.left)
  recorder.fact('open_protocol.cell', after(text, '01', 4))
  recorder.fact('hostname', after(text.slice(10), '03', 25))
  // Later revisions add who made it and which software runs.
  const later = text.slice(37)
  const maker = after(later, '04', 3)
  recorder.fact('vendor', makers[maker] ?? maker)
  recorder.fact('firmware', after(later.slice(5 + 21), '06', 19))
  recorder.fact('open_protocol.tool_software', after(later.slice(5 + 21 + 21), '07', 19))
}

const makers: Readonly<Record<string, string>> = { ACT: 'Atlas Copco', DES: 'Desoutter' }

/** The field of this number and length at the beginning; empty when another stands there. */
function after(text: string, number: string, length: number): string {
  return text.startsWith(number) ? text.slice(2, 2 + length).trim() : ''
}
