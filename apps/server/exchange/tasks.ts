// SPDX-License-Identifier: EUPL-1.2
import type { FastifyBaseLogger } from 'fastify'
import type { Storage } from '../storage/storage.ts'
import { exchangeLimits } from './limits.ts'
import { type ImportState, importRow, patchImport } from './rows.ts'

/** Signs are given so often, at most: each is a transaction. */
const signMs = 500

/** Work on imports that goes on when its request is answered. */
export class Tasks {
  readonly #storage: Storage
  readonly #clock: () => string
  readonly #log: FastifyBaseLogger
  readonly #running = new Map<string, Promise<void>>()
  #isStopping = false

  constructor(options: {
    readonly storage: Storage
    readonly clock: () => string
    readonly log: FastifyBaseLogger
  }) {
    this.#storage = options.storage
    this.#clock = options.clock
    this.#log = options.log
  }

  get count(): number {
    return this.#running.size
  }

  isRunning(id: string): boolean {
    return this.#running.has(id)
  }

  /** Starts the work and waits a moment for it; gives whether it is done by then. */
  async run(
    of: { readonly tenant: string; readonly id: string; readonly failed: ImportState },
    work: (onProgress: (done: number) => Promise<boolean>) => Promise<void>,
  ): Promise<boolean> {
    const { tenant, id, failed } = of
    const task = work(this.#progress(tenant, id))
      .catch(async (error: unknown) => {
        this.#log.error({ err: error }, 'import')
        await this.#storage
          .write(tenant, (db) => patchImport(db, id, { state: failed, seen_at: this.#clock() }))
          .catch(() => {})
      })
      .finally(() => this.#running.delete(id))
    this.#running.set(id, task)
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), exchangeLimits.patienceMs)
    })
    const isDone = await Promise.race([task.then(() => true), patience])
    clearTimeout(timer)
    return isDone
  }

  /** What is under way ends at its next sign; what it has done stays and is told. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#running.values())
  }

  #progress(tenant: string, id: string): (done: number) => Promise<boolean> {
    let last = 0
    let isGoing = true
    return async (done) => {
      if (this.#isStopping) return false
      const now = performance.now()
      if (now - last < signMs && done > 0) return isGoing
      last = now
      isGoing = await this.#storage.write(tenant, async (db) => {
        const found = await importRow(db, id)
        await patchImport(db, id, { progress: done, seen_at: this.#clock() })
        return found?.is_cancelled !== true
      })
      return isGoing
    }
  }
}
