// SPDX-License-Identifier: EUPL-1.2
/** Ethernet Global Data (GE, UDP 18246): controllers publish blocks of data by number. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { hex, ipv4At } from '../wire.ts'

/** Kind, version, number, producer, exchange, time (8), status, signature, reserved. */
const headerBytes = 32

export const egd: Protocol = {
  name: 'egd',
  carrier: 'udp',
  ports: [18246],
  deepPackets: 16,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan: (view, from, to) => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode({ bytes, view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isMessage(view, from, to)) recorder.oddity('foreign-protocol')
    else {
      recorder.fact('egd.producer', ipv4At(bytes, from + 4))
      recorder.fact('egd.exchange', hex(view.getUint32(from + 8, true), 8))
    }
  },
}

function isMessage(view: DataView, from: number, to: number): boolean {
  return to - from >= headerBytes && view.getUint16(from) === 0x0d01
}
