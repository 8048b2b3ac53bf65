// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, hex, utf16At } from '../wire.ts'

/** Every datagram of the router begins with it. */
const magic = 0xc5
/** Magic, hops and header length, kind, service, number, lengths of both addresses. */
const headerBytes = 6
export const service = { nameAnswer: 4, channel: 0x40 } as const

const identification = 0xc280
/** Of the name service's answers this is the one whose layout is known. */
const knownVersion = 0x0400

/** In a channel: a block of a message, whether it is the first of it, two numbers. */
const applicationBlock = 1
const blockBytes = 12
const firstFlag = 1
/** Behind a first block's header: what is left, a checksum. */
const firstBytes = 8
const plain = 0xcd55

export function isDatagram(view: DataView, at: number, to: number): boolean {
  if (to - at < headerBytes || view.getUint8(at) !== magic) return false
  const words = view.getUint8(at + 1) & 7
  const kind = view.getUint8(at + 3)
  return words >= 3 && words <= 5 && ((kind >= 1 && kind <= 4) || kind === service.channel)
}

/** Where the content begins: header and addresses count words, and all is filled up to four bytes. */
function contentAt(view: DataView, at: number): number {
  const lengths = view.getUint8(at + 5)
  const bytes = 2 * ((view.getUint8(at + 1) & 7) + (lengths & 15) + (lengths >> 4))
  return at + bytes + ((4 - (bytes & 3)) & 3)
}

/** Group and function of the request that begins in the datagram, -1 where there is none. */
export function requestCode(view: DataView, at: number, to: number): number {
  if (view.getUint8(at + 3) !== service.channel) return -1
  const block = contentAt(view, at)
  const layer = block + blockBytes + firstBytes
  if (layer + 8 > to || view.getUint8(block) !== applicationBlock) return -1
  if ((view.getUint8(block + 1) & firstFlag) === 0) return -1
  if (view.getUint16(layer, true) !== plain) return -1
  const group = view.getUint16(layer + 4, true)
  if ((group & 0x80) !== 0) return -1
  return ((group & 0x7f) << 8) | (view.getUint16(layer + 6, true) & 0xff)
}

/** `cursor` begins at the magic. */
export function recordDatagram(cursor: Cursor, recorder: Recorder): void {
  const { view, at } = cursor
  if (view.getUint8(at + 3) !== service.nameAnswer) return
  cursor.skip(contentAt(view, at) - at)
  const kind = cursor.u16le()
  const version = cursor.u16le()
  if (kind !== identification || version !== knownVersion) return
  // A number, the most channels, byte order, filling.
  cursor.skip(8)
  const parent = cursor.u16le()
  const nodeUnits = cursor.u16le()
  const deviceUnits = cursor.u16le()
  const vendorUnits = cursor.u16le()
  const type = cursor.u32le()
  const id = cursor.u32le()
  const release = cursor.u32le()
  cursor.skip(4)
  const serialBytes = cursor.u8()
  cursor.skip(11 + parent)
  const node = wide(cursor, nodeUnits)
  const device = wide(cursor, deviceUnits)
  const vendor = wide(cursor, vendorUnits)
  const serial = cursor.text(serialBytes)
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('hostname', node)
  recorder.fact('model', device)
  recorder.fact('vendor', vendor)
  recorder.fact('serial', serial)
  recorder.fact('codesys.target', `${hex(type, 4)} ${hex(id, 8)}`)
  const parts = [release >>> 24, (release >>> 16) & 255, (release >>> 8) & 255, release & 255]
  recorder.fact('firmware', parts.join('.'))
}

/** So many units of UTF-16 and a zero behind them. */
function wide(cursor: Cursor, units: number): string {
  const from = cursor.skip(2 * units + 2)
  return from === undefined ? '' : utf16At(cursor.bytes, from, cursor.at)
}
