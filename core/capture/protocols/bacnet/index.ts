// SPDX-License-Identifier: EUPL-1.2
/** BACnet (ISO 16484-5) over UDP 47808 and directly on Ethernet: building and energy controls. */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Part, recordApdu } from './apdu.ts'
import { apduAt, linkBytes, linkType } from './network.ts'
import { codeAt, operationOf } from './operations.ts'

const layers: readonly string[] = ['bacnet', 'bacapp']

/** `npdu` is the network layer's first byte. */
function scanNpdu(view: DataView, npdu: number, to: number, tally: Tally): Scan {
  tally.layer(0)
  const at = apduAt(view, npdu, to)
  if (at < 0) return scan.seen
  tally.layer(1)
  const code = codeAt(view, at, to)
  tally.add(code)
  // Announcements, and answers that hold texts.
  if (code === 0x30c) return holdsText(view, at + 3, to) ? scan.decode : scan.seen
  return code === 0x100 || code === 0x101 || code === 0x30e ? scan.decode : scan.seen
}

/**
 * Whether the answer to "read property" at `from` may hold a text: object (5 bytes), property (2),
 * perhaps an index, an opening tag, and then the tag of the value. Values that are polled have
 * numbers.
 */
function holdsText(view: DataView, from: number, to: number): boolean {
  if (from + 9 > to || view.getUint8(from + 5) !== 0x19) return true
  const opening = view.getUint8(from + 7) === 0x3e ? from + 7 : from + 9
  return opening + 2 > to || view.getUint8(opening + 1) >> 4 === 7
}

function decodeNpdu(part: Part, npdu: number, recorder: Recorder): void {
  const { view, to } = part
  if (npdu + 2 > to) {
    recorder.oddity('truncated')
    return
  }
  const at = apduAt(view, npdu, to)
  if (at >= 0) recordApdu(part, at, recorder)
  else if (at === -2) recorder.oddity('truncated')
}

export const bacnet: Protocol = {
  name: 'bacnet',
  carrier: 'udp',
  ports: [47808],
  layers,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => linkBytes(view, from, to) > 0,
  scan(view, from, to, _isFromServer, tally): Scan {
    const bytes = linkBytes(view, from, to)
    if (bytes === 0) return scan.foreign
    return from + bytes + 2 <= to ? scanNpdu(view, from + bytes, to, tally) : scan.seen
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    const bytes = linkBytes(view, from, to)
    if (bytes === 0) {
      recorder.oddity(to - from < 4 ? 'truncated' : 'foreign-protocol')
      return
    }
    if (view.getUint16(from + 2) > to - from) {
      recorder.oddity(payload.isCut ? 'truncated' : 'length-out-of-range')
    }
    // Management of broadcasts between networks holds no message.
    if (linkType(view, from) !== 'none') decodeNpdu(payload, from + bytes, recorder)
  },
}

export const bacnetEthernet: Protocol = {
  name: 'bacnet',
  carrier: 'llc',
  llc: [{ organisation: 0, type: 0x8282 }],
  layers,
  operation: operationOf,
  scan: (view, from, to, _isFromServer, tally) =>
    to - from >= 2 && view.getUint8(from) === 1 ? scanNpdu(view, from, to, tally) : scan.foreign,
  decode(payload: Payload, recorder: Recorder): undefined {
    decodeNpdu(payload, payload.from, recorder)
  },
}

/** In recordings of a serial line (MS/TP): a time, a byte, then kind, two ends, length, a check. */
const serialHeader = 9
const serialData = [5, 6]

export const bacnetSerial: Protocol = {
  name: 'bacnet',
  carrier: 'llc',
  llc: [{ organisation: 0x001090, type: 1 }],
  layers: ['bacnet', 'bacapp', 'mstp'],
  operation: operationOf,
  scan(view, from, to, _isFromServer, tally): Scan {
    tally.layer(2)
    const npdu = serialNpdu(view, from, to)
    return npdu < 0 ? scan.seen : scanNpdu(view, npdu, to, tally)
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { bytes, view, from, to } = payload
    const npdu = serialNpdu(view, from, to)
    if (npdu >= 0) decodeNpdu({ bytes, view, to: serialEnd(view, from, to) }, npdu, recorder)
    else if (to - from < serialHeader) recorder.oddity('truncated')
  },
}

/** Where the network layer begins; -1 for the token that goes round, and all else. */
function serialNpdu(view: DataView, from: number, to: number): number {
  if (to - from < serialHeader + 2 || !serialData.includes(view.getUint8(from + 3))) return -1
  return view.getUint8(from + serialHeader) === 1 ? from + serialHeader : -1
}

function serialEnd(view: DataView, from: number, to: number): number {
  return Math.min(to, from + serialHeader + view.getUint16(from + 6))
}
