// SPDX-License-Identifier: EUPL-1.2

const perLine = 16

/** Bytes as people who read packets know them: offset, hexadecimal, and what of it is text. */
export function hexLines(bytes: Uint8Array): readonly string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += perLine) {
    const piece = [...bytes.subarray(at, at + perLine)]
    const hex = piece.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    // Only what is printable ASCII is shown as text: the rest was chosen by a stranger.
    const text = piece.map((byte) => (byte >= 0x20 && byte < 0x7f ? chr(byte) : '·')).join('')
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(perLine * 3 - 1)}  ${text}`)
  }
  return lines
}

const chr = (byte: number) => String.fromCharCode(byte)
