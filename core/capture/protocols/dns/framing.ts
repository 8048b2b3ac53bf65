// SPDX-License-Identifier: EUPL-1.2
// What the four protocols with a DNS header have in common at the level of `Protocol`.
import type { Operation, Payload, Scan, Tally } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { headerBytes } from './message.ts'

/** A header whose counts the bytes could hold: a question takes 5 bytes or more, a record 11. */
export function hasDnsHeader(view: DataView, from: number, to: number): boolean {
  return to - from >= headerBytes && view.getUint16(from + 4) <= to - from
}

export function isDnsMessage(payload: Payload): boolean {
  return hasDnsHeader(payload.view, payload.from, payload.to)
}

/** Names are what these protocols are about, so every message is worth reading. */
export function scanDns(
  view: DataView,
  from: number,
  to: number,
  _isFromServer: boolean,
  tally: Tally,
): Scan {
  if (!hasDnsHeader(view, from, to)) return scan.foreign
  tally.add((view.getUint8(from + 2) >> 3) & 0xf)
  return scan.decode
}

/** RFC 1035, RFC 1996 and RFC 2136. */
export function dnsOperation(code: number): Operation {
  if (code === 0) return { name: 'query', effect: 'read' }
  if (code === 4) return { name: 'notify', effect: 'other' }
  if (code === 5) return { name: 'update', effect: 'write' }
  return { name: `opcode_${code}`, effect: 'other' }
}
