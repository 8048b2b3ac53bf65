// SPDX-License-Identifier: EUPL-1.2
import { routes as declared } from '@schouw/contract'
import { aggregatorListing } from '@schouw/formats/csaf'
import { readKeys } from '@schouw/formats/openpgp'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { newId } from '../../http/ids.ts'
import { isId } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import type { Vulnerabilities } from '../service.ts'
import { usualBounds } from './bounds.ts'
import { get } from './get.ts'
import {
  acceptKey,
  broughtByHand,
  type KeyRow,
  keyEntry,
  keyRows,
  removeKey,
  storeKey,
} from './keys.ts'

const mostKeys = 200

/** Keys that signatures are held against, and lists of those who publish. */
export function keyRoutes(app: FastifyInstance, service: Vulnerabilities): void {
  const { storage, clock } = service.around
  const rows = (tenant: string) => storage.read(tenant, keyRows)
  const one = async (tenant: string, id: string | undefined) =>
    id === undefined || !isId(id) ? undefined : (await rows(tenant)).find((row) => row.id === id)
  serveRoute(app, declared.listAdvisoryKeys, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: (await rows(caller.tenant)).map(answered) },
  }))
  serveRoute(app, declared.addAdvisoryKeys, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const keys = await readKeys(Buffer.from(body.armoured))
    if (keys.length === 0) {
      return no('body-refused', { errors: [{ code: 'no-public-key', path: '/armoured' }] })
    }
    const before = await rows(tenant)
    if (before.length + keys.length > mostKeys) {
      return no('body-refused', { errors: [{ code: 'too-many', path: '/armoured' }] })
    }
    const by = actor.person
    for (const key of keys) {
      const at = clock()
      const known = before.filter(({ fingerprint }) => fingerprint === key.fingerprint)
      const own = known.find(({ url }) => url === broughtByHand)
      const id = own?.id ?? newId(at)
      await storage.write(tenant, async (db) => {
        for (const one of known) if (one.basis === null) await acceptKey(db, one.id, at, by)
        const row = { id, key, url: broughtByHand, basis: 'person', at, by } as const
        if (own === undefined) await storeKey(db, row)
      })
      await storage.apply(tenant, keyEntry(id, 'accepted', by, key.fingerprint))
    }
    return { status: 201, body: { items: (await rows(tenant)).map(answered) } }
  })
  serveRoute(app, declared.acceptAdvisoryKey, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const before = await one(tenant, params['id'])
    if (before === undefined) return no('not-found')
    await storage.write(tenant, (db) => acceptKey(db, before.id, clock(), actor.person))
    await storage.apply(tenant, keyEntry(before.id, 'accepted', actor.person, before.fingerprint))
    const row = await one(tenant, before.id)
    return row === undefined ? no('not-found') : { status: 200, body: answered(row) }
  })
  serveRoute(app, declared.deleteAdvisoryKey, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const before = await one(tenant, params['id'])
    if (before === undefined) return no('not-found')
    await storage.write(tenant, (db) => removeKey(db, before.id))
    await storage.apply(tenant, keyEntry(before.id, 'removed', actor.person, before.fingerprint))
    return { status: 204 }
  })
  serveRoute(app, declared.listAggregated, { clock }, async ({ body }) => {
    const { isPrivateAllowed } = service
    const { listBytes: mostBytes, timeMs } = usualBounds
    const got = await get({ url: body.url, isPrivateAllowed, mostBytes, timeMs })
    if (!('bytes' in got)) {
      return { status: 200, body: { items: [], fault: 'fault' in got ? got.fault : 'unchanged' } }
    }
    const items = aggregatorListing(jsonIn(got.bytes), body.url)
    return {
      status: 200,
      body: { items: [...(items ?? [])], fault: items ? null : 'no-aggregator' },
    }
  })
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function answered({ made_at: at, made_by: by, basis, ...rest }: KeyRow) {
  return { ...rest, basis: basis as 'first_contact' | 'person' | null, at, by }
}
