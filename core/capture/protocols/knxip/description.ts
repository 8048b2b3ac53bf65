// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, hex, hexBytes, ipv4At, macAt } from '../wire.ts'

const deviceInformation = 1
const informationBytes = 54

const media: Readonly<Record<number, string>> = { 2: 'TP', 4: 'PL110', 16: 'RF', 32: 'IP' }

/** Blocks of a description: each a length, a kind, and what it holds. */
export function recordDescription(cursor: Cursor, recorder: Recorder): void {
  while (cursor.left >= 2) {
    const length = cursor.u8()
    if (length < 2) {
      recorder.oddity('length-out-of-range')
      return
    }
    const kind = cursor.u8()
    const block = cursor.part(length - 2)
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    if (kind === deviceInformation && length === informationBytes) recordDevice(block, recorder)
  }
}

function recordDevice(block: Cursor, recorder: Recorder): void {
  const medium = block.u8()
  block.skip(1)
  const address = block.u16()
  block.skip(2)
  const { bytes, at } = block
  recorder.fact('knxip.individual_address', individual(address))
  recorder.fact('knxip.medium', media[medium] ?? hex(medium, 2))
  recorder.fact('serial', hexBytes(bytes, at, at + 6))
  recorder.fact('knxip.multicast', ipv4At(bytes, at + 6))
  recorder.fact('knxip.mac', macAt(bytes, at + 10))
  block.skip(16)
  recorder.fact('hostname', block.text(30))
}

/** Area, line, device. */
export function individual(address: number): string {
  return `${address >> 12}.${(address >> 8) & 15}.${address & 255}`
}
