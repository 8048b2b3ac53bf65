// SPDX-License-Identifier: EUPL-1.2
import { layerOf } from '../flows/layers.ts'
import { form } from './forms.ts'
import { linkKind } from './link-kinds.ts'
import type { Track } from './link-stage.ts'

// Frames wrap each other at most this often; the packet's length bounds it anyway.
const maxWraps = 16

/** Everything but a plain Ethernet II frame: sets the same columns as the link stage. */
export function detour(track: Track, index: number): void {
  const { batch, view } = track
  const kind = batch.link[index] as number
  if (kind === linkKind.ethernet) {
    if ((batch.kept[index] as number) < 14) shortFrame(track, index)
    else unwrap(track, index)
    return
  }
  const start = batch.at[index] as number
  const kept = batch.kept[index] as number
  batch.macHigh[index] = -1
  batch.macLow[index] = 0
  nothing(track, index, start)
  if (kept < headerBytes(kind)) {
    if (kind !== linkKind.unknown) track.oddities.add('link-header-cut')
    return
  }
  if (kind === linkKind.rawIp) rawIp(track, index, start)
  else if (kind === linkKind.cooked1)
    cooked(track, index, start, start + 6, view.getUint16(start + 14))
  else if (kind === linkKind.cooked2) cooked(track, index, start, start + 12, view.getUint16(start))
  else if (kind === linkKind.null || kind === linkKind.loopback) family(track, index, start)
  else if (kind === linkKind.fddi) fddi(track, index, start)
}

function headerBytes(kind: number): number {
  if (kind === linkKind.cooked1) return 16
  if (kind === linkKind.cooked2) return 20
  if (kind === linkKind.null || kind === linkKind.loopback) return 4
  if (kind === linkKind.fddi) return 16
  return kind === linkKind.rawIp ? 1 : Number.POSITIVE_INFINITY
}

function nothing(track: Track, index: number, offset: number): void {
  const { batch } = track
  batch.form[index] = form.none
  batch.type[index] = 0
  batch.network[index] = offset
  batch.vlan[index] = 0
}

function ethernetType(track: Track, index: number, type: number, offset: number): void {
  const { batch } = track
  batch.form[index] = form.ethernet
  batch.type[index] = type
  batch.network[index] = offset
}

function shortFrame(track: Track, index: number): void {
  const { batch, view } = track
  const start = batch.at[index] as number
  nothing(track, index, start + (batch.kept[index] as number))
  const hasSource = (batch.kept[index] as number) >= 12
  batch.macHigh[index] = hasSource ? view.getUint16(start + 6) : -1
  batch.macLow[index] = hasSource ? view.getInt32(start + 8) : 0
  track.oddities.add('ethernet-truncated')
}

function rawIp(track: Track, index: number, start: number): void {
  const version = track.view.getUint8(start) >>> 4
  if (version === 4) ethernetType(track, index, 0x0800, start)
  else if (version === 6) ethernetType(track, index, 0x86dd, start)
  else track.oddities.add('ip-version-unknown')
}

/** Linux cooked: only the source address; the type may be one of Linux' own below 0x0600. */
function cooked(track: Track, index: number, start: number, mac: number, type: number): void {
  const { batch, view } = track
  const isFirst = batch.link[index] === linkKind.cooked1
  const addressBytes = isFirst ? view.getUint16(start + 4) : view.getUint8(start + 11)
  if (addressBytes === 6) {
    batch.macHigh[index] = view.getUint16(mac)
    batch.macLow[index] = view.getInt32(mac + 2)
  }
  const offset = start + (isFirst ? 16 : 20)
  if (type >= 0x0600) {
    ethernetType(track, index, type, offset)
    unwrap(track, index)
  } else if (type === 4) {
    llc(track, index, offset, start + (batch.kept[index] as number))
    unwrap(track, index)
  }
}

/** BSD loopback: the family's number differs per system, for IPv6 at least. */
function family(track: Track, index: number, start: number): void {
  const { view } = track
  const host = view.getUint32(start, true)
  const value = host > 0xffff ? view.getUint32(start) : host
  if (value === 2) ethernetType(track, index, 0x0800, start + 4)
  else if (value === 10 || value === 23 || value === 24 || value === 28 || value === 30) {
    ethernetType(track, index, 0x86dd, start + 4)
  } else track.oddities.add('address-family-unknown')
}

function fddi(track: Track, index: number, start: number): void {
  const { batch, view } = track
  batch.macHigh[index] = view.getUint16(start + 7)
  batch.macLow[index] = view.getInt32(start + 9)
  llc(track, index, start + 13, start + (batch.kept[index] as number))
  unwrap(track, index)
}

/** Follows tags, labels and sessions to what they carry. */
function unwrap(track: Track, index: number): void {
  const { batch, view, layers } = track
  const frame = track.frame + index
  const wire = batch.wire[index] as number
  const end = (batch.at[index] as number) + (batch.kept[index] as number)
  for (let wraps = 0; wraps < maxWraps; wraps += 1) {
    const type = batch.type[index] as number
    const offset = batch.network[index] as number
    if (batch.form[index] !== form.ethernet) return
    if (type < 0x0600) {
      llc(track, index, offset, Math.min(end, offset + type))
      continue
    }
    if (type === 0x8100 || type === 0x88a8 || type === 0x9100) {
      if (offset + 4 > end) return
      const id = view.getUint16(offset) & 0xfff
      if (id !== 0) batch.vlan[index] = id | 0x1000
      layers.count(layerOf.vlan, frame, wire)
      ethernetType(track, index, view.getUint16(offset + 2), offset + 4)
    } else if (type === 0x892f) {
      // HSR: path and size, sequence, then the type of what it carries (IEC 62439-3).
      if (offset + 6 > end) return
      layers.count(layerOf.hsr, frame, wire)
      ethernetType(track, index, view.getUint16(offset + 4), offset + 6)
    } else if (type === 0x8864) {
      layers.count(layerOf.pppoe, frame, wire)
      session(track, index, offset, end)
      return
    } else if (type === 0x8847 || type === 0x8848) {
      layers.count(layerOf.mpls, frame, wire)
      labels(track, index, offset, end)
      return
    } else return
  }
}

/** PPPoE: six bytes, then PPP with a protocol field of two bytes, or of one where compressed. */
function session(track: Track, index: number, offset: number, end: number): void {
  if (offset + 8 > end) return
  const { view } = track
  const first = view.getUint8(offset + 6)
  const isShort = (first & 1) === 1
  const protocol = isShort ? first : view.getUint16(offset + 6)
  const next = offset + (isShort ? 7 : 8)
  if (protocol === 0x21) ethernetType(track, index, 0x0800, next)
  else if (protocol === 0x57) ethernetType(track, index, 0x86dd, next)
}

/** MPLS says nothing of what follows the last label: IP shows by its version. */
function labels(track: Track, index: number, offset: number, end: number): void {
  const { view } = track
  let at = offset
  while (at + 4 <= end) {
    const isLast = (view.getUint8(at + 2) & 1) === 1
    at += 4
    if (!isLast) continue
    const version = at < end ? view.getUint8(at) >>> 4 : 0
    if (version === 4) ethernetType(track, index, 0x0800, at)
    else if (version === 6) ethernetType(track, index, 0x86dd, at)
    return
  }
}

/** 802.2: service access points, or SNAP with an organisation and its protocol. */
function llc(track: Track, index: number, offset: number, end: number): void {
  const { batch, view, layers } = track
  if (offset + 3 > end) {
    nothing(track, index, offset)
    track.oddities.add('llc-truncated')
    return
  }
  layers.count(layerOf.llc, track.frame + index, batch.wire[index] as number)
  const points = view.getUint16(offset)
  if (points === 0xaaaa && offset + 8 <= end) {
    const organisation = (view.getUint16(offset + 3) << 8) | view.getUint8(offset + 5)
    const protocol = view.getUint16(offset + 6)
    // Organisation 0 means an EtherType (RFC 1042).
    if (organisation === 0 && protocol >= 0x0600) {
      ethernetType(track, index, protocol, offset + 8)
      return
    }
    batch.form[index] = form.snap
    batch.type[index] = protocol
    batch.network[index] = offset + 8
  } else {
    batch.form[index] = form.llc
    batch.type[index] = points
    // Unnumbered frames have one byte of control, the others two.
    const isUnnumbered = (view.getUint8(offset + 2) & 3) === 3
    batch.network[index] = Math.min(end, offset + (isUnnumbered ? 3 : 4))
  }
  // What follows the stated length is padding.
  batch.kept[index] = end - (batch.at[index] as number)
}
