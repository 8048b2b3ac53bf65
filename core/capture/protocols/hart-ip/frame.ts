// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, hex, hexBytes } from '../wire.ts'

/** Version, type, id, status, number, length of the whole. */
export const headerBytes = 8
export const passThrough = 3
/** Commands without the frame of the field bus around them, several in one message. */
export const direct = 4
const answerType = 1

// A HART frame has at most 255 bytes of data.
const maxLength = 512

export function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes || view.getUint8(from) !== 1 || view.getUint8(from + 1) > 15) {
    return false
  }
  const length = view.getUint16(from + 6)
  return length >= headerBytes && length <= maxLength
}

/** Answers of an instrument: who it is (command 0), and its long tag (20). */
export function recordFrame(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(1)
  const type = cursor.u8()
  const id = cursor.u8()
  cursor.skip(5)
  if (type !== answerType) return
  if (id === direct) recordCommands(cursor, recorder)
  if (id !== passThrough) return
  const delimiter = cursor.u8()
  // The highest bit: an address of five bytes instead of one; two bits count expansion bytes.
  cursor.skip((delimiter & 0x80) !== 0 ? 5 : 1)
  cursor.skip((delimiter >> 5) & 3)
  const command = cursor.u8()
  const data = cursor.part(cursor.u8())
  // Two bytes of status stand before the data.
  data.skip(2)
  if (cursor.isShort || data.isShort) {
    recorder.oddity('truncated')
    return
  }
  recordAnswer(command, data, recorder)
}

/** Two bytes of status, then answers: command, length, a code, what it holds. */
function recordCommands(cursor: Cursor, recorder: Recorder): void {
  cursor.skip(2)
  while (cursor.left >= 3) {
    const command = cursor.u16()
    const data = cursor.part(cursor.u8())
    const code = data.u8()
    if (cursor.isShort) recorder.oddity('truncated')
    else if (code === 0) recordAnswer(command, data, recorder)
  }
}

function recordAnswer(command: number, data: Cursor, recorder: Recorder): void {
  if (command === 0) recordIdentity(data, recorder)
  else if (command === 20) recorder.fact('hart_ip.tag', data.text(data.left))
}

function recordIdentity(data: Cursor, recorder: Recorder): void {
  const expansion = data.u8()
  const deviceType = data.u16()
  data.skip(2)
  const deviceRevision = data.u8()
  const software = data.u8()
  data.skip(2)
  const at = data.skip(3)
  if (at === undefined || expansion !== 254) return
  recorder.fact('hart_ip.device_type', hex(deviceType, 4))
  recorder.fact('hart_ip.device_revision', String(deviceRevision))
  recorder.fact('firmware', String(software))
  recorder.fact('hart_ip.device_id', hexBytes(data.bytes, at, at + 3))
}
