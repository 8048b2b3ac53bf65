// SPDX-License-Identifier: EUPL-1.2
import {
  maxPacketBytes as importedMaxPacketBytes,
  maxWireBytes as importedMaxWireBytes,
} from '../limits.ts'
import { kindOfLink, linkKind } from '../link/link-kinds.ts'
import { cell, batchSize as importedBatchSize, rowCells as importedRowCells } from './batch.ts'
import { type Desk, pause } from './desk.ts'
import { isPcapMagic, pcapngMagic } from './pcap.ts'
import { readNames } from './pcapng-names.ts'
import { type Body, forEachOption, wide, wideSigned } from './pcapng-options.ts'
import { Ticks } from './ticks.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { at: cellAt, kept: cellKept, link: cellLink, wire: cellWire } = cell
const { unknown: linkUnknown } = linkKind
const rowCells = importedRowCells
const batchSize = importedBatchSize
const maxPacketBytes = importedMaxPacketBytes
const maxWireBytes = importedMaxWireBytes

const blockType = {
  interface: 1,
  oldPacket: 2,
  simplePacket: 3,
  names: 4,
  statistics: 5,
  enhancedPacket: 6,
  secrets: 0x0a,
} as const

/** Head, tail and fixed fields of the largest packet block, and room for its options. */
const maxBlockBytes = maxPacketBytes + 4000
const maxInterfaces = 65_536

interface Interface {
  readonly link: number
  readonly linkType: number
  readonly snapBytes: number
  readonly checkBytes: number
  readonly ticks: Ticks
}

/** Where a packet lies in its block. */
interface Place {
  readonly interface: number
  /** Offset of the two words of the time stamp, 0 without. */
  readonly time: number
  readonly at: number
  readonly kept: number
  readonly wire: number
}

/** Reads pcapng as specified in draft-ietf-opsawg-pcapng. */
export class PcapngWalker {
  pause: number = pause.none
  /** Bytes of a block without interest that are still to come. */
  toSkip = 0
  private readonly desk: Desk
  private isLittle = true
  private interfaces: Interface[] = []

  constructor(desk: Desk) {
    this.desk = desk
  }

  walk(from: number, to: number): number {
    const { view, batch } = this.desk
    this.pause = pause.none
    batch.count = 0
    let at = from
    if (this.toSkip > 0) {
      const skipped = Math.min(this.toSkip, to - at)
      this.toSkip -= skipped
      at += skipped
    }
    while (batch.count < batchSize && to - at >= 12) {
      const type = view.getUint32(at, this.isLittle)
      if (type === pcapngMagic) {
        if (!this.section(at)) break
      } else if (isPcapMagic(type)) {
        this.pause = pause.section
        break
      }
      const length = view.getUint32(at + 4, this.isLittle)
      if (length < 12 || (length & 3) !== 0) {
        this.stop(type === 0 && length === 0 ? pause.padding : pause.broken, 'block-length-absurd')
        break
      }
      if (!isWanted(type)) {
        if (type === blockType.secrets) this.desk.oddities.add('decryption-secrets-ignored')
        this.toSkip = Math.max(0, length - (to - at))
        at = Math.min(to, at + length)
        continue
      }
      if (length > maxBlockBytes) {
        this.stop(pause.broken, 'block-length-absurd')
        break
      }
      if (at + length > to) break
      if (view.getUint32(at + length - 4, this.isLittle) !== length) {
        this.desk.oddities.add('block-trailer-mismatch')
      }
      if (!this.block(type, at, length)) break
      at += length
    }
    return at
  }

  private stop(reason: number, oddity: string): void {
    this.pause = reason
    if (reason === pause.broken) this.desk.oddities.add(oddity)
  }

  private fail(oddity: string): false {
    this.stop(pause.broken, oddity)
    return false
  }

  /** A section has its own byte order and its own interfaces. */
  private section(at: number): boolean {
    const mark = this.desk.view.getUint32(at + 8)
    if (mark !== 0x1a2b3c4d && mark !== 0x4d3c2b1a) return this.fail('section-order-unknown')
    this.isLittle = mark === 0x4d3c2b1a
    return true
  }

  private block(type: number, at: number, length: number): boolean {
    const { bytes, view } = this.desk
    const body = { bytes, view, isLittle: this.isLittle, from: at + 8, to: at + length - 4 }
    if (type === blockType.enhancedPacket) return this.enhanced(body)
    if (type === blockType.simplePacket) return this.simple(body)
    if (type === blockType.oldPacket) return this.old(body)
    if (type === pcapngMagic) this.interfaces = []
    else if (type === blockType.interface) return this.describe(body)
    else if (type === blockType.statistics) this.statistics(body)
    else readNames(body, this.desk.named)
    return true
  }

  private describe(body: Body): boolean {
    if (body.to - body.from < 8) return this.fail('block-length-absurd')
    if (this.interfaces.length >= maxInterfaces) return this.fail('interfaces-too-many')
    const { view, isLittle } = body
    const linkType = view.getUint16(body.from, isLittle)
    let resolution = 6
    let offset = 0
    let checkBytes = 0
    forEachOption(body, body.from + 8, (code, at, length) => {
      if (code === 9 && length >= 1) resolution = view.getUint8(at)
      else if (code === 13 && length >= 1) checkBytes = view.getUint8(at)
      else if (code === 14 && length >= 8) offset = wideSigned(body, at)
    })
    const ticks = new Ticks(resolution, offset)
    this.interfaces.push({
      link: kindOfLink(linkType),
      linkType,
      snapBytes: view.getUint32(body.from + 4, isLittle),
      checkBytes,
      ticks,
    })
    return true
  }

  private enhanced(body: Body): boolean {
    const { view, isLittle, from, to } = body
    if (to - from < 20) return this.fail('block-length-absurd')
    const kept = view.getUint32(from + 12, isLittle)
    if (kept > to - from - 20) return this.fail('captured-length-absurd')
    return this.packet({
      interface: view.getUint32(from, isLittle),
      time: from + 4,
      at: from + 20,
      kept,
      wire: view.getUint32(from + 16, isLittle),
    })
  }

  /** The block of 2004 that the enhanced one replaced. */
  private old(body: Body): boolean {
    const { view, isLittle, from, to } = body
    if (to - from < 20) return this.fail('block-length-absurd')
    const kept = view.getUint32(from + 12, isLittle)
    if (kept > to - from - 20) return this.fail('captured-length-absurd')
    const dropped = view.getUint16(from + 2, isLittle)
    if (dropped !== 0xffff) this.desk.oddities.add('dropped-while-capturing', dropped)
    return this.packet({
      interface: view.getUint16(from, isLittle),
      time: from + 4,
      at: from + 20,
      kept,
      wire: view.getUint32(from + 16, isLittle),
    })
  }

  private simple(body: Body): boolean {
    const { view, isLittle, from, to } = body
    if (to - from < 4) return this.fail('block-length-absurd')
    const wire = view.getUint32(from, isLittle)
    const snapBytes = this.interfaces[0]?.snapBytes ?? 0
    const kept = Math.min(wire, to - from - 4, snapBytes === 0 ? maxPacketBytes : snapBytes)
    this.desk.oddities.add('packet-without-time')
    return this.packet({ interface: 0, time: 0, at: from + 4, kept, wire })
  }

  private packet(place: Place): boolean {
    const { view, batch, times, oddities } = this.desk
    const point = this.interfaces[place.interface]
    if (point === undefined) return this.fail('interface-unknown')
    const index = batch.count
    let wire = place.wire
    if (wire < place.kept || wire > maxWireBytes) {
      oddities.add(wire < place.kept ? 'wire-length-below-captured' : 'wire-length-absurd')
      wire = place.kept
    } else if (wire > place.kept) oddities.add('packet-cut')
    if (place.kept === 0) oddities.add('empty-record')
    let time = Number.NaN
    if (place.time !== 0) {
      const { ticks } = point
      const high = view.getUint32(place.time, this.isLittle)
      ticks.read(high, view.getUint32(place.time + 4, this.isLittle))
      time = ticks.second + ticks.nanos * 1e-9
      if (time < times.first || time > times.last) {
        times.add(time, ticks.second, Math.floor(ticks.nanos))
        times.digits = Math.max(times.digits, ticks.digits)
      }
    }
    const { cells } = batch
    const row = index * rowCells
    batch.times[index] = time
    cells[row + cellAt] = place.at
    cells[row + cellKept] = Math.min(place.kept, Math.max(0, wire - point.checkBytes))
    cells[row + cellWire] = wire
    cells[row + cellLink] = point.link
    if (point.link === linkUnknown) {
      oddities.add(`link-type-${point.linkType}-not-understood`)
    }
    batch.count = index + 1
    return true
  }

  /** Counts what the capturing host itself lost. */
  private statistics(body: Body): void {
    if (body.to - body.from < 12) return
    forEachOption(body, body.from + 12, (code, at, length) => {
      if (length < 8) return
      if (code === 5) this.desk.oddities.add('dropped-by-interface', wide(body, at))
      else if (code === 7) this.desk.oddities.add('dropped-by-system', wide(body, at))
    })
  }
}

function isWanted(type: number): boolean {
  return (type >= 1 && type <= 6) || type === pcapngMagic
}
