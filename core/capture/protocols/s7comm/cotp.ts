// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { hex, hexBytes, textAt } from '../wire.ts'
import { pduType } from './tpkt.ts'

const parameter = { callingTsap: 0xc1, calledTsap: 0xc2 } as const

/** First byte of a Siemens TSAP: what kind of partner connects. */
const partners: Readonly<Record<number, string>> = { 1: 'pg', 2: 'op', 3: 's7_basic' }

/**
 * Records the access points of a connection. In a confirm the called one is the speaker's own; its
 * second byte holds rack (3 bits) and slot (5 bits).
 */
export function recordConnection(tpdu: Uint8Array, recorder: Recorder): void {
  const type = (tpdu[1] ?? 0) & 0xf0
  if (type !== pduType.connectRequest && type !== pduType.connectConfirm) return
  // Length, type, two references and a class stand before the parameters.
  const end = Math.min(tpdu.length, (tpdu[0] ?? 0) + 1)
  for (let at = 7; at < end; ) {
    const code = tpdu[at]
    const length = tpdu[at + 1] ?? 0
    const from = at + 2
    at = from + length
    if (at > end) {
      recorder.oddity('length-out-of-range')
      return
    }
    const tsap = tpdu.subarray(from, at)
    if (code === parameter.callingTsap) recorder.fact('cotp.src_tsap', tsapText(tsap))
    if (code !== parameter.calledTsap) continue
    recorder.fact('cotp.dst_tsap', tsapText(tsap))
    if (type === pduType.connectConfirm) recordSlot(tsap, recorder)
  }
}

function recordSlot(tsap: Uint8Array, recorder: Recorder): void {
  const partner = partners[tsap[0] ?? 0]
  if (tsap.length !== 2 || partner === undefined) return
  const place = tsap[1] ?? 0
  const key = `${place >> 5}/${place & 0x1f}`
  recorder.fact('s7comm.partner', partner, { child: 's7-slot', key, of: 'sender' })
}

/** Names such as `SIMATIC-ROOT-HMI` as they are, anything else in digits. */
function tsapText(tsap: Uint8Array): string {
  if (tsap.length === 2) return hex(((tsap[0] ?? 0) << 8) | (tsap[1] ?? 0), 4)
  const isName = tsap.length > 2 && tsap.every((byte) => byte >= 0x20 && byte < 0x7f)
  return isName ? textAt(tsap, 0, tsap.length) : `0x${hexBytes(tsap, 0, tsap.length)}`
}
