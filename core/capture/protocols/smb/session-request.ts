// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'

// RFC 1001, section 14.1: each half byte of a sixteen byte name is a letter from A.
const encodedBytes = 32
const nameBytes = 15

/** Records the two names of a NetBIOS session request (RFC 1002, section 4.3.2). */
export function recordSessionRequest(
  bytes: Uint8Array,
  from: number,
  to: number,
  recorder: Recorder,
): void {
  const called = nameAt(bytes, from, to)
  const calling = called && nameAt(bytes, called.next, to)
  if (called === undefined || calling === undefined) {
    recorder.oddity(to - from < 2 * (encodedBytes + 2) ? 'truncated' : 'name-unreadable')
    return
  }
  recorder.fact('hostname', calling.name)
  // A caller that knows only the address asks for this name.
  if (called.name !== '*SMBSERVER') recorder.fact('hostname', called.name, 'receiver')
}

function nameAt(
  bytes: Uint8Array,
  at: number,
  to: number,
): { readonly name: string; readonly next: number } | undefined {
  if (at + encodedBytes + 2 > to || bytes[at] !== encodedBytes) return undefined
  let name = ''
  for (let index = 0; index < nameBytes; index += 1) {
    const high = bytes[at + 1 + 2 * index] - 0x41
    const low = bytes[at + 2 + 2 * index] - 0x41
    if (high < 0 || high > 15 || low < 0 || low > 15) return undefined
    const code = high * 16 + low
    name += code < 0x20 || code === 0x7f ? '' : String.fromCharCode(code)
  }
  return { name: name.trimEnd(), next: at + 1 + encodedBytes + 1 }
}
