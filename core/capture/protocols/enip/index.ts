// SPDX-License-Identifier: EUPL-1.2
/**
 * EtherNet/IP (ODVA, "EtherNet/IP Adaptation of CIP"): encapsulation over TCP and UDP 44818, the
 * Common Industrial Protocol inside it, and Allen-Bradley's older PCCC inside that.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { decodeEncapsulated } from './encapsulation.ts'
import { headerBytes, isHeader } from './header.ts'
import { operationOf } from './operations.ts'
import { scanPacket } from './scan-packet.ts'

const port = 44818

/** Unconnected messages have 504 bytes, large connections 4000. */
const maxKeptBytes = 4200

/** Layers by index: 0 is this protocol, 1 and 2 are what it may hold. */
const layers = ['enip', 'cip', 'cippccc'] as const

const common = {
  name: 'enip',
  ports: [port],
  layers,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isHeader(view, from, to),
} as const

export const enip: Protocol = {
  ...common,
  carrier: 'tcp',
  streamBytes: 8192,
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isHeader(view, from, to)) return scan.foreign
    tally.layer(0)
    let wanted: Scan = scan.silent
    let at = from
    for (; isHeader(view, at, to); at += headerBytes + view.getUint16(at + 2, true)) {
      const end = Math.min(to, at + headerBytes + view.getUint16(at + 2, true))
      const one = scanPacket(view, at, end, tally)
      if (one === scan.decode || wanted === scan.silent) wanted = one
    }
    return wanted === scan.silent && at !== to ? scan.seen : wanted
  },
  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= headerBytes) {
      if (!isHeader(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const end = at + headerBytes + view.getUint16(at + 2, true)
      // What is too long to wait for is transferred data.
      if (end > to && end - at > maxKeptBytes && !payload.isCut) return to - from
      if (end > to) break
      decodeEncapsulated(payload, at, end, recorder)
      at = end
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

export const enipUdp: Protocol = {
  ...common,
  carrier: 'udp',
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isHeader(view, from, to)) return scan.foreign
    tally.layer(0)
    const end = from + headerBytes + view.getUint16(from + 2, true)
    const wanted = scanPacket(view, from, to, tally)
    return wanted === scan.silent && end !== to ? scan.seen : wanted
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (!isHeader(view, from, to)) {
      recorder.oddity(to - from < headerBytes ? 'truncated' : 'foreign-protocol')
      return
    }
    const end = from + headerBytes + view.getUint16(from + 2, true)
    if (end > to) recorder.oddity('truncated')
    decodeEncapsulated(payload, from, Math.min(end, to), recorder)
  },
}
