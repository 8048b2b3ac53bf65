// SPDX-License-Identifier: EUPL-1.2
// S7comm-plus has no public definition. Known from many recordings: the mark 0x72, a version, a
// length, with version 3 a digest, then an operation code, a function and the session.
import { type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { recordIdentification } from '../pn-io/identification.ts'
import { Cursor, textAt } from '../wire.ts'
import { family, plusFunctions, plusSession, plusSetAnswer } from './operations.ts'

const opcode = { request: 0x31, answer: 0x32 } as const
const createObject = 0x04ca
const getSubstring = 0x0586
const setMultiVariables = 0x0542

/** Offset of the operation code; beyond `to` where there is none. */
function bodyAt(view: DataView, from: number, to: number): number {
  if (to - from < 6) return to
  // A length and a digest of 32 bytes stand before the body.
  return view.getUint8(from + 1) === 3 && view.getUint8(from + 4) === 32 ? from + 37 : from + 4
}

/** Version 1 to 3, or 254 and 255 for the end and for keeping a connection alive. */
export function isPlus(view: DataView, from: number, to: number): boolean {
  if (to - from < 4) return false
  const version = view.getUint8(from + 1)
  if (version === 0 || (version > 3 && version < 0xfe)) return false
  return version >= 0xfe || from + 4 + view.getUint16(from + 2) <= to + 4
}

export function scanPlus(view: DataView, from: number, to: number, tally: Tally): Scan {
  const at = bodyAt(view, from, to)
  if (to - at < 14) return scan.seen
  const code = view.getUint8(at)
  if (code !== opcode.request && code !== opcode.answer) return scan.seen
  const name = view.getUint16(at + 3)
  if (name === setMultiVariables) {
    if (code === opcode.answer) tally.add((family.plus << 8) | plusSetAnswer)
    else if (isAboutSession(view, at, to)) tally.add((family.plus << 8) | plusSession)
    if (code === opcode.answer || isAboutSession(view, at, to)) return scan.seen
  }
  for (let index = 0; index < plusFunctions.length; index += 1) {
    if (plusFunctions[index]?.[0] === name) tally.add((family.plus << 8) | index)
  }
  const isWanted = name === createObject || name === getSubstring
  return isWanted && code === opcode.answer ? scan.decode : scan.seen
}

/** With an object id the attributes of that object are set; without, variables by address. */
function isAboutSession(view: DataView, at: number, to: number): boolean {
  return to - at >= 18 && view.getUint32(at + 14) !== 0
}

/** A block of type I&M0 with its length and version stands before the record. */
const identificationBlock = [0x00, 0x20, 0x00, 0x38, 0x01, 0x00] as const

/** Reads what a CPU says of itself in clear. */
export function decodePlus(message: Uint8Array, recorder: Recorder): void {
  const view = new DataView(message.buffer, message.byteOffset, message.length)
  const at = bodyAt(view, 0, message.length)
  if (message.length - at < 14 || view.getUint8(at) !== opcode.answer) return
  const name = view.getUint16(at + 3)
  if (name === createObject) recordSession(message, recorder)
  if (name !== getSubstring) return
  for (let from = at + 14; from + 6 + 54 <= message.length; from += 1) {
    if (!identificationBlock.every((byte, index) => message[from + index] === byte)) continue
    recordIdentification(new Cursor({ bytes: message, view }, from + 6, message.length), recorder)
    return
  }
}

/**
 * A new session states the CPU: `1;6ES7 212-1BE31-0XB0;V4.0`. Other texts in the same message
 * look like it, so the order number must be one.
 */
function recordSession(message: Uint8Array, recorder: Recorder): void {
  const printable = message.map((byte) => (byte < 0x20 || byte > 0x7e ? 0x01 : byte))
  const text = textAt(printable, 0, printable.length)
  const found = /\d;(\d[A-Z]{2}\d \d{3}-\d[A-Z0-9]{4}-\d[A-Z0-9]{3}) ?;([VS]\d[\d.]*)/.exec(text)
  if (found === null) return
  recorder.fact('vendor', 'Siemens')
  recorder.fact('order_number', found[1] ?? '')
  recorder.fact('firmware', found[2] ?? '')
}
