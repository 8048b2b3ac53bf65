// SPDX-License-Identifier: EUPL-1.2
/** FOCAS (FANUC, TCP 8193): machine tools say which control they have; programs go in and out. */
import { type Protocol, type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'
import { codeOf, operationOf } from './operations.ts'

/** Four times 0xA0, version, kind, length. */
const headerBytes = 10
const magic = 0xa0a0a0a0
const answered = 0x2102
const maxLength = 8192
const systemInformation = 0x18

const framing: Framing = { headerBytes, lengthAt, keptBytes: 4096, look }

export const focas: Protocol = {
  name: 'focas',
  carrier: 'tcp',
  ports: [8193],
  roams: true,
  streamBytes: 4200,
  operation: operationOf,
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordFrame(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  if (view.getUint32(at) !== magic) return 0
  const length = view.getUint16(at + 8)
  return length > maxLength ? 0 : headerBytes + length
}

function look(view: DataView, at: number, end: number, tally: Tally): Scan {
  const code = codeOf(view, at, end)
  if (code >= 0) tally.add(code)
  return view.getUint16(at + 6) === answered && end - at < 200 ? scan.decode : scan.seen
}

/** A count of blocks, each with its length, a class, a unit and a function in front. */
function recordFrame(cursor: Cursor, recorder: Recorder): void {
  if (cursor.view.getUint16(cursor.at + 6) !== answered) return
  cursor.skip(headerBytes)
  const count = cursor.u16()
  for (let index = 0; index < count && cursor.left > 0; index += 1) {
    const length = cursor.u16()
    const block = cursor.part(length - 2)
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    block.skip(4)
    const isWanted = block.u16() === systemInformation
    const error = block.u16()
    block.skip(4)
    if (isWanted && error === 0 && block.u16() >= 18) recordSystem(block, recorder)
  }
}

/** Additional information, axes, kind of control, kind of machine, series, version, axes. */
function recordSystem(block: Cursor, recorder: Recorder): void {
  block.skip(4)
  const control = block.text(2).trim()
  const machine = block.text(2).trim()
  const series = block.text(4)
  const version = block.text(4)
  if (block.isShort || control === '') return
  recorder.fact('vendor', 'FANUC')
  recorder.fact('model', `Series ${control}${machine === '' ? '' : ` ${machine}`}`)
  recorder.fact('firmware', `${series}-${version}`)
}
