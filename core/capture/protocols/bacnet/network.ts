// SPDX-License-Identifier: EUPL-1.2

/** Functions of the virtual link that hold a network message. */
const forwarded = 0x04
const original: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b])

/** Bytes of the virtual link header; 0 for what is none. */
export function linkBytes(view: DataView, from: number, to: number): number {
  if (to - from < 4 || view.getUint8(from) !== 0x81 || view.getUint8(from + 1) > 0x0c) return 0
  if (view.getUint16(from + 2) < 4) return 0
  // The address of who sent it first stands in between.
  return view.getUint8(from + 1) === forwarded ? 10 : 4
}

export function linkType(view: DataView, from: number): 'message' | 'none' {
  const code = view.getUint8(from + 1)
  return code === forwarded || original.has(code) ? 'message' : 'none'
}

/** Bits of the control byte. */
const bit = { networkMessage: 0x80, destination: 0x20, source: 0x08 } as const

/** Where the application begins; −1 for messages of the network itself, −2 for what is cut. */
export function apduAt(view: DataView, npdu: number, to: number): number {
  const control = view.getUint8(npdu + 1)
  let at = npdu + 2
  if ((control & bit.destination) !== 0) at = afterAddress(view, at, to)
  if (at >= 0 && (control & bit.source) !== 0) at = afterAddress(view, at, to)
  if (at >= 0 && (control & bit.destination) !== 0) at += 1
  if ((control & bit.networkMessage) !== 0) return -1
  return at >= 0 && at + 2 <= to ? at : -2
}

/** Network, length, address. */
function afterAddress(view: DataView, at: number, to: number): number {
  if (at + 3 > to) return -2
  return at + 3 + view.getUint8(at + 2)
}
