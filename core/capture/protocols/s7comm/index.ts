// SPDX-License-Identifier: EUPL-1.2
/**
 * What speaks on ISO transport over TCP (RFC 1006, port 102): Siemens S7 communication, its
 * successor S7comm-plus (recognised, its clear parts read), and MMS (counted).
 */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { recordConnection } from './cotp.ts'
import { decodeMessage } from './message.ts'
import { recordMms } from './mms.ts'
import { operationOf } from './operations.ts'
import { decodePlus, isPlus, scanPlus } from './plus.ts'
import { isMessage, scanMessage } from './scan-message.ts'
import { isTpkt, pduType, readTpkts } from './tpkt.ts'

const layer = { tpkt: 0, cotp: 1, s7comm: 2, s7commPlus: 3, mms: 4 } as const
const protocolId = { s7comm: 0x32, s7commPlus: 0x72 } as const
const isoTsapPort = 102
/** First byte of the ISO session's data: a token, which MMS has below it. */
const sessionData = 0x01

export const s7comm: Protocol = {
  name: 's7comm',
  carrier: 'tcp',
  ports: [isoTsapPort],
  roams: true,
  layers: ['tpkt', 'cotp', 's7comm', 's7comm_plus', 'mms'],
  // Answers to one question may come in several messages, which are read together.
  streamBytes: 8192,

  recognises({ view, from, to, source, destination }: Payload): boolean {
    if (!isTpkt(view, from, to)) return false
    if (source.port === isoTsapPort || destination.port === isoTsapPort) return true
    // The same transport carries RDP and more; elsewhere only our own mark counts.
    return (
      to - from > 8 &&
      view.getUint8(from + 5) === pduType.data &&
      (view.getUint8(from + 7) === protocolId.s7comm ||
        view.getUint8(from + 7) === protocolId.s7commPlus)
    )
  },

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isTpkt(view, from, to)) return scan.foreign
    tally.layer(layer.tpkt)
    let wanted: Scan = scan.silent
    let at = from
    for (; isTpkt(view, at, to); at += view.getUint16(at + 2)) {
      tally.layer(layer.cotp)
      let one: Scan = scan.decode
      if (view.getUint8(at + 5) === pduType.data) one = scanData(view, at, to, tally)
      if (one === scan.decode || wanted === scan.silent) wanted = one
    }
    return wanted === scan.silent && at !== to ? scan.seen : wanted
  },

  operation: operationOf,

  decode(payload: Payload, recorder: Recorder): number {
    return readTpkts(payload, recorder, {
      connection: (tpdu) => recordConnection(tpdu, recorder),
      data: (messages, index, isLast) => decodeData(messages, index, isLast, recorder),
    })
  },
}

function decodeData(
  messages: readonly Uint8Array[],
  index: number,
  isLast: boolean,
  recorder: Recorder,
): number {
  const message = messages[index]
  if (message?.[0] === protocolId.s7comm) return decodeMessage(messages, index, isLast, recorder)
  if (message?.[0] === protocolId.s7commPlus) decodePlus(message, recorder)
  else if (message?.[0] === sessionData) recordMms(message, recorder)
  return 1
}

/** `at` is a TPKT header with data behind it. */
function scanData(view: DataView, at: number, to: number, tally: Tally): Scan {
  const from = at + 5 + view.getUint8(at + 4)
  const end = Math.min(to, at + view.getUint16(at + 2))
  if (from >= end) return scan.seen
  const mark = view.getUint8(from)
  if (mark === protocolId.s7comm && isMessage(view, from, end)) {
    tally.layer(layer.s7comm)
    const wanted = scanMessage(view, from, end, tally)
    const isLast = (view.getUint8(at + 6) & 0x80) !== 0
    return wanted === scan.silent && !isLast ? scan.seen : wanted
  }
  if (mark === protocolId.s7commPlus && isPlus(view, from, end)) {
    tally.layer(layer.s7commPlus)
    return scanPlus(view, from, end, tally)
  }
  // ISO session: connect, accept, or tokens with data; MMS is what factories have above it.
  const isSession = mark === 0x0d || mark === 0x0e || (mark === 0x01 && end - from >= 4)
  if (isSession) tally.layer(layer.mms)
  return scan.seen
}
