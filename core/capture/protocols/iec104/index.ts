// SPDX-License-Identifier: EUPL-1.2
/** IEC 60870-5-104 (TCP 2404): telecontrol of energy. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { operationOf } from './operations.ts'

/** Start byte, length, four bytes of control. */
const headerBytes = 6
const start = 0x68
const minLength = 4
// The length is one byte, and 253 is the most the standard allows.
const maxLength = 253
/** Type, number, cause (2), common address (2), object address (3). */
const asduBytes = 9

export const iec104: Protocol = {
  name: 'iec60870_104',
  carrier: 'tcp',
  ports: [2404],
  streamBytes: 1024,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isApdu(view, from, to),

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isApdu(view, from, to)) return scan.foreign
    for (let at = from; isApdu(view, at, to); at += 2 + view.getUint8(at + 1)) {
      if (hasAsdu(view, at, to)) tally.add(view.getUint8(at + headerBytes))
    }
    return scan.seen
  },

  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= headerBytes) {
      if (!isApdu(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const end = at + 2 + view.getUint8(at + 1)
      if (end > to) break
      if (payload.isFromServer && hasAsdu(view, at, end)) {
        // Station behind the address; both ends name the same one.
        const station = view.getUint16(at + headerBytes + 4, true)
        recorder.fact('iec60870_104.common_address', String(station))
      }
      at = end
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

/** Information frames end their control in 0, supervisory in 01, the others in 11. */
function isApdu(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes || view.getUint8(from) !== start) return false
  const length = view.getUint8(from + 1)
  if (length < minLength || length > maxLength) return false
  const control = view.getUint8(from + 2)
  if ((control & 1) === 0) return length >= minLength + asduBytes
  return length === minLength && ((control & 3) === 3 || view.getUint8(from + 3) === 0)
}

function hasAsdu(view: DataView, at: number, to: number): boolean {
  return (view.getUint8(at + 2) & 1) === 0 && at + headerBytes + asduBytes <= to
}
