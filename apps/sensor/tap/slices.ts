// SPDX-License-Identifier: EUPL-1.2
// A stream of packets from standard input in slices, each a recording of its own. Only the form of
// libpcap can be cut anywhere; anything else is one slice that ends with the stream.

const headerBytes = 24
const recordBytes = 16
/** libpcap's own bound for a packet; a longer one means that we lost our place. */
const mostPacketBytes = 262_144
/** A slice is cut at the latest when it has this much: memory has a bound whatever comes. */
const mostSliceBytes = 16 * 1024 * 1024

const magics = new Map([
  [0xd4c3b2a1, true],
  [0x4d3cb2a1, true],
  [0xa1b2c3d4, false],
  [0xa1b23c4d, false],
])

export class Slices {
  #header: Uint8Array | undefined
  #isLittle = false
  #isLost = false
  #pieces: Uint8Array[] = []
  #bytes = 0

  /** Whether the stream can be cut at all; unknown before its first bytes. */
  get isCuttable(): boolean {
    return this.#header !== undefined && !this.#isLost
  }

  get isFull(): boolean {
    return this.#bytes >= mostSliceBytes
  }

  push(chunk: Uint8Array): void {
    this.#pieces.push(chunk)
    this.#bytes += chunk.length
    if (this.#header === undefined && this.#bytes >= headerBytes) this.#readHeader()
  }

  /** What has come as whole packets; undefined where there is none. The rest waits. */
  cut(): Uint8Array | undefined {
    if (this.#header === undefined || this.#isLost) return undefined
    const bytes = Buffer.concat(this.#pieces)
    const end = this.#lastWhole(bytes)
    this.#keep(bytes.subarray(end))
    return end === 0 ? undefined : Buffer.concat([this.#header, bytes.subarray(0, end)])
  }

  /** Everything that is left, whole or not: the stream has ended, or cannot be cut. */
  rest(): Uint8Array | undefined {
    const bytes = Buffer.concat(this.#pieces)
    this.#keep(new Uint8Array(0))
    if (bytes.length === 0) return undefined
    return this.#header === undefined ? bytes : Buffer.concat([this.#header, bytes])
  }

  #readHeader(): void {
    const bytes = Buffer.concat(this.#pieces)
    const isLittle = magics.get(bytes.readUInt32BE(0))
    if (isLittle === undefined) {
      this.#isLost = true
      return
    }
    this.#isLittle = isLittle
    this.#header = Uint8Array.from(bytes.subarray(0, headerBytes))
    this.#keep(bytes.subarray(headerBytes))
  }

  #lastWhole(bytes: Buffer): number {
    let at = 0
    while (at + recordBytes <= bytes.length) {
      const length = this.#isLittle ? bytes.readUInt32LE(at + 8) : bytes.readUInt32BE(at + 8)
      if (length > mostPacketBytes) {
        this.#isLost = true
        break
      }
      if (at + recordBytes + length > bytes.length) break
      at += recordBytes + length
    }
    return at
  }

  #keep(bytes: Uint8Array): void {
    this.#pieces = bytes.length === 0 ? [] : [Uint8Array.from(bytes)]
    this.#bytes = bytes.length
  }
}
