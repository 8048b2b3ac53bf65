// SPDX-License-Identifier: EUPL-1.2
/** Ether-S-Bus (Saia-Burgess, UDP 5050): recognised and counted. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'

/** Length of the whole, version, protocol, number, attribute; a check ends the message. */
const headerBytes = 9
const checkBytes = 2

export const sbus: Protocol = {
  name: 'sbus',
  carrier: 'udp',
  ports: [5050],
  deepPackets: 1,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan: (view, from, to) => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode({ view, from, to }: Payload, recorder: Recorder): undefined {
    if (!isMessage(view, from, to)) {
      recorder.oddity(to - from < headerBytes + checkBytes ? 'truncated' : 'foreign-protocol')
    }
  },
}

function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes + checkBytes || view.getUint32(from) !== to - from) return false
  return view.getUint8(from + 4) <= 1 && view.getUint8(from + 8) <= 2
}
