// SPDX-License-Identifier: EUPL-1.2
import { isRecordAt } from '../tls/records.ts'

// OpenVPN's security overview and source (ssl_pkt.h): five bits of opcode, three of key number.
const opcode = {
  resetClient1: 1,
  softReset: 3,
  control: 4,
  acknowledge: 5,
  data1: 6,
  resetClient2: 7,
  resetServer2: 8,
  data2: 9,
  resetClient3: 10,
  controlWithKey: 11,
} as const

const sessionBytes = 8
// Sizes of the signature that tls-auth puts in: SHA-1, MD5, SHA-256, SHA-512, and none.
const signatureBytes = [0, 20, 16, 32, 64] as const
// With a signature come the number of the packet and the time.
const replayBytes = 8
const maxAcknowledged = 8

export function isOpcode(byte: number): boolean {
  const code = byte >> 3
  return code >= opcode.resetClient1 && code <= opcode.controlWithKey
}

export function isDataOpcode(byte: number): boolean {
  return byte >> 3 === opcode.data1 || byte >> 3 === opcode.data2
}

/** Carries a piece of the TLS conversation, unless it is encrypted (tls-crypt). */
export function isControl(byte: number): boolean {
  const code = byte >> 3
  return code === opcode.control || code === opcode.controlWithKey || code === opcode.resetClient3
}

/**
 * Whether a hard reset, with which every tunnel begins, stands here: key number 0, nothing to
 * acknowledge from a client, packet number 0, and a size that goes with one of the signatures.
 */
export function isResetAt(bytes: Uint8Array, from: number, to: number): boolean {
  const code = from < to ? bytes[from] >> 3 : 0
  const isClient = code === opcode.resetClient2 || code === opcode.resetClient1
  if ((bytes[from] & 7) !== 0 || (!isClient && code !== opcode.resetServer2)) return false
  return signatureBytes.some((size) => {
    const at = from + 1 + sessionBytes + (size === 0 ? 0 : size + replayBytes)
    if (at + 5 > to || bytes[at] > maxAcknowledged || (isClient && bytes[at] !== 0)) return false
    const acknowledged = bytes[at] === 0 ? 0 : bytes[at] * 4 + sessionBytes
    return at + 1 + acknowledged + 4 === to && bytes[to - 1] === 0 && bytes[to - 2] === 0
  })
}

/** Where the TLS bytes of a control packet begin: 0 when they cannot be found. */
export function tlsAt(bytes: Uint8Array, from: number, to: number): number {
  let fallback = 0
  for (const size of signatureBytes) {
    const at = from + 1 + sessionBytes + (size === 0 ? 0 : size + replayBytes)
    if (at >= to || bytes[at] > maxAcknowledged) continue
    const inner = at + 1 + (bytes[at] === 0 ? 0 : bytes[at] * 4 + sessionBytes) + 4
    if (inner >= to) continue
    if (isRecordAt(bytes, inner, to)) return inner
    // The middle of a record: the first layout that fits, for packet numbers are small.
    const isNumber = bytes[inner - 4] === 0 && bytes[inner - 3] === 0
    if (fallback === 0 && isNumber) fallback = inner
  }
  return fallback
}
