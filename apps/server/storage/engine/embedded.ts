// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { faultOf, StorageFault } from '../fault.ts'
import type { FromWorker, ToWorker, WorkerData } from './embedded-messages.ts'
import type { Engine } from './engine.ts'
import { gaugesOf, newCells } from './gauges.ts'
import { lockDirectory } from './lock.ts'
import { unpackTemplate } from './packing.ts'
import { sessionSettings, types } from './values.ts'
import { WorkerStream } from './worker-stream.ts'

/** A thread that dies while it starts is tried again after this, doubled each time. */
const firstRestartMs = 100
const lastRestartMs = 10_000

export interface EmbeddedOptions {
  readonly directory: string
  /** A file of `makeTemplate` to begin with; null lets the engine make its own beginning. */
  readonly template: string | null
}

export async function openEmbedded(options: EmbeddedOptions): Promise<Engine> {
  mkdirSync(dirname(options.directory), { recursive: true })
  const unlock = lockDirectory(options.directory)
  const cells = newCells()
  let thread: DatabaseThread | undefined
  try {
    if (options.template !== null && !existsSync(options.directory)) {
      await unpackTemplate(options.template, options.directory)
    }
    thread = new DatabaseThread({ directory: options.directory, cells })
    await thread.ready()
  } catch (error) {
    await thread?.stop()
    unlock()
    throw error
  }
  return engineOf(thread, cells, unlock)
}

function engineOf(thread: DatabaseThread, cells: Int32Array, unlock: () => void): Engine {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    types,
    pipeline: true,
    stream: () => thread.connect() as never,
  })
  pool.on('connect', (client) => {
    // Whoever waits for an answer gets the error; without a listener it would end the process.
    client.on('error', () => {})
    client.query(sessionSettings).catch(() => {})
  })
  // The query that was under way has the error; an idle connection's is nobody's.
  pool.on('error', () => {})
  return {
    name: 'embedded',
    pool,
    gauges: gaugesOf(cells),
    dump: () => thread.dump(),
    copy: (to) => thread.copy(to),
    close: async () => {
      await pool.end()
      await thread.close()
      unlock()
    },
  }
}

/** Keeps one thread running, a new one when it dies, and says which stream an answer is for. */
class DatabaseThread {
  readonly #data: WorkerData
  #worker: Worker | undefined
  #ready: Promise<void>
  #restartMs = firstRestartMs
  #isStopped = false
  #streams = 0
  #stream: WorkerStream | undefined
  #isFresh = true
  #asked: { resolve: (message: FromWorker) => void; reject: (error: Error) => void } | undefined

  constructor(data: WorkerData) {
    this.#data = data
    this.#ready = this.#start()
  }

  ready(): Promise<void> {
    return this.#ready
  }

  connect(): WorkerStream {
    this.#streams += 1
    const id = this.#streams
    const stream: WorkerStream = new WorkerStream({
      opened: async () => {
        await this.#ready
        if (!this.#isFresh) this.#post({ stream: 0, bytes: resetMessage })
        this.#isFresh = false
      },
      send: (bytes) => this.#post({ stream: id, bytes }),
    })
    this.#stream = stream
    return stream
  }

  async dump(): Promise<Uint8Array> {
    const answer = await this.#ask({ ask: 'dump' })
    return 'dump' in answer ? answer.dump : new Uint8Array()
  }

  async copy(to: string): Promise<void> {
    const answer = await this.#ask({ ask: 'copy', to })
    if ('copied' in answer && answer.trouble !== undefined) throw faultOf(answer.trouble)
  }

  async close(): Promise<void> {
    this.#isStopped = true
    await this.#ask({ ask: 'close' }).catch(() => {})
    await this.#worker?.terminate()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#worker?.terminate()
  }

  /** Bytes are handed over, not copied: they are the caller's no more. */
  #post(message: ToWorker): void {
    const isBytes = 'bytes' in message && message.stream > 0
    this.#worker?.postMessage(message, isBytes ? [message.bytes.buffer as ArrayBuffer] : [])
  }

  #ask(question: Extract<ToWorker, { readonly ask: unknown }>): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject }
      this.#post(question)
    })
  }

  #start(): Promise<void> {
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
      workerData: this.#data,
    })
    this.#worker = worker
    this.#isFresh = true
    let cause: unknown
    const started = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if ('ready' in message) {
          this.#restartMs = firstRestartMs
          resolve()
        } else if ('bytes' in message) {
          if (message.stream === this.#streams) this.#stream?.receive(message.bytes)
        } else {
          this.#asked?.resolve(message)
        }
      })
      worker.on('error', (error) => {
        cause = error
      })
      worker.on('exit', () => {
        const fault = new StorageFault('storage-unavailable', 'the database has stopped', cause)
        reject(fault)
        this.#stream?.destroy(fault)
        this.#asked?.reject(fault)
        if (worker === this.#worker && !this.#isStopped) this.#restart()
      })
    })
    started.catch(() => {})
    return started
  }

  #restart(): void {
    const waitMs = this.#restartMs
    this.#restartMs = Math.min(waitMs * 2, lastRestartMs)
    this.#ready = new Promise<void>((resolve) => setTimeout(resolve, waitMs).unref()).then(() =>
      this.#isStopped ? undefined : this.#start(),
    )
    this.#ready.catch(() => {})
  }
}

/** Ends what a connection before this one may have left open in the only session there is. */
const resetMessage = Buffer.concat(['rollback', 'discard all'].map(queryMessage))

/** PostgreSQL documentation, "Message Formats", Query. */
function queryMessage(text: string): Buffer {
  const message = Buffer.alloc(6 + text.length)
  message.write('Q')
  message.writeInt32BE(5 + text.length, 1)
  message.write(text, 5)
  return message
}
