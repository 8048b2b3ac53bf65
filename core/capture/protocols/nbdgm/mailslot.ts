// SPDX-License-Identifier: EUPL-1.2
// A mailslot write: an SMB transaction without an answer ([MS-MAIL] section 2.2).

export type Mailslot = 'browser' | 'netlogon' | 'other'

// Offsets within the SMB message, whose header is 32 bytes.
const signature = 0xff534d42
const transaction = 0x25
const commandAt = 4
const wordCountAt = 32
const dataCountAt = wordCountAt + 1 + 22
const dataOffsetAt = dataCountAt + 2
const bytesBeforeName = 2

export function isSmb(view: DataView, at: number, to: number): boolean {
  return at + wordCountAt < to && view.getUint32(at) === signature
}

/** Which mailslot an SMB message at `at` writes to; undefined when it writes to none. */
export function mailslotAt(view: DataView, at: number, to: number): Mailslot | undefined {
  if (!isSmb(view, at, to) || view.getUint8(at + commandAt) !== transaction) return undefined
  const nameAt = at + wordCountAt + 1 + 2 * view.getUint8(at + wordCountAt) + bytesBeforeName
  if (!startsWith(view, nameAt, to, prefix)) return undefined
  const rest = nameAt + prefix.length
  if (startsWith(view, rest, to, browse) || startsWith(view, rest, to, lanman)) return 'browser'
  return startsWith(view, rest, to, net) ? 'netlogon' : 'other'
}

/** Where the data of the transaction lies; undefined when it is not all there. */
export function mailslotData(
  view: DataView,
  at: number,
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  if (at + dataOffsetAt + 2 > to) return undefined
  const from = at + view.getUint16(at + dataOffsetAt, true)
  const end = from + view.getUint16(at + dataCountAt, true)
  return end > to ? undefined : { from, to: end }
}

// Names compare without regard to case.
const prefix = codes('\\MAILSLOT\\')
const browse = codes('BROWSE\0')
const lanman = codes('LANMAN\0')
const net = codes('NET\\')

function codes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function startsWith(view: DataView, at: number, to: number, name: Uint8Array): boolean {
  if (at + name.length > to) return false
  for (let index = 0; index < name.length; index += 1) {
    const byte = view.getUint8(at + index)
    const upper = byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte
    if (upper !== name[index]) return false
  }
  return true
}
