// SPDX-License-Identifier: EUPL-1.2
import type { Payload } from '../protocol.ts'

/**
 * Reads forward within bounds. Reading past the end gives 0 (or nothing) and sets `isShort` for
 * good, so a decoder reads a whole message and asks once whether it was all there.
 */
export class Cursor {
  readonly view: DataView
  readonly bytes: Uint8Array
  at: number
  /** One past the last byte it may read. */
  readonly to: number
  isShort = false

  constructor(
    payload: { readonly bytes: Uint8Array; readonly view: DataView },
    from: number,
    to: number,
  ) {
    this.view = payload.view
    this.bytes = payload.bytes
    this.at = from
    this.to = Math.min(to, payload.bytes.length)
  }

  /** Bytes left. */
  get left(): number {
    return this.to - this.at
  }

  /** Moves over `count` bytes and says where they began; `undefined` when they are not there. */
  skip(count: number): number | undefined {
    if (count < 0 || this.left < count) {
      this.isShort = true
      this.at = this.to
      return undefined
    }
    const from = this.at
    this.at += count
    return from
  }

  u8(): number {
    const from = this.skip(1)
    return from === undefined ? 0 : this.view.getUint8(from)
  }

  u16(): number {
    const from = this.skip(2)
    return from === undefined ? 0 : this.view.getUint16(from)
  }

  u16le(): number {
    const from = this.skip(2)
    return from === undefined ? 0 : this.view.getUint16(from, true)
  }

  u24(): number {
    const high = this.u8()
    return (high << 16) | this.u16()
  }

  u32(): number {
    const from = this.skip(4)
    return from === undefined ? 0 : this.view.getUint32(from)
  }

  u32le(): number {
    const from = this.skip(4)
    return from === undefined ? 0 : this.view.getUint32(from, true)
  }

  text(count: number): string {
    const from = this.skip(count)
    return from === undefined ? '' : textAt(this.bytes, from, from + count)
  }

  /** A window of `count` bytes; empty and short when they are not there. */
  part(count: number): Cursor {
    const from = this.skip(count)
    const part = new Cursor(this, from ?? this.to, from === undefined ? this.to : from + count)
    if (from === undefined) part.isShort = true
    return part
  }

  /** A window of `count` bytes, or of what is left of them: both cursors are short then. */
  upTo(count: number): Cursor {
    const isShort = count > this.left
    const from = this.skip(Math.min(count, this.left)) ?? this.at
    const part = new Cursor(this, from, this.at)
    if (isShort) {
      this.isShort = true
      part.isShort = true
    }
    return part
  }
}

/** Whether the ASCII text stands at `at`, wholly before `to`. Allocates nothing. */
export function startsWith(bytes: Uint8Array, at: number, to: number, text: string): boolean {
  if (at < 0 || at + text.length > to || to > bytes.length) return false
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

export function cursorOn(payload: Payload): Cursor {
  return new Cursor(payload, payload.from, payload.to)
}

/**
 * The text in these bytes as UTF-8, or as Latin-1 where it is not UTF-8. Ends at the first NUL.
 * Control characters other than line breaks and tabs become `.`, so that no text moves a terminal.
 */
export function textAt(bytes: Uint8Array, from: number, to: number): string {
  let end = from
  let isPlain = true
  while (end < to) {
    const byte = bytes[end] ?? 0
    if (byte === 0) break
    if (byte > 126 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) isPlain = false
    end += 1
  }
  if (isPlain) return latin1(bytes, from, end)
  return clean(utf8(bytes, from, end) ?? latin1(bytes, from, end))
}

/** Little-endian UTF-16, `to` exclusive; ends at the first NUL. */
export function utf16At(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at + 1 < to; at += 2) {
    const unit = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
    if (unit === 0) break
    text += String.fromCharCode(unit)
  }
  return clean(text)
}

/** `0x` and at least `digits` lower-case digits. */
export function hex(value: number, digits: number): string {
  return `0x${(value >>> 0).toString(16).padStart(digits, '0')}`
}

/** Lower-case digits without a prefix. */
export function hexBytes(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 1) text += twoDigits(bytes[at] ?? 0)
  return text
}

/** Six bytes with colons, lower case. */
export function macAt(bytes: Uint8Array, from: number): string {
  let text = twoDigits(bytes[from] ?? 0)
  for (let at = from + 1; at < from + 6; at += 1) text += `:${twoDigits(bytes[at] ?? 0)}`
  return text
}

export function ipv4At(bytes: Uint8Array, from: number): string {
  return `${bytes[from] ?? 0}.${bytes[from + 1] ?? 0}.${bytes[from + 2] ?? 0}.${bytes[from + 3] ?? 0}`
}

/** Compressed as RFC 5952 asks: the longest run of zero groups, the first of equals. */
export function ipv6At(bytes: Uint8Array, from: number): string {
  const groups: number[] = []
  for (let at = from; at < from + 16; at += 2) {
    groups.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0))
  }
  let start = -1
  let length = 1
  for (let at = 0; at < 8; at += 1) {
    let end = at
    while (end < 8 && groups[end] === 0) end += 1
    if (end - at > length) {
      start = at
      length = end - at
    }
    if (end > at) at = end
  }
  const words = groups.map((group) => group.toString(16))
  if (start < 0) return words.join(':')
  return `${words.slice(0, start).join(':')}::${words.slice(start + length).join(':')}`
}

function twoDigits(byte: number): string {
  return byte < 16 ? `0${byte.toString(16)}` : byte.toString(16)
}

// As many arguments as any engine takes at once.
const maxCharacters = 4096

function latin1(bytes: Uint8Array, from: number, to: number): string {
  if (to - from <= maxCharacters) return characters(bytes, from, to)
  let text = ''
  for (let at = from; at < to; at += maxCharacters) {
    text += characters(bytes, at, Math.min(to, at + maxCharacters))
  }
  return text
}

/** Reused: texts are most of what decoders make, and a list for each is more than the text. */
const codes: number[] = []

function characters(bytes: Uint8Array, from: number, to: number): string {
  codes.length = to - from
  for (let at = from; at < to; at += 1) codes[at - from] = bytes[at]
  return String.fromCharCode.apply(undefined, codes)
}

/** Undefined when the bytes are not well-formed UTF-8. */
function utf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = ''
  let at = from
  while (at < to) {
    const first = bytes[at] ?? 0
    const more = first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    if (more < 0 || first > 0xf4 || at + more >= to) return undefined
    let point = more === 0 ? first : first & (0x3f >> more)
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return undefined
      point = (point << 6) | (byte & 0x3f)
    }
    const isOverlong = (more === 2 && point < 0x800) || (more === 3 && point < 0x10000)
    if (isOverlong || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined
    text += String.fromCodePoint(point)
    at += more + 1
  }
  return text
}

function clean(text: string): string {
  let result = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const isControl =
      (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code > 126 && code < 160)
    result += isControl ? '.' : character
  }
  return result
}
