// SPDX-License-Identifier: EUPL-1.2

const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const forUrls = `${standard.slice(0, 62)}-_`

const standardValues = valuesOf(standard)
const urlValues = valuesOf(forUrls)

/** RFC 4648, section 4, padded. */
export function base64(bytes: Uint8Array): string {
  const text = write(bytes, standard)
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

/** RFC 4648, section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  return write(bytes, forUrls)
}

/**
 * Only the one text that `base64` writes for some bytes: padded, no spaces, unused bits zero.
 * A second spelling of the same bytes would be a second text with the same signature.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const end = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  return read(text.slice(0, text.length - end), standardValues)
}

/** Only the one text that `base64url` writes for some bytes. */
export function fromBase64url(text: string): Uint8Array | undefined {
  return read(text, urlValues)
}

function write(bytes: Uint8Array, letters: string): string {
  let text = ''
  let held = 0
  let heldBits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    heldBits += 8
    while (heldBits >= 6) {
      heldBits -= 6
      text += letters[(held >> heldBits) & 63]
    }
  }
  return heldBits === 0 ? text : text + letters[(held << (6 - heldBits)) & 63]
}

function read(text: string, values: Int8Array): Uint8Array | undefined {
  const spare = text.length % 4
  if (spare === 1) return undefined
  const out = new Uint8Array(Math.floor((text.length * 6) / 8))
  let held = 0
  let heldBits = 0
  let to = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const value = code < 128 ? values[code] : -1
    if (value < 0) return undefined
    held = ((held << 6) | value) & 0xffff
    heldBits += 6
    if (heldBits >= 8) {
      heldBits -= 8
      out[to++] = (held >> heldBits) & 0xff
    }
  }
  return (held & ((1 << heldBits) - 1)) === 0 ? out : undefined
}

function valuesOf(letters: string): Int8Array {
  const values = new Int8Array(128).fill(-1)
  for (let value = 0; value < 64; value += 1) values[letters.charCodeAt(value)] = value
  return values
}
