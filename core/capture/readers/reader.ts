// SPDX-License-Identifier: EUPL-1.2
import type { CaptureFormat } from '../observations.ts'
import { type Desk, pause } from './desk.ts'
import { hexOf, NotACapture } from './not-a-capture.ts'
import { isPcapMagic, PcapWalker, pcapHeaderBytes, pcapngMagic } from './pcap.ts'
import { PcapngWalker } from './pcapng.ts'

type State = 'start' | 'pcap' | 'pcapng' | 'broken' | 'padding'

/**
 * Walks the records of one capture file and puts its packets into the batch. Never resynchronises:
 * a capture that carries a capture would defeat every heuristic, so what follows a broken record
 * is counted as unread.
 */
export class CaptureReader {
  format: CaptureFormat | undefined
  private readonly desk: Desk
  private readonly pcap: PcapWalker
  private readonly pcapng: PcapngWalker
  private state: State = 'start'
  private consumedBytes = 0

  constructor(desk: Desk) {
    this.desk = desk
    this.pcap = new PcapWalker(desk)
    this.pcapng = new PcapngWalker(desk)
  }

  /** Fills the batch; returns the offset of the first byte not used. */
  read(from: number, to: number): number {
    this.desk.batch.count = 0
    let state: State
    let end: number
    do {
      state = this.state
      end = this.step(from, to)
      // A header that was only recognised leaves its bytes to the walker.
    } while (end === from && state !== this.state)
    this.consumedBytes += end - from
    return end
  }

  /** The file ends here with `left` bytes that no record could use. */
  end(bytes: Uint8Array, from: number, to: number): void {
    const { oddities } = this.desk
    if (this.state === 'start' && this.format === undefined) {
      const code = to - from === 0 ? 'empty' : 'cut-in-header'
      throw new NotACapture(code, 0, hexOf(bytes, from, Math.min(to, from + 16)))
    }
    if (to > from || this.pcapng.toSkip > 0) oddities.add('cut-short')
  }

  private step(from: number, to: number): number {
    if (this.state === 'pcap') {
      const end = this.pcap.walk(from, to)
      this.turn(this.pcap.pause)
      return end
    }
    if (this.state === 'pcapng') {
      const end = this.pcapng.walk(from, to)
      this.turn(this.pcapng.pause)
      return end
    }
    if (this.state === 'start') return this.header(from, to)
    if (this.state === 'padding') return this.padding(from, to)
    this.desk.oddities.add('bytes-unread', to - from)
    return to
  }

  private turn(reason: number): void {
    if (reason === pause.broken) this.state = 'broken'
    else if (reason === pause.padding) this.state = 'padding'
    else if (reason === pause.section) {
      this.desk.oddities.add('joined-capture')
      this.state = 'start'
    }
  }

  private padding(from: number, to: number): number {
    let at = from
    while (at < to && this.desk.bytes[at] === 0) at += 1
    this.desk.oddities.add('zero-padding-bytes', at - from)
    if (at < to) this.state = 'broken'
    return at
  }

  private header(from: number, to: number): number {
    const { bytes, view } = this.desk
    if (to - from < 12) {
      this.refuseEarly(from, to)
      return from
    }
    const magic = view.getUint32(from)
    if (magic === pcapngMagic) {
      this.format ??= 'pcapng'
      this.state = 'pcapng'
      return from
    }
    if (!isPcapMagic(magic)) {
      throw new NotACapture('unknown-magic', this.consumedBytes, hexOf(bytes, from, from + 8))
    }
    if (to - from < pcapHeaderBytes) return from
    if (!this.pcap.begin(from)) {
      const found = hexOf(bytes, from, from + 8)
      throw new NotACapture('unknown-version', this.consumedBytes + 4, found)
    }
    this.format ??= 'pcap'
    this.state = 'pcap'
    return from + pcapHeaderBytes
  }

  /** A short file of another kind is refused for what it is, not for being short. */
  private refuseEarly(from: number, to: number): void {
    if (to - from < 4) return
    const magic = this.desk.view.getUint32(from)
    if (magic === pcapngMagic || isPcapMagic(magic)) return
    throw new NotACapture('unknown-magic', this.consumedBytes, hexOf(this.desk.bytes, from, to))
  }
}
