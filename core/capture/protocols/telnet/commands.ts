// SPDX-License-Identifier: EUPL-1.2
// Telnet puts commands between the characters, each after a byte of ones (RFC 854, RFC 855).
import { textAt } from '../wire.ts'

export interface Subnegotiation {
  readonly option: number
  /** Its bytes, commands within it not undone. */
  readonly from: number
  readonly to: number
}

export interface Separated {
  /** The characters without commands, control characters as dots. */
  readonly text: string
  readonly subnegotiations: readonly Subnegotiation[]
  /** A command goes on in another segment. */
  readonly isCut: boolean
}

const interpret = 255
const begin = 250
const end = 240
const will = 251
const dont = 254

export function separated(bytes: Uint8Array, from: number, to: number): Separated {
  const characters = new Uint8Array(to - from)
  const subnegotiations: Subnegotiation[] = []
  let length = 0
  let at = from
  let isCut = false
  while (at < to) {
    const byte = bytes[at] as number
    if (byte !== interpret) {
      // A carriage return that ends a line is followed by NUL.
      if (byte !== 0) characters[length++] = byte
      at += 1
      continue
    }
    const command = bytes[at + 1]
    if (at + 2 > to || (command !== undefined && isLong(command) && at + 3 > to)) {
      isCut = true
      break
    }
    if (command === begin) {
      const close = closeOf(bytes, at + 3, to)
      if (close === undefined) {
        isCut = true
        break
      }
      subnegotiations.push({ option: bytes[at + 2] as number, from: at + 3, to: close })
      at = close + 2
    } else {
      if (command === interpret) characters[length++] = interpret
      at += command !== undefined && isLong(command) ? 3 : 2
    }
  }
  return { text: textAt(characters, 0, length), subnegotiations, isCut }
}

/** Commands that an option number follows. */
function isLong(command: number): boolean {
  return command === begin || (command >= will && command <= dont)
}

function closeOf(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at + 1 < to; at += 1) {
    if (bytes[at] === interpret && bytes[at + 1] === end) return at
    // A byte of ones as such is sent twice.
    if (bytes[at] === interpret) at += 1
  }
  return undefined
}
