// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder } from '../../protocol.ts'
import { recordFragment } from '../tls/fragment.ts'

// RFC 3748, section 4: code, identifier, length, type; RFC 5216: flags, and the whole length when
// the first flag is set. PEAP, TTLS, FAST and TEAP carry TLS in the same way.
const headerBytes = 5
const requestOrResponse: readonly number[] = [1, 2]
const tlsTypes: readonly number[] = [13, 21, 25, 43, 55]
const lengthIncluded = 0x80

/**
 * The facts that are kept under the sender: it speaks for a device behind it, whose names and
 * certificate are not its own.
 */
const passed: readonly FactName[] = ['tls.ja3', 'ja4', 'tls.certificate_string']

/** Records what the TLS inside one EAP message says. */
export function recordEap(bytes: Uint8Array, recorder: Recorder): void {
  if (bytes.length <= headerBytes || !requestOrResponse.includes(bytes[0])) return
  if (!tlsTypes.includes(bytes[4])) return
  const from = headerBytes + 1 + ((bytes[headerBytes] & lengthIncluded) !== 0 ? 4 : 0)
  if (from >= bytes.length) return
  recordFragment(bytes, from, bytes.length, {
    fact(name, value, about) {
      if (passed.includes(name)) recorder.fact(name, value, about)
    },
    binding: (mac, ip) => recorder.binding(mac, ip),
    event: (name, detail) => recorder.event(name, detail),
    clock: (statedS) => recorder.clock(statedS),
    layer: (protocol) => recorder.layer(protocol),
    oddity: (name) => recorder.oddity(name),
    remember: (key, note) => recorder.remember(key, note),
    recall: (key) => recorder.recall(key),
  })
}
