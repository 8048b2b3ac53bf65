// SPDX-License-Identifier: EUPL-1.2

/** Bounds and byte order of a block's body. */
export interface Body {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly isLittle: boolean
  readonly from: number
  readonly to: number
}

/** Calls `each` for every option with its value's place; stops at the end or at the first bad one. */
export function forEachOption(
  body: Body,
  from: number,
  each: (code: number, at: number, length: number) => void,
): void {
  let at = from
  while (at + 4 <= body.to) {
    const code = body.view.getUint16(at, body.isLittle)
    const length = body.view.getUint16(at + 2, body.isLittle)
    if (code === 0 || at + 4 + length > body.to) return
    each(code, at + 4, length)
    at += 4 + length + (-length & 3)
  }
}

/** A 64-bit count as a double. */
export function wide(body: Body, at: number): number {
  const first = body.view.getUint32(at, body.isLittle)
  const second = body.view.getUint32(at + 4, body.isLittle)
  return body.isLittle ? second * 4_294_967_296 + first : first * 4_294_967_296 + second
}

/** A signed 64-bit number as a double. */
export function wideSigned(body: Body, at: number): number {
  const first = body.view.getUint32(at, body.isLittle)
  const second = body.view.getUint32(at + 4, body.isLittle)
  const high = (body.isLittle ? second : first) | 0
  return high * 4_294_967_296 + (body.isLittle ? first : second)
}
