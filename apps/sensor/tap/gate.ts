// SPDX-License-Identifier: EUPL-1.2
// What of a recording is looked at: the filter that was set, and a bound on packets. Works on the
// records of libpcap and pcapng, piece by piece; anything else goes through untouched.
import { type Filter, passes } from '@schouw/core/capture/filter'

interface GateOptions {
  readonly filter: Filter
  /** More are left out and counted: a flood must not keep the sensor from the next slice. */
  readonly mostPackets: number
}

type Form = 'unknown' | 'pcap' | 'pcapng' | 'untouched'

/** Longer than any packet or block that is kept: the place is lost, the rest goes through. */
const mostRecordBytes = 16 * 1024 * 1024
const ethernet = 1
const blocks = { section: 0x0a0d0d0a, link: 1, simple: 3, packet: 6 } as const

export class Gate {
  readonly #options: GateOptions
  #form: Form = 'unknown'
  #isLittle = true
  #headBytes = 16
  #rest: Buffer = Buffer.alloc(0)
  /** Link types of the interfaces of a section; of libpcap there is one. */
  #links: number[] = []
  packets = 0
  filtered = 0
  overLimit = 0
  /** Packets of another link than Ethernet were met: the filter says nothing of those. */
  isBlind = false

  constructor(options: GateOptions) {
    this.#options = options
  }

  /** What of it is to be looked at; a record that is not whole waits for the next piece. */
  pass(chunk: Uint8Array): Uint8Array {
    if (this.#form === 'untouched') return chunk
    const bytes = this.#rest.length === 0 ? buffer(chunk) : Buffer.concat([this.#rest, chunk])
    if (this.#form === 'unknown' && !this.#recognise(bytes)) return new Uint8Array()
    const kept: Uint8Array[] = []
    let at = this.#form === 'pcap' && this.#links.length === 0 ? this.#begin(bytes, kept) : 0
    let from = at
    for (;;) {
      const length = this.#lengthAt(bytes, at)
      if (length > mostRecordBytes) {
        this.#form = 'untouched'
        kept.push(bytes.subarray(from))
        this.#rest = Buffer.alloc(0)
        return joined(kept)
      }
      if (length === 0 || at + length > bytes.length) break
      if (!this.#isKept(bytes, at, length)) {
        kept.push(bytes.subarray(from, at))
        from = at + length
      }
      at += length
    }
    kept.push(bytes.subarray(from, at))
    this.#rest = Buffer.from(bytes.subarray(at))
    return joined(kept)
  }

  /** What is left is no whole record: the reader says so. */
  end(): Uint8Array {
    const rest = this.#rest
    this.#rest = Buffer.alloc(0)
    return rest
  }

  #recognise(bytes: Buffer): boolean {
    if (bytes.length < 24) {
      this.#rest = Buffer.from(bytes)
      return false
    }
    const magic = bytes.readUInt32LE(0)
    const swapped = bytes.readUInt32BE(0)
    const isPcap = (value: number) => [0xa1b2c3d4, 0xa1b23c4d, 0xa1b2cd34].includes(value)
    if (magic === blocks.section) this.#form = 'pcapng'
    else if (isPcap(magic) || isPcap(swapped)) {
      this.#form = 'pcap'
      this.#isLittle = isPcap(magic)
      this.#headBytes = (this.#isLittle ? magic : swapped) === 0xa1b2cd34 ? 24 : 16
    } else this.#form = 'untouched'
    return true
  }

  #begin(bytes: Buffer, kept: Uint8Array[]): number {
    this.#links = [this.#word(bytes, 20) & 0xffff]
    kept.push(bytes.subarray(0, 24))
    return 24
  }

  /** 0 where more must come first. */
  #lengthAt(bytes: Buffer, at: number): number {
    if (this.#form === 'untouched') return Number.POSITIVE_INFINITY
    if (this.#form === 'pcap') {
      if (at + this.#headBytes > bytes.length) return 0
      return this.#headBytes + this.#word(bytes, at + 8)
    }
    if (at + 12 > bytes.length) return 0
    if (bytes.readUInt32LE(at) === blocks.section) {
      this.#isLittle = bytes.readUInt32LE(at + 8) === 0x1a2b3c4d
    }
    const length = this.#word(bytes, at + 4)
    // A block that is shorter than its own frame would never end.
    return length < 12 ? Number.POSITIVE_INFINITY : length
  }

  #isKept(bytes: Buffer, at: number, length: number): boolean {
    if (this.#form === 'pcap') {
      const start = at + this.#headBytes
      return this.#judge(bytes.subarray(start, at + length), this.#links[0])
    }
    const type = this.#word(bytes, at)
    if (bytes.readUInt32LE(at) === blocks.section) this.#links = []
    else if (type === blocks.link) this.#links.push(this.#word(bytes, at + 8) & 0xffff)
    else if (type === blocks.simple) {
      return this.#judge(bytes.subarray(at + 12, at + length - 4), this.#links[0])
    } else if (type === blocks.packet && length >= 32) {
      const link = this.#links[this.#word(bytes, at + 8)]
      const size = Math.min(this.#word(bytes, at + 20), length - 32)
      return this.#judge(bytes.subarray(at + 28, at + 28 + size), link)
    }
    return true
  }

  #judge(frame: Uint8Array, link: number | undefined): boolean {
    this.packets += 1
    const { filter, mostPackets } = this.#options
    if (filter.is !== 'all' && link !== ethernet) this.isBlind = true
    else if (!passes(filter, frame)) {
      this.filtered += 1
      return false
    }
    if (this.packets - this.filtered - this.overLimit <= mostPackets) return true
    this.overLimit += 1
    return false
  }

  #word(bytes: Buffer, at: number): number {
    return this.#isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
  }
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = pieces.filter(({ length }) => length > 0)
  const [only, another] = whole
  return only !== undefined && another === undefined ? only : Buffer.concat(whole)
}
