// SPDX-License-Identifier: EUPL-1.2

/** `undefined` where the text holds half a surrogate pair, which no UTF-8 can carry. */
export function utf8Bytes(text: string): Uint8Array | undefined {
  // Most texts of a ledger are ASCII, of which the length in bytes is known.
  const out = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) return mixedBytes(text)
    out[at] = unit
  }
  return out
}

function mixedBytes(text: string): Uint8Array | undefined {
  const out = new Uint8Array(text.length * 3)
  let to = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      out[to++] = unit
    } else if (unit < 0x800) {
      out[to++] = 0xc0 | (unit >> 6)
      out[to++] = 0x80 | (unit & 0x3f)
    } else if (unit < 0xd800 || unit > 0xdfff) {
      out[to++] = 0xe0 | (unit >> 12)
      out[to++] = 0x80 | ((unit >> 6) & 0x3f)
      out[to++] = 0x80 | (unit & 0x3f)
    } else {
      const low = text.charCodeAt(at + 1)
      if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return undefined
      const point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00)
      out[to++] = 0xf0 | (point >> 18)
      out[to++] = 0x80 | ((point >> 12) & 0x3f)
      out[to++] = 0x80 | ((point >> 6) & 0x3f)
      out[to++] = 0x80 | (point & 0x3f)
      at += 1
    }
  }
  return out.slice(0, to)
}

/** For text written in this code, ASCII only. */
export function ascii(text: string): Uint8Array {
  const out = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) out[at] = text.charCodeAt(at) & 0x7f
  return out
}

// A call takes a limited number of arguments; this many are safe on every engine.
const unitsACall = 4096

/** Strict: `undefined` for overlong forms, surrogates, what lies beyond U+10FFFF and cut ends. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] >= 0x80) return mixedText(bytes)
  return asciiText(bytes)
}

function asciiText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += unitsACall) {
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + unitsACall))
  }
  return text
}

function mixedText(bytes: Uint8Array): string | undefined {
  let text = ''
  let units: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]
    if (first < 0x80) {
      units.push(first)
      at += 1
    } else {
      const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
      const point = length === 0 ? undefined : pointAt(bytes, at, length)
      if (point === undefined) return undefined
      if (point < 0x10000) units.push(point)
      else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
      at += length
    }
    if (units.length >= unitsACall) {
      text += Reflect.apply(String.fromCharCode, null, units)
      units = []
    }
  }
  return text + Reflect.apply(String.fromCharCode, null, units)
}

const smallest = [0, 0, 0x80, 0x800, 0x10000]

function pointAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (at + length > bytes.length) return undefined
  let point = bytes[at] & (0x7f >> length)
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i]
    if ((next & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (next & 0x3f)
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return point < smallest[length] || point > 0x10ffff || isSurrogate ? undefined : point
}
