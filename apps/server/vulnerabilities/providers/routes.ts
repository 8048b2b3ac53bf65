// SPDX-License-Identifier: EUPL-1.2
import { routes as declared } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { newId } from '../../http/ids.ts'
import { isId } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import { entryAlone } from '../../sources/accept.ts'
import { readReceiver } from '../../webhooks/address.ts'
import type { Vulnerabilities } from '../service.ts'
import { keyRoutes } from './key-routes.ts'
import { providerRows, storeProvider } from './store.ts'

const mostProviders = 100

export function providerRoutes(app: FastifyInstance, service: Vulnerabilities): void {
  keyRoutes(app, service)
  const { storage, clock } = service.around
  const rows = (tenant: string) => storage.read(tenant, providerRows)
  const one = async (tenant: string, id: string | undefined) => {
    if (id === undefined || !isId(id)) return undefined
    return (await rows(tenant)).find((row) => row.id === id)
  }
  const logged = (tenant: string, by: string, given: { id: string; what: string; url: string }) =>
    storage.apply(
      tenant,
      entryAlone(given.id, given.what, by, { what: 'advisory-provider', url: given.url }),
    )
  serveRoute(app, declared.listAdvisoryProviders, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: (await rows(caller.tenant)).map(answered) },
  }))
  serveRoute(app, declared.addAdvisoryProvider, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const read = readReceiver(body.url, service.isPrivateAllowed)
    if (!read.ok) {
      return no('body-refused', { errors: [{ code: read.refusal, path: '/url' }] })
    }
    if ((await rows(tenant)).length >= mostProviders) {
      return no('body-refused', { errors: [{ code: 'too-many', path: '/url' }] })
    }
    const at = clock()
    const id = newId(at)
    const url = read.value.href
    const { is_on: isOn, ...given } = body
    await storage.write(tenant, (db) =>
      storeProvider(db, { ...given, id, url, isOn, at, by: actor.person }),
    )
    await logged(tenant, actor.person, { id, what: 'added', url })
    const row = await one(tenant, id)
    if (row === undefined) throw new Error('a provider that was just stored is gone')
    return { status: 201, body: answered(row) }
  })
  serveRoute(app, declared.changeAdvisoryProvider, { clock }, async ({ caller, params, body }) => {
    const { tenant, actor } = caller
    const before = await one(tenant, params['id'])
    if (before === undefined) return no('not-found')
    const set = { name: body.name ?? before.name, is_on: body.is_on ?? before.is_on }
    await storage.write(tenant, (db) =>
      db.updateTable('advisory_providers').set(set).where('id', '=', before.id).execute(),
    )
    if (set.is_on !== before.is_on) {
      const what = set.is_on ? 'switched-on' : 'switched-off'
      await logged(tenant, actor.person, { id: before.id, what, url: before.url })
    }
    return { status: 200, body: answered({ ...before, ...set }) }
  })
  serveRoute(app, declared.deleteAdvisoryProvider, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const before = await one(tenant, params['id'])
    if (before === undefined) return no('not-found')
    await storage.write(tenant, (db) =>
      db.deleteFrom('advisory_providers').where('id', '=', before.id).execute(),
    )
    await logged(tenant, actor.person, { id: before.id, what: 'removed', url: before.url })
    return { status: 204 }
  })
  serveRoute(app, declared.fetchAdvisories, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const before = await one(tenant, params['id'])
    if (before === undefined) return no('not-found')
    await service.fetch(tenant, before.id, actor.person)
    const row = await one(tenant, before.id)
    return row === undefined ? no('not-found') : { status: 200, body: answered(row) }
  })
}

function answered(row: Awaited<ReturnType<typeof providerRows>>[number]) {
  const { tenant: _, remembered: __, made_at: at, made_by: by, ...rest } = row
  return { ...rest, at, by }
}
