// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance } from 'fastify'
import type { Storage } from '../storage/storage.ts'
import { send } from './answer.ts'

/** A database that does not answer within this is away. */
const patienceMs = 2_000

/** Whether the process lives, and whether it can be asked something. Neither says anything else. */
export function healthRoutes(
  app: FastifyInstance,
  { storage, isStopping }: { readonly storage: Storage; readonly isStopping: () => boolean },
): void {
  const config = { isPublic: true, isUnlimited: true } as const
  app.get('/healthz', { config }, async (_request, reply) =>
    send(reply, { status: 200, body: { status: 'ok' } }),
  )
  app.get('/readyz', { config }, async (_request, reply) => {
    const storageState = isStopping() ? 'stopping' : await stateOf(storage)
    const isReady = storageState === 'ok'
    return send(reply, { status: isReady ? 200 : 503, body: { status: storageState } })
  })
}

async function stateOf(storage: Storage): Promise<'ok' | 'storage-unavailable' | 'ledger-refused'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patienceMs)
  })
  try {
    const faults = await Promise.race([storage.check(), late])
    if (faults === 'late') return 'storage-unavailable'
    return faults.length > 0 ? 'ledger-refused' : 'ok'
  } catch {
    return 'storage-unavailable'
  } finally {
    clearTimeout(timer)
  }
}
