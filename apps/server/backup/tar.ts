// SPDX-License-Identifier: EUPL-1.2
/**
 * Backup and restore of a whole instance, to and from one file: the rows of every table and every
 * file as a tar archive that any tool opens, packed, and under a passphrase when one is given.
 */

// POSIX.1-2017, pax, "ustar Interchange Format"; sizes beyond 8 GB in base 256, as GNU tar has them.
const blockBytes = 512
const largestOctal = 0o77777777777

/** One file in the archive: its header, then its bytes, padded to whole blocks. */
export interface Part {
  readonly name: string
  readonly bytes: number
}

export function partHeader({ name, bytes }: Part): Buffer {
  const header = Buffer.alloc(blockBytes)
  const cut = name.length <= 100 ? -1 : name.lastIndexOf('/', 155)
  header.write(name.slice(cut + 1), 0, 100, 'ascii')
  if (cut > 0) header.write(name.slice(0, cut), 345, 155, 'ascii')
  if (name.length - cut - 1 > 100) throw new Error(`the name of a part is too long: ${name}`)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  if (bytes <= largestOctal) header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124)
  else {
    header.writeUInt8(0x80, 124)
    header.writeBigUInt64BE(BigInt(bytes), 128)
  }
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

export function padding(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes)
}

/** What an archive ends with. */
export const archiveEnd = Buffer.alloc(2 * blockBytes)

/** The sum of the header with its own place for the sum taken as blanks. */
function checksum(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

/** An archive that is not as we write it; the place is the last name that could be read. */
export class BrokenArchive extends Error {
  readonly place: string

  constructor(place: string, cause?: unknown) {
    super(`damaged at ${place}`, cause === undefined ? undefined : { cause })
    this.place = place
  }
}

/** Called for each part; it has to take all bytes, or none at all. */
export type OnPart = (part: Part, bytes: AsyncIterable<Buffer>) => Promise<void>

/** Reads an archive from front to back; resolves after its end, beyond which there may be nothing. */
export async function readArchive(
  source: AsyncIterable<Uint8Array>,
  onPart: OnPart,
): Promise<void> {
  let place = 'its beginning'
  try {
    const input = new Input(source)
    for (;;) {
      const header = await input.take(blockBytes)
      if (header.every((byte) => byte === 0)) {
        const second = await input.take(blockBytes)
        const isOver = second.every((byte) => byte === 0) && (await input.isAtEnd())
        if (!isOver) throw new Error('something after the end')
        return
      }
      const part = readHeader(header)
      place = part.name
      const bytes = input.some(part.bytes)
      await onPart(part, bytes)
      for await (const _ of bytes);
      const rest = await input.take(padding(part.bytes).length)
      if (!rest.every((byte) => byte === 0)) throw new Error('padding is not empty')
    }
  } catch (error) {
    throw isOfReading(error) ? new BrokenArchive(place, error) : error
  }
}

/** Errors of what reads, unpacks and opens; others are of whoever takes the parts. */
function isOfReading(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.constructor === Error && !('code' in error)) return true
  return 'code' in error && /^(Z_|ERR_BUFFER|ERR_STREAM_PREMATURE|SEALED)/.test(String(error.code))
}

function readHeader(header: Buffer): Part {
  const text = (at: number, length: number) =>
    header.toString('latin1', at, at + length).replace(/\0.*$/s, '')
  if (text(257, 5) !== 'ustar') throw new Error('no header of a part')
  if (Number.parseInt(text(148, 8), 8) !== checksum(header)) throw new Error('sum of a header')
  const prefix = text(345, 155)
  const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`
  const isLarge = ((header[124] ?? 0) & 0x80) !== 0
  const bytes = isLarge ? Number(header.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8)
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new Error('size of a part')
  if (!/^[a-z0-9_./-]+$/.test(name) || name.includes('..')) throw new Error('name of a part')
  return { name, bytes }
}

/** Bytes as they are asked for, from chunks as they come. */
class Input {
  readonly #source: AsyncIterator<Uint8Array>
  #chunk: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of this.some(length)) parts.push(part)
    return Buffer.concat(parts)
  }

  /** So many bytes; going through it a second time goes on where the first time stopped. */
  some(length: number): AsyncIterable<Buffer> {
    let left = length
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (left === 0) return { done: true, value: undefined }
      if (this.#chunk.length === 0 && !(await this.#more())) throw new Error('cut short')
      const part = this.#chunk.subarray(0, left)
      this.#chunk = this.#chunk.subarray(part.length)
      left -= part.length
      return { done: false, value: part }
    }
    return { [Symbol.asyncIterator]: () => ({ next }) }
  }

  async isAtEnd(): Promise<boolean> {
    return this.#chunk.length === 0 && !(await this.#more())
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const step = await this.#source.next()
      if (step.done === true) return false
      if (step.value.length === 0) continue
      const { buffer, byteOffset, byteLength } = step.value
      this.#chunk = Buffer.from(buffer, byteOffset, byteLength)
      return true
    }
  }
}
