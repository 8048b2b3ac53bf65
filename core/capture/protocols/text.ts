// SPDX-License-Identifier: EUPL-1.2
// Bytes of messages as texts. Every function keeps within `from`..`to` and accepts any bytes.

/** Longest text we keep of one field; what is longer is nobody's name. */
const maxTextBytes = 1024

/** UTF-8; bytes that are not UTF-8 are read as Latin-1. Ends are trimmed of blanks and NULs. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  const end = Math.min(to, from + maxTextBytes)
  return trimmed(utf8(bytes, from, end) ?? latin1(bytes, from, end))
}

/** As `textOf`, up to the first NUL. */
export function nulEndedText(bytes: Uint8Array, from: number, to: number): string {
  let end = from
  while (end < to && bytes[end] !== 0) end += 1
  return textOf(bytes, from, end)
}

/** UTF-16, little-endian; an odd last byte is left out. */
export function utf16Text(bytes: Uint8Array, from: number, to: number): string {
  const end = Math.min(to, from + maxTextBytes)
  let text = ''
  for (let at = from; at + 1 < end; at += 2) {
    text += String.fromCharCode((bytes[at] as number) | ((bytes[at + 1] as number) << 8))
  }
  return trimmed(text)
}

/** Lower case, no separators unless given. */
export function hexText(bytes: Uint8Array, from: number, to: number, separator = ''): string {
  const end = Math.min(to, from + maxTextBytes)
  let text = ''
  for (let at = from; at < end; at += 1) {
    if (at > from) text += separator
    text += (bytes[at] as number).toString(16).padStart(2, '0')
  }
  return text
}

export function macText(bytes: Uint8Array, at: number): string {
  return hexText(bytes, at, at + 6, ':')
}

export function ipv4Text(bytes: Uint8Array, at: number): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`
}

/** As RFC 5952 wants it: the longest run of two or more zero groups is left out. */
export function ipv6Text(bytes: Uint8Array, at: number): string {
  const groups: string[] = []
  let bestAt = -1
  let bestLength = 1
  let runAt = 0
  for (let index = 0; index < 8; index += 1) {
    const group = ((bytes[at + 2 * index] as number) << 8) | (bytes[at + 2 * index + 1] as number)
    groups.push(group.toString(16))
    if (group !== 0) runAt = index + 1
    else if (index + 1 - runAt > bestLength) {
      bestAt = runAt
      bestLength = index + 1 - runAt
    }
  }
  if (bestAt < 0) return groups.join(':')
  const head = groups.slice(0, bestAt).join(':')
  return `${head}::${groups.slice(bestAt + bestLength).join(':')}`
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] as number)
  return text
}

/** Undefined when the bytes are not well-formed UTF-8 (RFC 3629). */
function utf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = ''
  let at = from
  while (at < to) {
    const lead = bytes[at] as number
    const extra = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3
    if (extra < 0 || lead > 0xf4 || at + extra >= to) return undefined
    let point = extra === 0 ? lead : lead & (0x3f >> extra)
    for (let index = 1; index <= extra; index += 1) {
      const next = bytes[at + index] as number
      if ((next & 0xc0) !== 0x80) return undefined
      point = (point << 6) | (next & 0x3f)
    }
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return undefined
    if ((extra === 2 && point < 0x800) || (extra === 3 && point < 0x10000)) return undefined
    text += String.fromCodePoint(point)
    at += extra + 1
  }
  return text
}

function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isBlank(text.charCodeAt(from))) from += 1
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1
  return text.slice(from, to)
}

/** NUL, tab, line ends and space. */
function isBlank(code: number): boolean {
  return code === 0 || code === 0x20 || (code >= 0x09 && code <= 0x0d)
}
