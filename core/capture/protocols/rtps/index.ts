// SPDX-License-Identifier: EUPL-1.2
/** RTPS, the wire protocol of DDS (OMG): robots and test benches announce their participants. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { Cursor, hex } from '../wire.ts'

const letters = 0x52545053
/** Letters, version, vendor, prefix of the participant; a ping has less behind the vendor. */
const headerBytes = 20
const pingBytes = 16
const dataSubmessage = 0x15
/** Parameters of the announcement, by id. */
const parameter = { sentinel: 1, entityName: 0x62 } as const

export const rtps: Protocol = {
  name: 'rtps',
  carrier: 'udp',
  ports: [7400, 7401, 7410, 7411],
  roams: true,
  deepPackets: 32,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan: (view, from, to) => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (!isMessage(view, from, to)) {
      recorder.oddity(to - from < pingBytes ? 'truncated' : 'foreign-protocol')
      return
    }
    recorder.fact('rtps.vendor_id', hex(view.getUint16(from + 6), 4))
    if (to - from < headerBytes) return
    const cursor = new Cursor(payload, from + headerBytes, to)
    while (cursor.left > 0) {
      const id = cursor.u8()
      const flags = cursor.u8()
      const isLittle = (flags & 1) === 1
      const length = isLittle ? cursor.u16le() : cursor.u16()
      // The last one may leave its length to the end of the message.
      const body = cursor.part(length === 0 ? cursor.left : length)
      if (cursor.isShort) break
      if (id === dataSubmessage && isLittle) recordData(body, recorder)
    }
    if (cursor.isShort) recorder.oddity('truncated')
  },
}

function isMessage(view: DataView, from: number, to: number): boolean {
  return to - from >= pingBytes && view.getUint32(from) === letters
}

/** Flags, offset of the data, reader, writer, number; then a parameter list. */
function recordData(body: Cursor, recorder: Recorder): void {
  body.skip(20)
  // How the data is written: 3 is a parameter list, little-endian.
  if (body.u16() !== 3) return
  body.skip(2)
  while (body.left >= 4) {
    const id = body.u16le()
    const value = body.part(body.u16le())
    if (id === parameter.sentinel || body.isShort) return
    if (id !== parameter.entityName) continue
    const length = value.u32le()
    recorder.fact('rtps.entity_name', value.text(Math.min(length, value.left)))
  }
}
