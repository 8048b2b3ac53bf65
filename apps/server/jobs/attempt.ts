// SPDX-License-Identifier: EUPL-1.2
import type { PgBoss } from 'pg-boss'
import type { Storage } from '../storage/storage.ts'
import type { Job, Run } from './job.ts'
import { beginRun, endRun, isCancelAsked, noteProgress } from './runs.ts'
import { statementsIn } from './statements.ts'

/** A job as the queue hands it out. */
export interface Fetched {
  readonly id: string
  readonly data: unknown
  readonly retryCount: number
  readonly signal: AbortSignal
}

export interface Surroundings {
  readonly storage: Storage
  readonly boss: PgBoss
  readonly clock: () => string
}

/** How often a job under way looks whether it is to stop. */
const lookMs = 1_000

/** The attempt is another's by now: what it would have kept is undone. */
export class ClaimLost extends Error {
  constructor(id: string) {
    super(`job ${id} is no longer this attempt's`)
    this.name = 'ClaimLost'
  }
}

/** Ends when the job is done, and throws when it is to be tried again. */
export async function attempt(
  job: Job<unknown>,
  fetched: Fetched,
  around: Surroundings,
): Promise<void> {
  const { tenant, data } = envelopeOf(fetched.data)
  const { id, retryCount } = fetched
  const isLast = retryCount >= job.terms.retries
  const { storage, clock } = around
  if (!job.terms.isTracked) {
    await job.run(data, runOf(fetched, tenant, around, { job, signal: fetched.signal }))
    return
  }
  const began = await storage.write(tenant, (db) => beginRun(db, id, clock()))
  if (!began) return
  const cancel = new AbortController()
  const timer = setInterval(() => {
    storage
      .read(tenant, (db) => isCancelAsked(db, id))
      .then((isAsked) => (isAsked ? cancel.abort(new Error('cancelled')) : undefined))
      // The next look may reach the database again.
      .catch(() => {})
  }, lookMs)
  const signal = AbortSignal.any([fetched.signal, cancel.signal])
  const end = (state: 'done' | 'failed' | 'cancelled') =>
    storage.write(tenant, (db) => endRun(db, id, { state, now: clock() }))
  try {
    await job.run(data, runOf(fetched, tenant, around, { job, signal }))
    // Cancelled too late is done; a handler that heeds the signal throws.
    await end('done')
  } catch (error) {
    if (cancel.signal.aborted) return await end('cancelled')
    if (isLast) await end('failed')
    throw error
  } finally {
    clearInterval(timer)
  }
}

function runOf(
  { id, retryCount }: Fetched,
  tenant: string,
  { storage, boss, clock }: Surroundings,
  { job, signal }: { readonly job: Job<unknown>; readonly signal: AbortSignal },
): Run {
  return {
    id,
    tenant,
    attempt: retryCount + 1,
    signal,
    finish: (work) =>
      storage.session.run('system', async () => {
        const { transaction } = storage.session
        const db = statementsIn(transaction)
        // First the claim: should another attempt have begun, nothing of this one is kept.
        const ended = await boss.complete(job.name, { id, retryCount }, undefined, { db })
        if (!('affected' in ended) || ended.affected !== 1) throw new ClaimLost(id)
        await transaction.become(tenant)
        await work(storage.db)
        if (job.terms.isTracked) await endRun(storage.db, id, { state: 'done', now: clock() })
      }),
    progress: (steps) => storage.write(tenant, (db) => noteProgress(db, id, steps)),
  }
}

function envelopeOf(stored: unknown): { readonly tenant: string; readonly data: unknown } {
  const { tenant, data }: { tenant?: unknown; data?: unknown } =
    typeof stored === 'object' && stored !== null ? stored : {}
  if (typeof tenant !== 'string') throw new TypeError('a job is stored without its tenant')
  return { tenant, data }
}
