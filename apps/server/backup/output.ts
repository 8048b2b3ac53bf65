// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, link, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import { syncFolder } from '../files/folder-store.ts'
import { seal } from './sealed.ts'

/** Little is gained by packing harder, and time is lost. */
const packing = 4

/** A file that is there when it is whole, packed and, under a passphrase, sealed on the way. */
export class Output {
  readonly #path: string
  readonly #half: string
  readonly #file: FileHandle
  readonly #pack: Gzip = createGzip({ level: packing })
  readonly #written: Promise<void>
  readonly #hash = createHash('sha256')
  #bytes = 0
  #isOver = false

  private constructor(path: string, file: FileHandle, passphrase: string | undefined) {
    this.#path = path
    this.#half = `${path}.part`
    this.#file = file
    const sink = async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await this.#append(chunk)
    }
    this.#written =
      passphrase === undefined
        ? pipeline(this.#pack, sink)
        : pipeline(this.#pack, (chunks: AsyncIterable<Buffer>) => seal(chunks, passphrase), sink)
    // Looked at when something is written, and at the end.
    this.#written.catch(() => {})
  }

  /** Throws `EEXIST` where there is a file already: an older backup is not written over. */
  static async open(path: string, passphrase: string | undefined): Promise<Output> {
    const there = await stat(path).catch(() => undefined)
    if (there !== undefined) throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' })
    const half = `${path}.part`
    await rm(half, { force: true })
    return new Output(path, await open(half, 'wx', 0o600), passphrase)
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#pack.errored !== null) await this.#written
    if (this.#pack.write(bytes)) return
    // When writing fails nothing drains any more.
    await Promise.race([once(this.#pack, 'drain'), this.#written])
    if (this.#pack.errored !== null) await this.#written
  }

  async keep(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    this.#pack.end()
    await this.#written
    await this.#file.sync()
    await this.#close()
    // Under its name only if nobody has put something else there meanwhile.
    await link(this.#half, this.#path).then(
      () => rm(this.#half),
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') throw error
        // A disk without links; who was first is then not seen.
        return rename(this.#half, this.#path)
      },
    )
    await syncFolder(dirname(this.#path))
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  /** After `keep` has succeeded there is nothing to drop; before, nothing is left. */
  async drop(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => {})
    await this.#close()
    await rm(this.#half, { force: true })
  }

  async #close(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    await this.#file.close()
  }

  async #append(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    let at = 0
    while (at < chunk.length) {
      const { bytesWritten } = await this.#file.write(chunk, at, chunk.length - at)
      at += bytesWritten
    }
  }
}
