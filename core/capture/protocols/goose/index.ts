// SPDX-License-Identifier: EUPL-1.2
/** GOOSE (IEC 61850-8-1, EtherType 0x88B8): switchgear tells its state to all who listen. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { elementAt, elementsIn } from '../der.ts'
import { hex, textAt } from '../wire.ts'

/** Application id, length, four reserved bytes. */
const headerBytes = 8
const pduTag = 0x61

/** Fields of the message that name it, by their tags. */
const names = { 128: 'goose.control_block', 130: 'goose.data_set', 131: 'goose.id' } as const

export const goose: Protocol = {
  name: 'goose',
  carrier: 'ethernet',
  etherTypes: [0x88b8],
  // Repeated for ever; a device sends some tens of different ones.
  deepPackets: 126,
  scan: () => scan.seen,
  decode({ bytes, view, from, to, isCut }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes + 2) {
      recorder.oddity('truncated')
      return
    }
    const length = view.getUint16(from + 2)
    if (length < headerBytes || from + length > to) {
      recorder.oddity(isCut ? 'truncated' : 'length-out-of-range')
    }
    const pdu = elementAt(bytes, from + headerBytes, to)
    if (pdu?.tag !== pduTag) {
      recorder.oddity('foreign-protocol')
      return
    }
    if (pdu.next > to) recorder.oddity('truncated')
    recorder.fact('goose.appid', hex(view.getUint16(from), 4))
    for (const field of elementsIn(bytes, pdu.from, pdu.to, 12)) {
      const name = names[field.tag as keyof typeof names]
      if (name !== undefined) recorder.fact(name, textAt(bytes, field.from, field.to))
    }
  },
}
