// SPDX-License-Identifier: EUPL-1.2
/** Cyclic data of EtherNet/IP (UDP 2222): counted, never opened. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'

export const cipio: Protocol = {
  name: 'cipio',
  carrier: 'udp',
  ports: [2222],
  deepPackets: 1,
  recognises: ({ view, from, to }: Payload) => isPacket(view, from, to),
  scan(view, from, to) {
    if (!isPacket(view, from, to)) return scan.foreign
    return isWhole(view, from, to) ? scan.silent : scan.seen
  },
  decode({ view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isPacket(view, from, to)) recorder.oddity('foreign-protocol')
    else if (!isWhole(view, from, to)) recorder.oddity('truncated')
  },
}

/** Two items: an address with a sequence number (8 bytes), and data. */
const headerBytes = 18

function isPacket(view: DataView, from: number, to: number): boolean {
  return (
    to - from >= headerBytes &&
    view.getUint16(from, true) === 2 &&
    view.getUint16(from + 2, true) === 0x8002 &&
    view.getUint16(from + 4, true) === 8 &&
    view.getUint16(from + 14, true) === 0x00b1
  )
}

function isWhole(view: DataView, from: number, to: number): boolean {
  return headerBytes + view.getUint16(from + 16, true) <= to - from
}
