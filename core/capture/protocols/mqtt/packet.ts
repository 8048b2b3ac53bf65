// SPDX-License-Identifier: EUPL-1.2
// The fixed header of MQTT: four bits of type, four of flags, and how long the rest is.

export const kind = {
  connect: 1,
  connectAcknowledge: 2,
  publish: 3,
  subscribe: 8,
  disconnect: 14,
  authenticate: 15,
} as const

export interface Packet {
  readonly kind: number
  readonly flags: number
  /** Where the rest lies; `to` may be beyond what is there. */
  readonly from: number
  readonly to: number
}

/** MQTT 3.1.1 section 2.2.3: seven bits a byte, at most four bytes. */
const maxLengthBytes = 4

/** `short` when the header goes on beyond `to`, `malformed` when no header begins here. */
export function packetAt(view: DataView, at: number, to: number): Packet | 'short' | 'malformed' {
  if (at >= to) return 'short'
  const first = view.getUint8(at)
  if (!areFlagsRight(first >> 4, first & 0xf)) return 'malformed'
  let length = 0
  for (let index = 0; index < maxLengthBytes; index += 1) {
    if (at + 1 + index >= to) return 'short'
    const byte = view.getUint8(at + 1 + index)
    length += (byte & 0x7f) * 128 ** index
    if (byte < 0x80) {
      const from = at + 2 + index
      return { kind: first >> 4, flags: first & 0xf, from, to: from + length }
    }
  }
  return 'malformed'
}

/** Section 2.2.2: only PUBLISH has flags of its own; three types have the second bit set. */
export function areFlagsRight(packetKind: number, flags: number): boolean {
  if (packetKind === 0) return false
  if (packetKind === kind.publish) return (flags & 6) !== 6
  const hasFixedBit = packetKind === 6 || packetKind === kind.subscribe || packetKind === 10
  // Version 3.1 lets quality and duplicate stand in these three as well.
  return hasFixedBit ? (flags & 7) === 2 : flags === 0
}
