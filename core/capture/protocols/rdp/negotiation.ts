// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { Cursor, hex, startsWith, textAt } from '../wire.ts'

// After the fixed part of the COTP request: a cookie or token in text, then the negotiation
// ([MS-RDPBCGR], sections 2.2.1.1 and 2.2.1.2) of eight bytes, little-endian.
const userDataAt = 11
const negotiationBytes = 8
const kind = { request: 1, response: 2, failure: 3 } as const
const cookie = 'Cookie: '

/** Whether the user data of a request or confirm are those of this protocol. */
export function isNegotiationAt(bytes: Uint8Array, from: number, to: number): boolean {
  const at = from + userDataAt
  if (startsWith(bytes, at, to, 'Cookie: mstshash=')) return true
  if (at + negotiationBytes > to) return false
  const type = bytes[at]
  return type >= kind.request && type <= kind.failure && bytes[at + 2] === 8 && bytes[at + 3] === 0
}

/** Records who asks for a session and what both sides agree on for its protection. */
export function recordNegotiation(payload: Payload, recorder: Recorder): void {
  const { bytes, from, to } = payload
  let at = from + userDataAt
  const isRequest = (bytes[from + 5] & 0xf0) === 0xe0
  if (isRequest) recorder.event('remote_access', { tool: 'RDP', how: 'protocol' })
  if (startsWith(bytes, at, to, cookie)) {
    let end = at
    while (end + 1 < to && !(bytes[end] === 13 && bytes[end + 1] === 10)) end += 1
    if (end + 1 >= to) end = to
    const line = textAt(bytes, at, end)
    recorder.fact('rdp.cookie', line)
    const user = /mstshash=(.*)$/.exec(line)?.[1]
    if (user !== undefined) recorder.fact('rdp.user', user)
    at = end + 2
  }
  if (at + negotiationBytes > to) return
  const negotiation = new Cursor(payload, at, at + negotiationBytes)
  const type = negotiation.u8()
  negotiation.skip(3)
  const value = negotiation.u32le()
  if (type === kind.request) recorder.fact('rdp.requested_protocols', hex(value, 8))
  else if (type === kind.response) {
    recorder.fact('rdp.selected_protocol', hex(value, 8))
    // 0 is the protocol's own RC4 with a key that anyone in between can replace.
    if (value === 0) recorder.event('weak_authentication', { scheme: 'RDP standard security' })
  } else if (type === kind.failure) recorder.fact('rdp.failure', hex(value, 8))
}
