// SPDX-License-Identifier: EUPL-1.2

import { ipv4At, ipv6At, textAt } from '../protocols/wire.ts'
import type { Body } from './pcapng-options.ts'

const maxNames = 64

/** Name resolution block: addresses with the names that the capturing host knew for them. */
export function readNames(body: Body, named: (ip: string, name: string) => void): void {
  const { bytes, view, isLittle } = body
  let at = body.from
  while (at + 4 <= body.to) {
    const type = view.getUint16(at, isLittle)
    const length = view.getUint16(at + 2, isLittle)
    const end = at + 4 + length
    if (type === 0 || end > body.to) return
    const addressBytes = type === 1 ? 4 : type === 2 ? 16 : 0
    if (addressBytes > 0 && length > addressBytes) {
      const ip = type === 1 ? ipv4At(bytes, at + 4) : ipv6At(bytes, at + 4)
      readTexts(bytes, at + 4 + addressBytes, end, (name) => named(ip, name))
    }
    at = end + (-length & 3)
  }
}

/** Texts that each end in NUL. */
function readTexts(bytes: Uint8Array, from: number, to: number, each: (text: string) => void) {
  let at = from
  for (let count = 0; count < maxNames && at < to; count += 1) {
    let end = at
    while (end < to && bytes[end] !== 0) end += 1
    if (end > at) each(textAt(bytes, at, end))
    at = end + 1
  }
}
