// SPDX-License-Identifier: EUPL-1.2
/**
 * Media Redundancy Protocol (IEC 62439-2, EtherType 0x88E3): one manager watches a ring of
 * switches; an open ring is a break in the cable.
 */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { cursorOn, hexBytes, macAt } from '../wire.ts'

const tlv = { end: 0, common: 1, test: 2, topologyChange: 3, linkDown: 4, linkUp: 5 } as const

const names = ['', '', '', 'topology_change', 'link_down', 'link_up'] as const

export const pnMrp: Protocol = {
  name: 'pn_mrp',
  carrier: 'ethernet',
  etherTypes: [0x88e3],
  deepPackets: 16,
  scan(view, from, to, _isFromServer, tally) {
    if (to - from < 4) return scan.decode
    const type = view.getUint8(from + 2)
    if (type >= tlv.topologyChange && type <= tlv.linkUp) tally.add(type)
    return scan.seen
  },
  operation: (code) => ({ name: names[code] || 'unknown', effect: 'other' }),
  decode(payload: Payload, recorder: Recorder) {
    const cursor = cursorOn(payload)
    // Version.
    cursor.skip(2)
    while (cursor.left > 0) {
      const type = cursor.u8()
      const length = cursor.u8()
      if (type === tlv.end && !cursor.isShort) return undefined
      const value = cursor.part(length)
      if (cursor.isShort) break
      if (type === tlv.common) {
        value.skip(2)
        const at = value.skip(16)
        if (at !== undefined) recorder.fact('pn_mrp.domain', hexBytes(payload.bytes, at, at + 16))
      } else if (type === tlv.test) {
        // Priority, manager, port role, ring state; transitions and time follow.
        value.skip(2)
        const manager = value.skip(6)
        value.skip(2)
        const state = value.u16()
        if (manager !== undefined && !value.isShort) {
          recorder.fact('role_hint', 'mrp_manager')
          recorder.fact('pn_mrp.manager', macAt(payload.bytes, manager))
          recorder.fact('pn_mrp.ring', state === 0 ? 'open' : 'closed')
        }
      }
      if (value.isShort) recorder.oddity('length-out-of-range')
    }
    recorder.oddity(cursor.isShort ? 'truncated' : 'end-missing')
    return undefined
  },
}
