// SPDX-License-Identifier: EUPL-1.2
/** Spanning tree (IEEE 802.1D/Q; also Cisco's per VLAN): which bridge this is and which is the root. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { cursorOn, macAt } from '../wire.ts'

const type = { configuration: 0x00, rapid: 0x02, topologyChange: 0x80 } as const

export const stp: Protocol = {
  name: 'stp',
  carrier: 'llc',
  llc: [
    { organisation: 0, type: 0x4242 },
    { organisation: 0x00000c, type: 0x010b },
  ],
  deepPackets: 64,
  scan(view, from, to, _isFromServer, tally) {
    if (to - from >= 4 && view.getUint8(from + 3) === type.topologyChange) tally.add(0)
    return scan.seen
  },
  operation: () => ({ name: 'topology_change', effect: 'other' }),
  decode(payload: Payload, recorder: Recorder) {
    const cursor = cursorOn(payload)
    const protocol = cursor.u16()
    const version = cursor.u8()
    const kind = cursor.u8()
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return undefined
    }
    if (protocol !== 0) {
      recorder.oddity('foreign-protocol')
      return undefined
    }
    if (kind === type.topologyChange) return undefined
    if (kind !== type.configuration && kind !== type.rapid) {
      recorder.oddity('unknown-type')
      return undefined
    }
    // Flags, root (priority and MAC), cost, bridge (priority and MAC), port, four times.
    cursor.skip(1)
    const root = cursor.skip(8)
    const cost = cursor.u32()
    const bridge = cursor.skip(8)
    cursor.skip(10)
    if (root === undefined || bridge === undefined || cursor.isShort) {
      recorder.oddity('truncated')
      return undefined
    }
    recorder.fact('stp.root', macAt(payload.bytes, root + 2))
    recorder.fact('stp.bridge', macAt(payload.bytes, bridge + 2))
    recorder.fact('stp.root_path_cost', String(cost))
    recorder.fact('stp.version', String(version))
    recorder.fact('role_hint', 'bridge')
    return undefined
  },
}
