// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { recordFragment } from '../tls/fragment.ts'
import { isControl, isDataOpcode, isOpcode, isResetAt, tlsAt } from './packet.ts'

const ports = [1194]
const minimumBytes = 2

/** OpenVPN over UDP: that there is a tunnel, and the certificates shown when it is set up. */
export const openvpn: Protocol = {
  name: 'openvpn',
  carrier: 'udp',
  ports,
  roams: true,
  deepPackets: 32,
  recognises({ bytes, from, to, source, destination }) {
    if (source.port !== 1194 && destination.port !== 1194) return isResetAt(bytes, from, to)
    return to - from >= minimumBytes && isOpcode(bytes[from])
  },
  scan: (view, from, to) => scanPacket(view, from, to),
  decode(payload, recorder) {
    recordPacket(payload, payload.from, payload.to, recorder)
    return undefined
  },
}

/** Over TCP a length of two bytes stands in front of each packet. */
export const openvpnTcp: Protocol = {
  name: 'openvpn',
  carrier: 'tcp',
  ports,
  roams: true,
  deepPackets: 64,
  streamBytes: 16_384,
  recognises({ bytes, view, from, to, source, destination }) {
    if (to - from < minimumBytes + 2) return false
    const length = view.getUint16(from)
    if (source.port !== 1194 && destination.port !== 1194) {
      return length === to - from - 2 && isResetAt(bytes, from + 2, to)
    }
    return length >= minimumBytes && isOpcode(bytes[from + 2])
  },
  scan(view, from, to) {
    if (to - from < minimumBytes + 2 || view.getUint16(from) < minimumBytes) return scan.foreign
    return scanPacket(view, from + 2, to)
  },
  decode(payload, recorder) {
    const { view, from, to, isCut } = payload
    let at = from
    while (at < to) {
      const length = at + 2 <= to ? view.getUint16(at) : 0
      const end = at + 2 + length
      if ((at + 2 > to || end > to) && !isCut) return at - from
      if (at + 2 > to || end > to) recorder.oddity('truncated')
      if (at + 2 < to) recordPacket(payload, at + 2, Math.min(end, to), recorder)
      at = end
    }
    return to - from
  },
}

function scanPacket(view: DataView, from: number, to: number): Scan {
  return to - from >= minimumBytes && isOpcode(view.getUint8(from)) ? scan.seen : scan.foreign
}

function recordPacket(payload: Payload, from: number, to: number, recorder: Recorder): void {
  const { bytes } = payload
  if (from >= to || !isOpcode(bytes[from])) {
    recorder.oddity(from >= to ? 'truncated' : 'opcode-unknown')
    return
  }
  recorder.layer('openvpn')
  if (isResetAt(bytes, from, to) || isDataOpcode(bytes[from])) {
    recorder.event('remote_access', { tool: 'OpenVPN', how: 'protocol' })
  }
  if (!isControl(bytes[from])) return
  const inner = tlsAt(bytes, from, to)
  if (inner > 0 && inner < to) recordFragment(payload, inner, to, recorder)
}
