// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { recordMessage } from '../kerberos/index.ts'
import { recordNtlm } from '../ntlm/index.ts'

// 1.2.840.113554.1.2.2 as DER, and the form that Windows 2000 got wrong and all still send.
const kerberosOid = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02]
const wrongOid = [0x2a, 0x86, 0x48, 0x82, 0xf7, 0x12, 0x01, 0x02, 0x02]

/**
 * Records the NTLM or Kerberos message inside a security token (RFC 2743, RFC 4178), whichever it
 * is wrapped in. A token that holds neither says nothing.
 */
export function recordToken(bytes: Uint8Array, from: number, to: number, recorder: Recorder): void {
  if (recordNtlm(bytes, from, to, recorder)) return
  for (let at = from; at + kerberosOid.length + 2 < to; at += 1) {
    if (bytes[at] !== 0x2a || !(isAt(bytes, at, kerberosOid) || isAt(bytes, at, wrongOid))) continue
    // Two bytes say what follows; the list of mechanisms names the same OID without them.
    const message = at + kerberosOid.length + 2
    if (message >= to || bytes[message - 1] !== 0) continue
    if (recordMessage(bytes, message, to, recorder)) return
  }
}

function isAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}
