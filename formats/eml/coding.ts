// SPDX-License-Identifier: EUPL-1.2
import { mailLimits, type Oddities } from './limits.ts'

/** Bytes, one to a character, as text in a character set; unknown sets are read as Windows-1252. */
export function textIn(binary: string, charset: string, oddities: Oddities): string {
  const bytes = Buffer.from(binary, 'latin1')
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    oddities.add('charset-unknown')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** RFC 2045, section 6; the bytes one to a character. */
export function decoded(binary: string, encoding: string, oddities: Oddities): string {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return fromBase64(binary, oddities)
  if (name === 'quoted-printable') return fromQuoted(binary)
  if (!['', '7bit', '8bit', 'binary'].includes(name)) oddities.add('encoding-unknown')
  return binary
}

function fromBase64(text: string, oddities: Oddities): string {
  const plain = text.replaceAll(/[^A-Za-z0-9+/=]/g, '')
  if (plain.length % 4 === 1 || /=[^=]/.test(plain)) oddities.add('base64-broken')
  return Buffer.from(plain, 'base64').toString('latin1')
}

function fromQuoted(text: string): string {
  // White space at the end of a line was put there on the way. Line by line: a pattern for it would
  // look again from every blank of a long row of them.
  const lines = text.split('\n').map((line) => line.trimEnd())
  const joined = lines
    .map((line, at) =>
      line.endsWith('=') ? line.slice(0, -1) : at === lines.length - 1 ? line : `${line}\n`,
    )
    .join('')
  return hexed(joined)
}

function hexed(text: string): string {
  return text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** RFC 2047: words in another character set within a field. */
export function unworded(field: string, oddities: Oddities): string {
  // Between two such words white space is only there to part them.
  const joined = field.replaceAll(/(=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)\s+(?==\?)/g, '$1')
  return joined.replaceAll(
    /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?\s]*)\?=/g,
    (_, charset: string, how: string, content: string) => {
      const bytes =
        how.toLowerCase() === 'b'
          ? fromBase64(content, oddities)
          : hexed(content.replaceAll('_', ' '))
      return textIn(bytes, charset, oddities)
    },
  )
}

/** Controls, characters without width and those that turn the direction of writing. */
const unseen = /[^\P{Cc}\t\n]|\p{Cf}/gu

/** One line as it may be shown; never longer than the bound. */
export function shownLine(text: string, oddities: Oddities): string {
  return shownText(text, oddities).replaceAll(/\s+/g, ' ').trim().slice(0, mailLimits.lineChars)
}

/** Several lines as they may be shown. */
export function shownText(text: string, oddities: Oddities): string {
  const plain = text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const seen = plain.replaceAll(unseen, '')
  if (seen.length !== plain.length) oddities.add('unseen-characters')
  return seen
}
