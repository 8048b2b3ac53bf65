// SPDX-License-Identifier: EUPL-1.2
/** SLMP, frames 3E and 4E in binary: a subheader, with 4E a number, the route, a length. */
const request3e = 0x5000
const answer3e = 0xd000
const request4e = 0x5400
const answer4e = 0xd400

/** Up to the length: subheader, network, station, module (2), drop, length (2). */
const shortHeader = 9
/** The same with a number (2) and two zeros behind the subheader. */
const longHeader = 13

export const smallestBytes: number = shortHeader

// The maker's limit for what the length counts is 2 kB; memory cards answer with a little more.
const maxLength = 4096

export function isAnswer(view: DataView, at: number): boolean {
  return (view.getUint8(at) & 0x80) !== 0
}

/** Offset of what the length counts: a timer or an end code. */
export function bodyAt(view: DataView, at: number): number {
  return at + ((view.getUint8(at) & 0x04) === 0 ? shortHeader : longHeader)
}

/** Length of the whole frame at `at`, of which `smallestBytes` are there; 0 when it is none. */
export function frameLength(view: DataView, at: number, to: number): number {
  const subheader = view.getUint16(at)
  const isShort = subheader === request3e || subheader === answer3e
  if (!isShort && subheader !== request4e && subheader !== answer4e) return 0
  const header = isShort ? shortHeader : longHeader
  const lengthAt = at + header - 2
  if (lengthAt + 2 > to || (!isShort && view.getUint16(at + 4) !== 0)) return 0
  // The module is the processor itself or one of its units: 0x03FF, 0x03E0 and so on.
  if (view.getUint8(lengthAt - 2) !== 0x03) return 0
  const length = view.getUint16(lengthAt, true)
  return length < 2 || length > maxLength ? 0 : header + length
}
