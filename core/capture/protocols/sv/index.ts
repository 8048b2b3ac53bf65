// SPDX-License-Identifier: EUPL-1.2
/** Sampled values (IEC 61850-9-2, EtherType 0x88BA): merging units publish currents and voltages. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { elementAt, elementsIn } from '../der.ts'
import { hex, textAt } from '../wire.ts'

/** Application id, length, four reserved bytes. */
const headerBytes = 8
const pduTag = 0x60
const listTag = 0xa2
const unitTag = 0x30
// A message carries up to eight units.
const maxUnits = 8

const names = { 128: 'sv.id', 129: 'sv.data_set' } as const

export const sv: Protocol = {
  name: 'sv',
  carrier: 'ethernet',
  etherTypes: [0x88ba],
  // Thousands a second, all alike.
  deepPackets: 8,
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
    recorder.fact('sv.appid', hex(view.getUint16(from), 4))
    const list = elementsIn(bytes, pdu.from, pdu.to, 4).find(({ tag }) => tag === listTag)
    if (list === undefined) return
    for (const unit of elementsIn(bytes, list.from, list.to, maxUnits)) {
      if (unit.tag !== unitTag) continue
      for (const field of elementsIn(bytes, unit.from, unit.to, 12)) {
        const name = names[field.tag as keyof typeof names]
        if (name !== undefined) recorder.fact(name, textAt(bytes, field.from, field.to))
      }
    }
  },
}
