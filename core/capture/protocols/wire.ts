// SPDX-License-Identifier: EUPL-1.2
import type { Payload } from '../protocol.ts'
import { nulEndedText } from './text.ts'

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

  u32(): number {
    const from = this.skip(4)
    return from === undefined ? 0 : this.view.getUint32(from)
  }

  u32le(): number {
    const from = this.skip(4)
    return from === undefined ? 0 : this.view.getUint32(from, true)
  }

  /** Up to the first NUL. */
  text(count: number): string {
    const from = this.skip(count)
    return from === undefined ? '' : nulEndedText(this.bytes, from, from + count)
  }

  /** A window of `count` bytes; empty and short when they are not there. */
  part(count: number): Cursor {
    const from = this.skip(count)
    const part = new Cursor(this, from ?? this.to, from === undefined ? this.to : from + count)
    if (from === undefined) part.isShort = true
    return part
  }
}

export function cursorOn(payload: Payload): Cursor {
  return new Cursor(payload, payload.from, payload.to)
}

/** `0x` and at least `digits` lower-case digits. */
export function hex(value: number, digits: number): string {
  return `0x${(value >>> 0).toString(16).padStart(digits, '0')}`
}
