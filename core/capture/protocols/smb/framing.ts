// SPDX-License-Identifier: EUPL-1.2

/** The four bytes that every message begins with. */
export const minimumBytes = 4

/** SMB 1 [MS-CIFS], SMB 2 and 3 [MS-SMB2], encrypted and compressed forms of the latter. */
export function isMessageAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + minimumBytes > to) return false
  const isNamed = bytes[at + 1] === 0x53 && bytes[at + 2] === 0x4d && bytes[at + 3] === 0x42
  return isNamed && bytes[at] >= 0xfc
}

/** 0 for SMB 1, 1 for later ones, -1 for neither. */
export function layerAt(view: DataView, at: number): -1 | 0 | 1 {
  const word = view.getUint32(at)
  if (word === 0xff53_4d42) return 0
  return (word & 0xffffff) === 0x53_4d42 && word >>> 24 >= 0xfc ? 1 : -1
}
