// SPDX-License-Identifier: EUPL-1.2
import { chunkBytes, maxPacketBytes } from '../limits.ts'

/** Room for the part of a record that the last chunk ended in. */
const headBytes = maxPacketBytes + 4096

/**
 * The one buffer that all bytes pass through. A chunk is read behind the head room; what a reader
 * could not use yet is moved to just before the next chunk, so that records are always contiguous.
 */
export class Intake {
  readonly bytes = new Uint8Array(headBytes + chunkBytes)
  readonly view = new DataView(this.bytes.buffer)
  /** First byte not consumed yet. */
  from = headBytes
  /** One past the last byte that came in. */
  to = headBytes

  reset(): void {
    this.from = headBytes
    this.to = headBytes
  }

  /** Where the next bytes may be written; never empty. */
  space(): { readonly buffer: Uint8Array; readonly offset: number; readonly length: number } {
    if (this.from === this.to) {
      this.reset()
    } else if (this.bytes.length - this.to < chunkBytes / 4 || this.from > headBytes) {
      this.carry()
    }
    return { buffer: this.bytes, offset: this.to, length: this.bytes.length - this.to }
  }

  /** A record never exceeds the head room, so what is left always fits there. */
  private carry(): void {
    const start = headBytes - (this.to - this.from)
    this.bytes.copyWithin(start, this.from, this.to)
    this.from = start
    this.to = headBytes
  }
}
