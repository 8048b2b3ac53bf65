// SPDX-License-Identifier: EUPL-1.2
/** Slow protocols (IEEE 802.3, EtherType 0x8809): bundled links name both ends. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { cursorOn, macAt } from '../wire.ts'

const aggregation = 1
const end = { actor: 1, partner: 2 } as const
/** Kind and length in front of 18 bytes about one end of the link. */
const endBytes = 20
const layers = ['lacp', 'marker', 'ethernet_oam', 'esmc'] as const

export const lacp: Protocol = {
  name: 'slow',
  carrier: 'ethernet',
  etherTypes: [0x8809],
  layers,
  scan(view, from, to, _isFromServer, tally): Scan {
    if (to - from < 2) return scan.foreign
    const kind = view.getUint8(from)
    const layer = kind === 10 ? 3 : kind - 1
    if (layer >= 0 && layer < layers.length) tally.layer(layer)
    return kind === aggregation ? scan.decode : scan.seen
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const cursor = cursorOn(payload)
    const kind = cursor.u8()
    cursor.skip(1)
    if (cursor.isShort) recorder.oddity('truncated')
    if (kind !== aggregation || cursor.isShort) return
    for (const side of [end.actor, end.partner]) {
      const found = cursor.u8()
      const length = cursor.u8()
      if (cursor.isShort || found !== side || length !== endBytes) {
        recorder.oddity(cursor.isShort ? 'truncated' : 'length-out-of-range')
        return
      }
      cursor.skip(2)
      const system = cursor.skip(6)
      const key = cursor.u16()
      cursor.skip(2)
      const port = cursor.u16()
      cursor.skip(4)
      if (system === undefined || cursor.isShort) {
        recorder.oddity('truncated')
        return
      }
      const mac = macAt(payload.bytes, system)
      if (mac === '00:00:00:00:00:00') continue
      const name = side === end.actor ? 'lacp.system' : 'lacp.partner'
      recorder.fact(name, `${mac} key ${key} port ${port}`)
    }
  },
}
