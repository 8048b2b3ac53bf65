// SPDX-License-Identifier: EUPL-1.2
import { entryBundle, parseTilePath, tileWidth, widthOf } from '@schouw/core/ledger/tiles'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readTile } from '../storage/ledger/tiles.ts'
import type { Storage } from '../storage/storage.ts'
import { type Answer, no, send } from './answer.ts'
import { callerOf } from './guard.ts'
import { mayReadLog } from './policy.ts'
import { headersBetween } from './reading/entries.ts'

/** The log as C2SP tlog-tiles has it, read-only, for tools that follow it from outside. */
export function logRoutes(
  app: FastifyInstance,
  { storage, clock }: { readonly storage: Storage; readonly clock: () => string },
): void {
  const refused = (request: FastifyRequest): Answer | undefined =>
    mayReadLog(callerOf(request).actor, clock()) ? undefined : no('not-permitted')

  app.get('/api/v1/log/checkpoint', async (request, reply) => {
    const barred = refused(request)
    if (barred !== undefined) return send(reply, barred)
    const { checkpoint } = await storage.log(callerOf(request).tenant)
    const type = 'text/plain; charset=utf-8'
    return send(reply, { status: 200, type, body: Buffer.from(checkpoint) })
  })

  app.get<{ Params: { '*': string } }>('/api/v1/log/tile/*', async (request, reply) => {
    const barred = refused(request)
    if (barred !== undefined) return send(reply, barred)
    const { tenant } = callerOf(request)
    return send(reply, await tile(storage, tenant, `tile/${request.params['*']}`))
  })
}

async function tile(storage: Storage, tenant: string, path: string): Promise<Answer> {
  const id = parseTilePath(path)
  if (id === undefined) return no('not-found')
  const { level, index, width } = id
  const { size } = (await storage.log(tenant)).head
  if (width > widthOf(size, level === 'entries' ? 0 : level, index)) return no('not-found')
  const bytes = await storage.read(tenant, async (db) => {
    if (level !== 'entries') return readTile(storage.session.transaction, { level, index, width })
    const from = index * tileWidth
    const entries = await headersBetween(db, from, from + width)
    const bundle = entryBundle(entries.map(({ header }) => header))
    return bundle.ok ? bundle.value : undefined
  })
  if (bytes === undefined) throw new Error(`${path} is missing`)
  // No tile ever changes, not even one that is not full: a fuller one has another name.
  const headers = { 'cache-control': 'private, max-age=31536000, immutable' }
  return { status: 200, type: 'application/octet-stream', body: Buffer.from(bytes), headers }
}
