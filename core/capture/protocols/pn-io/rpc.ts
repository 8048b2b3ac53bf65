// SPDX-License-Identifier: EUPL-1.2

/** Connectionless header (DCE 1.1: RPC, chapter 12): version 4 and 79 bytes more. */
export const headerBytes = 80

export const packetType = { request: 0, response: 2 } as const

// The highest packet type is "cancel acknowledge".
const maxPacketType = 10

export function isRpc(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  if (view.getUint8(from) !== 4 || view.getUint8(from + 1) > maxPacketType) return false
  // Characters are ASCII, floating point is IEEE, the third byte is reserved.
  const order = view.getUint8(from + 4)
  return (order === 0x10 || order === 0) && view.getUint8(from + 5) === 0
}

/** The interface is `DEA0000n-6C97-11D1-8271-00A02442DF7D`: device, controller, supervisor … */
export function isProfinet(view: DataView, from: number): boolean {
  const isLittle = (view.getUint8(from + 4) & 0xf0) === 0x10
  const first = view.getUint32(from + 24, isLittle)
  return (
    first > 0xdea00000 &&
    first <= 0xdea00005 &&
    view.getUint16(from + 28, isLittle) === 0x6c97 &&
    view.getUint16(from + 32) === 0x8271
  )
}

export function opcode(view: DataView, from: number): number {
  return view.getUint16(from + 68, (view.getUint8(from + 4) & 0xf0) === 0x10)
}
