// SPDX-License-Identifier: EUPL-1.2
import { headBytes, sniffHead } from './head.ts'
import { sniffText, TextCheck } from './text.ts'
import { fileTypes, type Sniffed } from './types.ts'
import { type ReadAt, sniffZip } from './zip.ts'

/** A gzip says in its last four bytes how long it was before, of which this much may be noise. */
const gzipRatio = 200
const gzipBytes = 256 << 20

/** Looks at bytes as they come by, and at the file once it lies there. */
export class Sniffer {
  readonly #parts: Uint8Array[] = []
  #headLength = 0
  #head: Sniffed | undefined
  #isHeadKnown = false
  readonly #text = new TextCheck()

  push(chunk: Uint8Array): void {
    if (this.#headLength < headBytes) {
      const part = Buffer.from(chunk.subarray(0, headBytes - this.#headLength))
      this.#parts.push(part)
      this.#headLength += part.length
    }
    // Sixteen bytes tell every binary format; before that nothing is decided.
    if (!this.#isHeadKnown && this.#headLength >= 64) this.#look()
    if (this.#head === undefined) this.#text.push(chunk)
  }

  /** The most bytes that what has come so far may grow to. */
  get mostBytes(): number {
    const type = this.#head?.type ?? 'text/plain'
    // A zip may turn out to be a document, which is judged when it is whole.
    return fileTypes[type].mostBytes
  }

  async finish(readAt: ReadAt, length: number): Promise<Sniffed> {
    if (!this.#isHeadKnown) this.#look()
    const head = Buffer.concat(this.#parts)
    const found = this.#head
    if (found === undefined) return sniffText(head, this.#text.finish())
    if (found.type === 'application/zip') return sniffZip(readAt, length, head)
    if (found.type === 'application/gzip' && length >= 18) {
      const unpacked = Buffer.from(await readAt(length - 4, 4)).readUInt32LE(0)
      const isBomb = unpacked > gzipBytes && unpacked > length * gzipRatio
      return { type: found.type, doubts: isBomb ? ['bomb'] : [] }
    }
    return found
  }

  #look(): void {
    this.#isHeadKnown = true
    this.#head = sniffHead(Buffer.concat(this.#parts))
  }
}
