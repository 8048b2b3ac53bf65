// SPDX-License-Identifier: EUPL-1.2

export type NotACaptureCode = 'empty' | 'cut-in-header' | 'unknown-magic' | 'unknown-version'

/**
 * The file is no capture that we read. `found` is what stands at `offset`, in hexadecimal; the
 * shell finds the words.
 */
export class NotACapture extends Error {
  readonly code: NotACaptureCode
  readonly offset: number
  readonly found: string

  constructor(code: NotACaptureCode, offset: number, found: string) {
    super(`${code} at offset ${offset}: ${found === '' ? 'nothing' : found}`)
    this.name = 'NotACapture'
    this.code = code
    this.offset = offset
    this.found = found
  }
}

export function hexOf(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let at = from; at < to; at += 1) text += bytes[at].toString(16).padStart(2, '0')
  return text
}
