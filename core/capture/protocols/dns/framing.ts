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

// Query, recursion desired or not, checking disabled or not; one question, at most one record (EDNS).
const plainFlags: readonly number[] = [0x0000, 0x0100, 0x0110, 0x0120, 0x0130]
const internetClass = 1

/** A whole question of the shape that resolvers send: name of usual characters, type, class IN. */
export function isPlainQuestion({ view, from, to }: Payload): boolean {
  if (to - from < headerBytes + 5 || !plainFlags.includes(view.getUint16(from + 2))) return false
  const counts = [4, 6, 8].map((at) => view.getUint16(from + at))
  if (counts.join() !== '1,0,0' || view.getUint16(from + 10) > 1) return false
  let at = from + headerBytes
  let labels = 0
  for (let size = view.getUint8(at); size > 0; size = view.getUint8(at)) {
    if (size > 63 || at + size + 6 > to) return false
    for (let index = at + 1; index <= at + size; index += 1) {
      if (!isHostCharacter(view.getUint8(index))) return false
    }
    labels += 1
    at += size + 1
  }
  if (labels < 2 || view.getUint16(at + 3) !== internetClass) return false
  return view.getUint16(from + 10) === 1 || at + 5 === to
}

/** Letters, digits, hyphen and the underscore of services. */
function isHostCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x2d ||
    code === 0x5f
  )
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
