// SPDX-License-Identifier: EUPL-1.2
/** LSV/2 (Heidenhain, TCP 19000): machine tools say their control and software versions. */
import {
  type FactName,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'
import { codeOf, operationOf } from './operations.ts'

/** Length of what follows the command, then four letters: kind of command, underscore, two more. */
const headerBytes = 8
const maxLength = 1 << 16
const framing: Framing = { headerBytes, lengthAt, keptBytes: 2048, look }

const askVersion = 'R_VR'
const answerVersion = 'S_VR'
const versions: Readonly<Record<number, FactName>> = {
  1: 'model',
  2: 'firmware',
  3: 'lsv2.plc_version',
  4: 'lsv2.options',
}

export const lsv2: Protocol = {
  name: 'lsv2',
  carrier: 'tcp',
  ports: [19000],
  roams: true,
  streamBytes: 4096,
  operation: operationOf,
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordTelegram(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  const length = view.getUint32(at)
  if (length > maxLength || view.getUint8(at + 5) !== 0x5f) return 0
  const isWord = isLetter(view.getUint8(at + 4)) && isLetter(view.getUint8(at + 6))
  return isWord && isLetter(view.getUint8(at + 7)) ? headerBytes + length : 0
}

function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a
}

function look(view: DataView, at: number, _end: number, tally: Tally): Scan {
  const code = codeOf(view, at + 4)
  if (code >= 0) tally.add(code)
  return scan.seen
}

function recordTelegram(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(4)
  const command = cursor.text(4)
  if (command === 'A_LG') recorder.fact('lsv2.login', cursor.text(Math.min(cursor.left, 32)))
  else if (command === askVersion) recorder.remember('lsv2.asked', String(cursor.u8()))
  else if (command === answerVersion) {
    const name = versions[Number(recorder.recall('lsv2.asked'))]
    if (name === undefined) return
    recorder.fact('vendor', 'Heidenhain')
    recorder.fact(name, cursor.text(Math.min(cursor.left, 64)))
  }
}
