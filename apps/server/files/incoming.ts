// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { faultOf } from '../storage/fault.ts'
import { type Claim, judged } from './sniffing/claims.ts'
import { Sniffer } from './sniffing/sniff.ts'
import { fileTypes, type Sniffed } from './sniffing/types.ts'

/** What came in: complete, on disk, and judged. */
export interface Arrived extends Sniffed {
  readonly digest: string
  readonly bytes: number
  readonly path: string
}

export type ArrivalRefusal = 'file-empty' | 'file-too-large' | 'digest-differs' | 'upload-stalled'

/** A sender who is silent for so long has gone. */
const silenceMs = 60_000
/** Whatever lies here longer was left by a process that was killed. */
const forgottenMs = 24 * 3_600_000

/** The folder in which files lie while they come in. */
export class Incoming {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Writes the stream to disk and hashes it on the way; resolves when every byte has been written
   * and synced. What breaks off, is refused or fails leaves nothing behind.
   */
  async take(
    stream: AsyncIterable<Uint8Array>,
    claim: Claim & { readonly digest?: string | undefined },
  ): Promise<Outcome<Arrived, ArrivalRefusal>> {
    const path = join(this.#folder, randomUUID())
    let isKept = false
    try {
      await mkdir(this.#folder, { recursive: true })
      const arrived = await this.#write(path, stream, claim)
      isKept = arrived.ok
      return arrived
    } catch (error) {
      throw faultOf(error)
    } finally {
      if (!isKept) await rm(path, { force: true })
    }
  }

  /** Removes what killed processes left and is at least so old; gives how many. */
  async sweep(oldMs = forgottenMs): Promise<number> {
    const now = Date.now()
    const names = await readdir(this.#folder).catch(() => [])
    let count = 0
    for (const name of names) {
      const found = await stat(join(this.#folder, name)).catch(() => undefined)
      if (found === undefined || now - found.mtimeMs < oldMs) continue
      await rm(join(this.#folder, name), { force: true })
      count += 1
    }
    return count
  }

  async #write(
    path: string,
    stream: AsyncIterable<Uint8Array>,
    claim: Claim & { readonly digest?: string | undefined },
  ): Promise<Outcome<Arrived, ArrivalRefusal>> {
    const file = await open(path, 'wx+', 0o600)
    try {
      const hash = createHash('sha256')
      const sniffer = new Sniffer()
      let bytes = 0
      for await (const chunk of awake(stream)) {
        hash.update(chunk)
        sniffer.push(chunk)
        bytes += chunk.length
        if (bytes > sniffer.mostBytes) return tooLarge(sniffer.mostBytes)
        await writeWhole(file, chunk)
      }
      if (bytes === 0) return refuse('file-empty')
      const digest = hash.digest('hex')
      if (claim.digest !== undefined && claim.digest !== digest) {
        return refuse('digest-differs', { claimed: claim.digest, found: digest })
      }
      await file.sync()
      const readAt = async (at: number, length: number) => {
        const buffer = Buffer.alloc(length)
        const { bytesRead } = await file.read(buffer, 0, length, at)
        return buffer.subarray(0, bytesRead)
      }
      const { type, doubts } = judged(await sniffer.finish(readAt, bytes), claim)
      const { mostBytes } = fileTypes[type]
      return bytes > mostBytes ? tooLarge(mostBytes) : ok({ digest, bytes, type, doubts, path })
    } catch (error) {
      if (error instanceof Broken) return refuse('upload-stalled')
      throw error
    } finally {
      await file.close()
    }
  }
}

function tooLarge(mostBytes: number): Outcome<never, 'file-too-large'> {
  return refuse('file-too-large', { mostBytes })
}

/** The sender's end, as opposed to our disk. */
class Broken extends Error {}

/** The chunks as they come, until none comes any more. */
async function* awake(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]()
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Broken('nothing more comes')), silenceMs)
      })
      const next = source.next().catch((cause) => {
        throw new Broken('the sender broke off', { cause })
      })
      // Whoever is no longer waited for may fail unheard.
      next.catch(() => {})
      const step = await Promise.race([next, silence]).finally(() => clearTimeout(timer))
      if (step.done === true) return
      yield step.value
    }
  } finally {
    // Not awaited: a stream that says nothing does not answer this either.
    source.return?.()?.catch(() => {})
  }
}

async function writeWhole(
  file: Awaited<ReturnType<typeof open>>,
  chunk: Uint8Array,
): Promise<void> {
  let at = 0
  while (at < chunk.length) {
    const { bytesWritten } = await file.write(chunk, at, chunk.length - at)
    at += bytesWritten
  }
}
