// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { cell, rowShift } from '../readers/batch.ts'
import { form } from './forms.ts'
import { linkKind } from './link-kinds.ts'
import type { Track } from './track.ts'

// Track wrap each other at most this often; the packet's length bounds it anyway.
const maxWraps = 16

/** Everything but a plain Ethernet II frame: sets the same columns as the link stage. */
export function detour(track: Track, row: number): void {
  const { cells, view } = track
  const kind = cells[row + cell.link]
  if (kind === linkKind.ethernet) {
    if (cells[row + cell.kept] < 14) shortFrame(track, row)
    else unwrap(track, row)
    return
  }
  const start = cells[row + cell.at]
  const kept = cells[row + cell.kept]
  cells[row + cell.macHigh] = -1
  cells[row + cell.macLow] = 0
  nothing(track, row, start)
  if (kept < headerBytes(kind)) {
    if (kind !== linkKind.unknown) track.oddities.add('link-header-cut')
    return
  }
  if (kind === linkKind.rawIp) rawIp(track, row, start)
  else if (kind === linkKind.cooked1)
    cooked(track, row, start, start + 6, view.getUint16(start + 14))
  else if (kind === linkKind.cooked2) cooked(track, row, start, start + 12, view.getUint16(start))
  else if (kind === linkKind.null || kind === linkKind.loopback) family(track, row, start)
  else if (kind === linkKind.fddi) fddi(track, row, start)
}

function headerBytes(kind: number): number {
  if (kind === linkKind.cooked1) return 16
  if (kind === linkKind.cooked2) return 20
  if (kind === linkKind.null || kind === linkKind.loopback) return 4
  if (kind === linkKind.fddi) return 16
  return kind === linkKind.rawIp ? 1 : Number.POSITIVE_INFINITY
}

function nothing(track: Track, row: number, offset: number): void {
  const { cells } = track
  cells[row + cell.form] = form.none
  cells[row + cell.type] = 0
  cells[row + cell.network] = offset
  cells[row + cell.vlan] = 0
}

function ethernetType(track: Track, row: number, type: number, offset: number): void {
  const { cells } = track
  cells[row + cell.form] = form.ethernet
  cells[row + cell.type] = type
  cells[row + cell.network] = offset
}

function shortFrame(track: Track, row: number): void {
  const { cells, view } = track
  const start = cells[row + cell.at]
  nothing(track, row, start + cells[row + cell.kept])
  const hasSource = cells[row + cell.kept] >= 12
  cells[row + cell.macHigh] = hasSource ? view.getUint16(start + 6) : -1
  cells[row + cell.macLow] = hasSource ? view.getInt32(start + 8) : 0
  track.oddities.add('ethernet-truncated')
}

function rawIp(track: Track, row: number, start: number): void {
  const version = track.view.getUint8(start) >>> 4
  if (version === 4) ethernetType(track, row, 0x0800, start)
  else if (version === 6) ethernetType(track, row, 0x86dd, start)
  else track.oddities.add('ip-version-unknown')
}

/** Linux cooked: only the source address; the type may be one of Linux' own below 0x0600. */
function cooked(track: Track, row: number, start: number, mac: number, type: number): void {
  const { cells, view } = track
  const isFirst = cells[row + cell.link] === linkKind.cooked1
  const addressBytes = isFirst ? view.getUint16(start + 4) : view.getUint8(start + 11)
  if (addressBytes === 6) {
    cells[row + cell.macHigh] = view.getUint16(mac)
    cells[row + cell.macLow] = view.getInt32(mac + 2)
  }
  const offset = start + (isFirst ? 16 : 20)
  if (type >= 0x0600) {
    ethernetType(track, row, type, offset)
    unwrap(track, row)
  } else if (type === 4) {
    llc(track, row, offset, start + cells[row + cell.kept])
    unwrap(track, row)
  }
}

/** BSD loopback: the family's number differs per system, for IPv6 at least. */
function family(track: Track, row: number, start: number): void {
  const { view } = track
  const host = view.getUint32(start, true)
  const value = host > 0xffff ? view.getUint32(start) : host
  if (value === 2) ethernetType(track, row, 0x0800, start + 4)
  else if (value === 10 || value === 23 || value === 24 || value === 28 || value === 30) {
    ethernetType(track, row, 0x86dd, start + 4)
  } else track.oddities.add('address-family-unknown')
}

function fddi(track: Track, row: number, start: number): void {
  const { cells, view } = track
  cells[row + cell.macHigh] = view.getUint16(start + 7)
  cells[row + cell.macLow] = view.getInt32(start + 9)
  llc(track, row, start + 13, start + cells[row + cell.kept])
  unwrap(track, row)
}

/** Follows tags, labels and sessions to what they carry. */
function unwrap(track: Track, row: number): void {
  const { cells, view, layers } = track
  const frame = track.frame + (row >>> rowShift)
  const wire = cells[row + cell.wire]
  const end = cells[row + cell.at] + cells[row + cell.kept]
  for (let wraps = 0; wraps < maxWraps; wraps += 1) {
    const type = cells[row + cell.type]
    const offset = cells[row + cell.network]
    if (cells[row + cell.form] !== form.ethernet) return
    if (type < 0x0600) {
      llc(track, row, offset, Math.min(end, offset + type))
      continue
    }
    if (type === 0x8100 || type === 0x88a8 || type === 0x9100) {
      if (offset + 4 > end) return
      const id = view.getUint16(offset) & 0xfff
      if (id !== 0) cells[row + cell.vlan] = id | 0x1000
      layers.count(layerOf.vlan, frame, wire)
      ethernetType(track, row, view.getUint16(offset + 2), offset + 4)
    } else if (type === 0x892f) {
      // HSR: path and size, sequence, then the type of what it carries (IEC 62439-3).
      if (offset + 6 > end) return
      layers.count(layerOf.hsr, frame, wire)
      track.redundancy.note(track, row, view.getUint16(offset + 2))
      ethernetType(track, row, view.getUint16(offset + 4), offset + 6)
    } else if (type === 0x8864) {
      layers.count(layerOf.pppoe, frame, wire)
      session(track, row, offset, end)
      return
    } else if (type === 0x8847 || type === 0x8848) {
      layers.count(layerOf.mpls, frame, wire)
      labels(track, row, offset, end)
      return
    } else return
  }
}

/** PPPoE: six bytes, then PPP with a protocol field of two bytes, or of one where compressed. */
function session(track: Track, row: number, offset: number, end: number): void {
  if (offset + 8 > end) return
  const { view } = track
  const first = view.getUint8(offset + 6)
  const isShort = (first & 1) === 1
  const protocol = isShort ? first : view.getUint16(offset + 6)
  const next = offset + (isShort ? 7 : 8)
  if (protocol === 0x21) ethernetType(track, row, 0x0800, next)
  else if (protocol === 0x57) ethernetType(track, row, 0x86dd, next)
}

/** MPLS says nothing of what follows the last label: IP shows by its version. */
function labels(track: Track, row: number, offset: number, end: number): void {
  const { view } = track
  let at = offset
  while (at + 4 <= end) {
    const isLast = (view.getUint8(at + 2) & 1) === 1
    at += 4
    if (!isLast) continue
    const version = at < end ? view.getUint8(at) >>> 4 : 0
    if (version === 4) ethernetType(track, row, 0x0800, at)
    else if (version === 6) ethernetType(track, row, 0x86dd, at)
    return
  }
}

/** 802.2: service access points, or SNAP with an organisation and its protocol. */
function llc(track: Track, row: number, offset: number, end: number): void {
  const { cells, view, layers } = track
  if (offset + 3 > end) {
    nothing(track, row, offset)
    track.oddities.add('llc-truncated')
    return
  }
  layers.count(layerOf.llc, track.frame + (row >>> rowShift), cells[row + cell.wire])
  const points = view.getUint16(offset)
  if (points === 0xaaaa && offset + 8 <= end) {
    const organisation = (view.getUint16(offset + 3) << 8) | view.getUint8(offset + 5)
    const protocol = view.getUint16(offset + 6)
    // Organisation 0 means an EtherType (RFC 1042).
    if (organisation === 0 && protocol >= 0x0600) {
      ethernetType(track, row, protocol, offset + 8)
      return
    }
    cells[row + cell.form] = form.snap
    cells[row + cell.type] = protocol
    cells[row + cell.network] = offset + 8
  } else {
    cells[row + cell.form] = form.llc
    cells[row + cell.type] = points
    // Unnumbered frames have one byte of control, the others two.
    const isUnnumbered = (view.getUint8(offset + 2) & 3) === 3
    cells[row + cell.network] = Math.min(end, offset + (isUnnumbered ? 3 : 4))
  }
  // What follows the stated length is padding.
  cells[row + cell.kept] = end - cells[row + cell.at]
}
