// SPDX-License-Identifier: EUPL-1.2
/**
 * Modbus/TCP (Modbus Organization, "Messaging on TCP/IP" 1.0b) with Schneider Electric's UMAS in
 * function 90. One connection may reach several units behind a gateway.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { mayState, recordAnswer } from './answer.ts'
import { codeOf, operationOf } from './operations.ts'

// The length field counts unit and function onwards; 260 bytes is the largest message. Schneider
// Electric's function 90 agrees on more with the controller; 1024 and some is what they offer.
const minLength = 2
const maxLength = 254
const maxUmasLength = 1500
const umas = 90
const headerBytes = 6

export const modbus: Protocol = {
  name: 'modbus',
  carrier: 'tcp',
  ports: [502],
  streamBytes: 4096,
  // Enough to meet the units behind a gateway that are asked in turn.
  deepPackets: 64,
  recognises: ({ view, from, to }: Payload) => isHeader(view, from, to),

  scan(view, from, to, isFromServer, tally): Scan {
    if (!isHeader(view, from, to)) return scan.foreign
    let wanted: Scan = scan.seen
    let isSilent = true
    let at = from
    for (; isHeader(view, at, to); at += headerBytes + view.getUint16(at + 4)) {
      const code = codeOf(view, at + 7, to, isFromServer)
      tally.add(code)
      if (!isFromServer) continue
      if (code >> 8 === 0x2b || code === 0x11 || code === 0x5afe) wanted = scan.decode
      if (mayState(view.getUint8(at + 6), view.getUint8(at + 7))) isSilent = false
    }
    return isSilent && at === to ? scan.silent : wanted
  },

  operation: operationOf,

  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (at < to) {
      if (to - at >= 4 && view.getUint16(at + 2) !== 0) return named('foreign-protocol')
      if (to - at < headerBytes + minLength) break
      if (!isHeader(view, at, to)) return named('length-out-of-range')
      const length = view.getUint16(at + 4)
      const end = at + headerBytes + length
      if (end > to) break
      if (payload.isFromServer) {
        recordAnswer(new Cursor(payload, at + headerBytes, end), recorder)
      }
      at = end
    }
    if (at === to || !payload.isCut) return at - from
    return named('truncated')

    function named(oddity: string): number {
      recorder.oddity(oddity)
      return to - from
    }
  },
}

/** Transaction (any), protocol 0, length, unit, function. */
function isHeader(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes + minLength || view.getUint16(from + 2) !== 0) return false
  const length = view.getUint16(from + 4)
  if (length < minLength) return false
  return length <= (view.getUint8(from + 7) === umas ? maxUmasLength : maxLength)
}
