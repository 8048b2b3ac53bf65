// SPDX-License-Identifier: EUPL-1.2
import {
  maxPacketBytes as importedMaxPacketBytes,
  maxWireBytes as importedMaxWireBytes,
} from '../limits.ts'
import { kindOfLink, linkKind } from '../link/link-kinds.ts'
import {
  type Batch,
  cell,
  batchSize as importedBatchSize,
  rowCells as importedRowCells,
} from './batch.ts'
import { type Desk, pause } from './desk.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { at: cellAt, kept: cellKept, link: cellLink, wire: cellWire } = cell
const { ethernet: linkEthernet, unknown: linkUnknown } = linkKind
const rowCells = importedRowCells
const batchSize = importedBatchSize
const maxPacketBytes = importedMaxPacketBytes
const maxWireBytes = importedMaxWireBytes

export const pcapHeaderBytes = 24
export const pcapngMagic = 0x0a0d0d0a

const micro = 0xa1b2c3d4
const nano = 0xa1b23c4d
/** Records carry eight bytes more: interface, protocol, packet type ("modified" pcap). */
const modified = 0xa1b2cd34

/** Fits both byte orders. */
export function isPcapMagic(magic: number): boolean {
  return isOurs(magic) || isOurs(swapped(magic))
}

function isOurs(magic: number): boolean {
  return magic === micro || magic === nano || magic === modified
}

function swapped(word: number): number {
  const pairs = ((word & 0x00ff00ff) << 8) | ((word >>> 8) & 0x00ff00ff)
  return ((pairs << 16) | (pairs >>> 16)) >>> 0
}

/** Reads pcap as specified in draft-ietf-opsawg-pcap. */
export class PcapWalker {
  /** `pause`: why the last walk ended. */
  pause: number = pause.none
  private readonly desk: Desk
  private isLittle = true
  private isNano = false
  private recordBytes = 16
  private link: number = linkEthernet
  private linkType = 1
  private checkBytes = 0

  constructor(desk: Desk) {
    this.desk = desk
  }

  /** Reads the file header. False when its version is not 2. */
  begin(at: number): boolean {
    const { view, times } = this.desk
    const magic = view.getUint32(at)
    this.isLittle = !isOurs(magic)
    const value = this.isLittle ? swapped(magic) : magic
    this.isNano = value === nano
    this.recordBytes = value === modified ? 24 : 16
    if (view.getUint16(at + 4, this.isLittle) !== 2) return false
    const field = view.getUint32(at + 20, this.isLittle)
    // The upper bits say how many pairs of bytes of check sequence each frame ends with.
    this.linkType = field & 0xffff
    this.checkBytes = (field & 0x04000000) === 0 ? 0 : (field >>> 28) * 2
    this.link = kindOfLink(this.linkType)
    times.digits = Math.max(times.digits, this.isNano ? 9 : 6)
    return true
  }

  /** Puts packets into the batch until it is full or bytes are missing. */
  walk(from: number, to: number): number {
    const { view, batch, times } = this.desk
    const isLittle = this.isLittle
    const isNano = this.isNano
    const tick = isNano ? 1e-9 : 1e-6
    const ticks = isNano ? 1_000_000_000 : 1_000_000
    const headBytes = this.recordBytes
    const link = this.link
    const { cells } = batch
    let count = 0
    let cutCount = 0
    let at = from
    this.pause = pause.none
    while (count < batchSize && to - at >= headBytes) {
      let second = view.getUint32(at, isLittle)
      let fraction = view.getUint32(at + 4, isLittle)
      const kept = view.getUint32(at + 8, isLittle)
      // One test for the usual record: empty ones and giants fail it alike.
      if ((kept - 1) >>> 0 >= maxPacketBytes || isLikeMagic(second)) {
        this.pause = this.suspicion(at, kept)
        if (this.pause !== pause.none) break
      }
      const next = at + headBytes + kept
      if (next > to) break
      if (fraction >= ticks) {
        this.desk.oddities.add('time-fraction-out-of-range')
        // Above 2^31 it is a negative number that somebody stored unsigned.
        const signed = fraction > 0x7fffffff ? fraction - 4_294_967_296 : fraction
        const carry = Math.floor(signed / ticks)
        second += carry
        fraction = signed - carry * ticks
      }
      const time = second + fraction * tick
      if (time < times.first || time > times.last) {
        times.add(time, second, isNano ? fraction : fraction * 1000)
      }
      const row = count * rowCells
      batch.times[count] = time
      cells[row + cellAt] = at + headBytes
      cells[row + cellKept] = kept
      cells[row + cellLink] = link
      const wire = view.getUint32(at + 12, isLittle)
      cells[row + cellWire] = wire
      if (kept !== wire) {
        if (kept > wire || wire > maxWireBytes) this.strangeWire(row, wire)
        else cutCount += 1
      }
      count += 1
      at = next
    }
    batch.count = count
    this.desk.oddities.add('packet-cut', cutCount)
    if (this.checkBytes > 0) trimCheck(batch, this.checkBytes)
    if (link === linkUnknown) {
      this.desk.oddities.add(`link-type-${this.linkType}-not-understood`, count)
    }
    return at
  }

  private strangeWire(row: number, wire: number): void {
    const { batch, oddities } = this.desk
    const kept = batch.cells[row + cellKept]
    oddities.add(wire < kept ? 'wire-length-below-captured' : 'wire-length-absurd')
    batch.cells[row + cellWire] = kept
  }

  /** Decides about a record that does not look like one. */
  private suspicion(at: number, kept: number): number {
    const { view, oddities } = this.desk
    const magic = view.getUint32(at)
    // A version and, in pcap, four zero bytes of time zone follow a magic number. No record has
    // that: it would be one of 2055 or 1975 with an absurd fraction.
    if (isPcapMagic(magic) && view.getUint16(at + 4, !isOurs(magic)) === 2) return pause.section
    if (magic === pcapngMagic && isSectionStart(view, at)) return pause.section
    if (kept > maxPacketBytes) {
      oddities.add('record-length-absurd')
      return pause.broken
    }
    if (kept > 0) return pause.none
    if (isAllZero(this.desk.bytes, at, at + this.recordBytes)) return pause.padding
    oddities.add('empty-record')
    return pause.none
  }
}

function isLikeMagic(second: number): boolean {
  return second >>> 16 === 0xa1b2 || (second & 0xffff) === 0xb2a1 || second === pcapngMagic
}

/** The byte-order mark stands at eight in a section header block. */
export function isSectionStart(view: DataView, at: number): boolean {
  const mark = view.getUint32(at + 8)
  return mark === 0x1a2b3c4d || mark === 0x4d3c2b1a
}

function isAllZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] !== 0) return false
  return true
}

/** The check sequence is not payload: leaves it out of what was kept, as far as it was. */
function trimCheck({ cells, count }: Batch, checkBytes: number): void {
  for (let row = 0; row < count * rowCells; row += rowCells) {
    const limit = Math.max(0, cells[row + cellWire] - checkBytes)
    if (cells[row + cellKept] > limit) cells[row + cellKept] = limit
  }
}
