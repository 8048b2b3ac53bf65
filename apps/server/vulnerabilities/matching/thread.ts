// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CallName, Calls } from './messages.ts'

/** The largest document CSAF names unpacks to about this much. */
const threadMb = 2_048

/** What was to be read takes more memory than there is for it. */
export class TooLarge extends Error {
  constructor() {
    super('a document takes more memory than there is for it')
    this.name = 'TooLarge'
  }
}

/** A thread that reads and matches, asked one thing at a time. Ends with `close`, or when told. */
export class MatchingThread {
  readonly #worker: Worker
  #waiting: { resolve(answer: never): void; reject(error: Error): void } | undefined
  #ended: Error | undefined

  constructor(signal?: AbortSignal, mb = threadMb) {
    this.#worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: mb },
    })
    // Kept for the next question, it keeps no process alive.
    this.#worker.unref()
    this.#worker.on('message', (told: { answer: never } | { fault: string }) => {
      const waiting = this.#waiting
      this.#waiting = undefined
      this.#worker.unref()
      if ('fault' in told) waiting?.reject(new Error(told.fault))
      else waiting?.resolve(told.answer)
    })
    this.#worker.once('error', (error: NodeJS.ErrnoException) =>
      this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooLarge() : error),
    )
    this.#worker.once('exit', () => this.#end(new Error('the matching thread has ended')))
    signal?.addEventListener('abort', () => this.close(), { once: true })
  }

  ask<Name extends CallName>(call: Name, given: Calls[Name][0]): Promise<Calls[Name][1]> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended)
    if (this.#waiting !== undefined) return Promise.reject(new Error('asked while it is answering'))
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#worker.ref()
      this.#worker.postMessage({ call, given })
    })
  }

  close(): void {
    this.#end(new Error('the matching thread was closed'))
    void this.#worker.terminate()
  }

  #end(error: Error): void {
    this.#ended ??= error
    this.#waiting?.reject(this.#ended)
    this.#waiting = undefined
  }
}
