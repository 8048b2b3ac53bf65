// SPDX-License-Identifier: EUPL-1.2
/**
 * LLDP (IEEE 802.1AB, EtherType 0x88CC): a device tells its neighbour who it is and which port
 * the cable is in. With the TLVs of IEEE 802.1, 802.3, TIA-1057 (MED), PROFINET and IANA.
 */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { type Cursor, cursorOn } from '../wire.ts'
import { recordBasic } from './basic.ts'
import { type Neighbour, recordNeighbour } from './neighbour.ts'
import { recordOrganisational } from './organisational.ts'

export const lldp: Protocol = {
  name: 'lldp',
  carrier: 'ethernet',
  etherTypes: [0x88cc],
  // Sent every few seconds at most, and a moved cable shows in any of them.
  scan: () => scan.decode,
  decode(payload: Payload, recorder: Recorder) {
    const neighbour: Neighbour = {}
    readTlvs(cursorOn(payload), neighbour, recorder)
    recordNeighbour(neighbour, recorder)
    return undefined
  },
}

/** Seven bits of type, nine of length. Ends at the end TLV; padding may follow. */
function readTlvs(cursor: Cursor, neighbour: Neighbour, recorder: Recorder): void {
  let count = 0
  while (cursor.left > 0) {
    const header = cursor.u16()
    const type = header >> 9
    const length = header & 0x1ff
    if (type === 0 && !cursor.isShort) {
      if (length !== 0) recorder.oddity('length-out-of-range')
      // Chassis, port and time to live are mandatory, in this order.
      if (count < 3) recorder.oddity('mandatory-field-missing')
      return
    }
    const value = cursor.part(length)
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    count += 1
    if (type === 127) recordOrganisational(value, neighbour, recorder)
    else recordBasic(type, value, neighbour, recorder)
    if (value.isShort) recorder.oddity('length-out-of-range')
  }
  // The end TLV is mandatory too, but some senders rely on the end of the frame.
  recorder.oddity('end-missing')
}
