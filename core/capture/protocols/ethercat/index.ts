// SPDX-License-Identifier: EUPL-1.2
/**
 * EtherCAT (IEC 61158-4-12, EtherType 0x88A4, or UDP 34980): one frame runs through all slaves and
 * comes back. Slaves have no address of their own on the network, they are children of the master.
 */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { cursorOn } from '../wire.ts'
import { readDatagrams } from './datagram.ts'
import { operationOf } from './operations.ts'
import { isCommands, scanDatagrams } from './scan-datagrams.ts'
import { recordDatagram } from './slave.ts'

const common = {
  // The name in the shared answers.
  name: 'ecat',
  // Enough to see how many slaves answer; identities are asked for.
  deepPackets: 32,
  scan(view: DataView, from: number, to: number, _: boolean, tally: Tally): Scan {
    if (to - from < 2) return scan.decode
    if (!isCommands(view, from)) return scan.seen
    return scanDatagrams(view, from + 2, to, tally)
  },
  operation: operationOf,
  decode(payload: Payload, recorder: Recorder): undefined {
    const cursor = cursorOn(payload)
    const header = cursor.u16le()
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    // Network variables and mailbox gateway state nothing.
    if (!isCommands(payload.view, payload.from)) return
    if ((header & 0x7ff) > cursor.left) recorder.oddity('truncated')
    readDatagrams(cursor, header & 0x7ff, recorder, (datagram) => {
      recordDatagram(datagram, payload, recorder)
    })
  },
} as const

export const ethercat: Protocol = { ...common, carrier: 'ethernet', etherTypes: [0x88a4] }

export const ethercatUdp: Protocol = {
  ...common,
  carrier: 'udp',
  ports: [34980],
  recognises: ({ view, from, to }: Payload) => to - from >= 14 && isCommands(view, from),
}
