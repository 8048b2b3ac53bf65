// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { recordFragment } from '../tls/fragment.ts'
import { isRecordAt, recordEnd } from '../tls/records.ts'
import { isControl, isDataOpcode, isOpcode, isResetAt, tlsAt } from './packet.ts'

const ownPort = 1194
const minimumBytes = 2
const lengthBytes = 2

// A flight of a TLS handshake with its certificates, in pieces of about a hundred bytes.
const maxStreamBytes = 32_768

/** OpenVPN over UDP: that there is a tunnel, and the certificates shown when it is set up. */
export const openvpn: Protocol = {
  name: 'openvpn',
  carrier: 'udp',
  ports: [ownPort],
  roams: true,
  deepPackets: 32,
  recognises({ bytes, from, to, source, destination }) {
    if (source.port !== ownPort && destination.port !== ownPort) return isResetAt(bytes, from, to)
    return to - from >= minimumBytes && isOpcode(bytes[from])
  },
  scan: (view, from, to) => scanPacket(view, from, to),
  decode({ bytes, from, to }, recorder) {
    recordPacket(bytes, from, to, recorder)
    const inner = innerAt(bytes, from, to)
    if (inner > 0) recordFragment(bytes, inner, to, recorder)
    return undefined
  },
}

/** Over TCP a length of two bytes stands in front of each packet. */
export const openvpnTcp: Protocol = {
  name: 'openvpn',
  carrier: 'tcp',
  ports: [ownPort],
  roams: true,
  deepPackets: 64,
  streamBytes: maxStreamBytes,
  recognises({ bytes, view, from, to, source, destination }) {
    if (to - from < minimumBytes + lengthBytes) return false
    const length = view.getUint16(from)
    if (source.port !== ownPort && destination.port !== ownPort) {
      return length === to - from - lengthBytes && isResetAt(bytes, from + lengthBytes, to)
    }
    return length >= minimumBytes && isOpcode(bytes[from + lengthBytes])
  },
  scan(view, from, to) {
    if (to - from < minimumBytes + lengthBytes) return scan.foreign
    if (view.getUint16(from) < minimumBytes) return scan.foreign
    return scanPacket(view, from + lengthBytes, to)
  },
  decode: decodePackets,
}

function scanPacket(view: DataView, from: number, to: number): Scan {
  return to - from >= minimumBytes && isOpcode(view.getUint8(from)) ? scan.seen : scan.foreign
}

function decodePackets(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to, isCut } = payload
  let at = from
  while (at < to) {
    const end = packetEnd(payload, at)
    if (end > to && !isCut) return at - from
    if (end > to) recorder.oddity('truncated')
    const packet = at + lengthBytes
    const inner = packet < to ? innerAt(bytes, packet, Math.min(end, to)) : 0
    const flight = inner > 0 ? flightAt(payload, at, inner) : undefined
    if (flight?.isOpen === true && !isCut && to - at < maxStreamBytes) return at - from
    recordPacket(bytes, packet, Math.min(end, to), recorder)
    at = end
    if (flight === undefined) continue
    recordFragment(flight.bytes, 0, flight.bytes.length, recorder)
    // A flight that is cut off before its first packet ends says no more than that packet.
    at = Math.max(end, flight.next)
  }
  return to - from
}

/** One past the packet whose length stands at `at`; beyond the bytes when it is not all there. */
function packetEnd({ view, to }: Payload, at: number): number {
  return at + lengthBytes > to ? to + 1 : at + lengthBytes + view.getUint16(at)
}

interface Flight {
  readonly bytes: Uint8Array
  /** Where the first packet after it begins. */
  readonly next: number
  /** Its last record goes on in packets that are not here yet. */
  readonly isOpen: boolean
}

/** The TLS bytes of this control packet and, while a record goes on, of those that follow it. */
function flightAt(payload: Payload, first: number, firstInner: number): Flight {
  const { bytes, to } = payload
  const room = new Uint8Array(to - first)
  let length = 0
  let next = first
  let inner = firstInner
  let missing = 1
  while (missing > 0) {
    const end = packetEnd(payload, next)
    if (end > to) return { bytes: room.subarray(0, length), next, isOpen: true }
    if (inner > 0) {
      room.set(bytes.subarray(inner, end), length)
      length += end - inner
    }
    missing = missingBytes(room, length)
    next = end
    const packet = next + lengthBytes
    if (missing > 0 && next >= to) break
    inner = packet < to ? innerAt(bytes, packet, Math.min(packetEnd(payload, next), to)) : 0
  }
  return { bytes: room.subarray(0, length), next: Math.min(next, to), isOpen: missing > 0 }
}

/** Bytes that the last record in front still lacks; 0 when all are whole or none begins. */
function missingBytes(bytes: Uint8Array, length: number): number {
  let at = 0
  while (isRecordAt(bytes, at, length)) at = recordEnd(bytes, at)
  return Math.max(0, at - length)
}

/** Where the TLS bytes of a packet begin; 0 when it carries none that can be read. */
function innerAt(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || !isControl(bytes[from])) return 0
  const inner = tlsAt(bytes, from, to)
  return inner < to ? inner : 0
}

function recordPacket(bytes: Uint8Array, from: number, to: number, recorder: Recorder): void {
  if (from >= to || !isOpcode(bytes[from])) {
    recorder.oddity(from >= to ? 'truncated' : 'opcode-unknown')
    return
  }
  recorder.layer('openvpn')
  if (isResetAt(bytes, from, to) || isDataOpcode(bytes[from])) {
    recorder.event('remote_access', { tool: 'OpenVPN', how: 'protocol' })
  }
}
