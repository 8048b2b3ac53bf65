// SPDX-License-Identifier: EUPL-1.2

/** Two start bytes, length, control, destination, source, check. */
export const headerBytes = 10
/** Checks stand behind every 16 bytes of data. */
const blockBytes = 16
/** The length counts control and both addresses. */
const minLength = 5

export function isFrame(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes || view.getUint16(from) !== 0x0564) return false
  if (view.getUint8(from + 2) < minLength) return false
  return view.getUint16(from + 8, true) === check(view, from, from + 8)
}

/** Bytes on the wire, checks included. */
export function lengthOf(view: DataView, at: number): number {
  const data = view.getUint8(at + 2) - minLength
  return headerBytes + data + 2 * Math.ceil(data / blockBytes)
}

/** CRC-16/DNP: polynomial 0x3D65 in reverse, complemented. */
export function check(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 1) {
    sum ^= view.getUint8(at)
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xa6bc : sum >>> 1
  }
  return ~sum & 0xffff
}
