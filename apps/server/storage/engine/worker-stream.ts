// SPDX-License-Identifier: EUPL-1.2
import { Duplex } from 'node:stream'
import { inOwnMemory } from './memory.ts'

export interface Pipe {
  /** Resolves when there is a thread to talk to; rejects when none comes up. */
  opened(): Promise<void>
  send(bytes: Uint8Array): void
}

/** The embedded database as the PostgreSQL client sees it: a socket that carries whole messages. */
export class WorkerStream extends Duplex {
  readonly #pipe: Pipe
  #gathered: Buffer[] = []

  constructor(pipe: Pipe) {
    super({ decodeStrings: true })
    this.#pipe = pipe
  }

  connect(): this {
    this.#pipe.opened().then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    )
    return this
  }

  receive(bytes: Uint8Array): void {
    if (!this.destroyed) this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#gather([chunk])
    done()
  }

  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#gather(chunks.map(({ chunk }) => chunk))
    done()
  }

  /**
   * What is said in one go is sent in one go, once no promise is left to go on with: waking the other
   * thread costs more than the words.
   */
  #gather(chunks: readonly Buffer[]): void {
    if (this.#gathered.length === 0) {
      process.nextTick(() => {
        const bytes = inOwnMemory(this.#gathered)
        this.#gathered = []
        this.#pipe.send(bytes)
      })
    }
    this.#gathered.push(...chunks)
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }
}
