// SPDX-License-Identifier: EUPL-1.2

/** Command, length, session, status, sender's context, options; little-endian. */
export const headerBytes = 24

export const command = {
  listServices: 0x04,
  listIdentity: 0x63,
  listInterfaces: 0x64,
  registerSession: 0x65,
  unregisterSession: 0x66,
  sendRequest: 0x6f,
  sendConnected: 0x70,
} as const

const known: ReadonlySet<number> = new Set([
  0, 1, 4, 0x63, 0x64, 0x65, 0x66, 0x6f, 0x70, 0x72, 0x73,
])

// The whole is at most 65,535 bytes on the wire.
const maxLength = 65_511

export function isHeader(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  // Options are always zero.
  if (!known.has(view.getUint16(from, true)) || view.getUint32(from + 20, true) !== 0) return false
  return view.getUint16(from + 2, true) <= maxLength
}
