// SPDX-License-Identifier: EUPL-1.2
/** Omron FINS over UDP and TCP 9600: controller data, run and stop, memory and program. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { operationOf } from './operations.ts'

const port = 9600
/** Control, two zeros and a gate count, two addresses of three bytes, a number, a command. */
const headerBytes = 12
const readController = 0x0501

/** TCP puts the letters FINS, a length, a command and an error in front. */
const envelopeBytes = 16
const letters = 0x46494e53
const sendCommand = 2
// The largest frame holds 2012 bytes behind its header.
const maxLength = 2064

export const fins: Protocol = {
  name: 'fins',
  carrier: 'udp',
  ports: [port],
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isFrame(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isFrame(view, from, to)) return scan.foreign
    const command = view.getUint16(from + 10)
    tally.add(command)
    return command === readController ? scan.decode : scan.seen
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isFrame(view, from, to)) recorder.oddity('foreign-protocol')
    else recordFrame(new Cursor(payload, from, to), recorder)
  },
}

export const finsTcp: Protocol = {
  name: 'fins',
  carrier: 'tcp',
  ports: [port],
  roams: true,
  streamBytes: 4096,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isEnvelope(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isEnvelope(view, from, to)) return scan.foreign
    let wanted: Scan = scan.seen
    for (let at = from; isEnvelope(view, at, to); at += 8 + view.getUint32(at + 4)) {
      if (view.getUint32(at + 8) !== sendCommand) continue
      if (!isFrame(view, at + envelopeBytes, to)) continue
      const command = view.getUint16(at + envelopeBytes + 10)
      tally.add(command)
      if (command === readController) wanted = scan.decode
    }
    return wanted
  },
  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= envelopeBytes) {
      if (!isEnvelope(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const end = at + 8 + view.getUint32(at + 4)
      if (end > to) break
      if (view.getUint32(at + 8) === sendCommand) {
        recordFrame(new Cursor(payload, at + envelopeBytes, end), recorder)
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

/** Control: bit 7 set, bit 6 an answer, bit 0 without answer; the second byte is zero. */
function isFrame(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  return (view.getUint8(from) & 0xbe) === 0x80 && view.getUint8(from + 1) === 0
}

function isEnvelope(view: DataView, from: number, to: number): boolean {
  if (to - from < envelopeBytes || view.getUint32(from) !== letters) return false
  const length = view.getUint32(from + 4)
  return length >= 8 && length <= maxLength
}

function recordFrame(cursor: Cursor, recorder: Recorder): void {
  const isAnswer = (cursor.u8() & 0x40) !== 0
  cursor.skip(9)
  const command = cursor.u16()
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  if (command !== readController || !isAnswer) return
  // Main and sub code of the end: both zero when it went well, but for two flags.
  if ((cursor.u16() & 0x7f3f) !== 0) return
  const model = cursor.text(20)
  const version = cursor.text(20)
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('vendor', 'Omron')
  recorder.fact('model', model)
  recorder.fact('firmware', version)
}
