// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { entryAlone } from '../sources/accept.ts'
import { knownTo } from '../sources/known.ts'
import type { Storage } from '../storage/storage.ts'
import { heed, ignore, ignoredRows } from './ignored.ts'
import { type Merged, merge, split } from './merging.ts'
import { sightedSources } from './reading.ts'
import { inventoryOf } from './reconcile.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** What was seen beside what is registered, and what people make of the difference. */
export function servedInventory(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  serveRoute(app, routes.getInventory, { clock }, async ({ caller, query }) => {
    const compared = await storage.read(caller.tenant, async (db) => {
      const { assets, sites } = await knownTo(db, caller, clock())
      const { sources, leftOut } = await sightedSources(db, query.site)
      return { assets, sites, sources, leftOut, ignored: await ignoredRows(db) }
    })
    return { status: 200, body: inventoryOf(compared) }
  })
  serveRoute(app, routes.mergeAssets, { clock }, async ({ caller, body }) => {
    const done = await merge(merging(around, caller), body)
    if (!done.ok) return refused(done)
    const { id, moved, entry } = done
    return { status: 200, body: { id, moved, entry } }
  })
  serveRoute(app, routes.splitAsset, { clock }, async ({ caller, body }) => {
    const done = await split(merging(around, caller), body)
    if (!done.ok) return refused(done)
    return { status: 201, body: { id: done.id, entry: done.entry } }
  })
  ignoring(app, around)
}

function ignoring(app: FastifyInstance, { storage, clock }: Around): void {
  const logged = async ({ tenant, actor }: Caller, id: string, payload: Payload) => {
    const told = await storage.apply(tenant, entryAlone(id, payload.what, actor.person, payload))
    const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
    if (entry === undefined) throw new Error('an entry that was not written')
    return entry
  }
  serveRoute(app, routes.ignoreSighting, { clock }, async ({ caller, body }) => {
    const { kind, value, site, reason } = body
    const at = clock()
    const id = newId(at)
    const row = { id, key: { kind, value, site }, reason, at, by: caller.actor.person }
    const made = await storage.write(caller.tenant, (db) => ignore(db, row))
    if (made === undefined) return no('too-many')
    const payload = { what: 'ignored', kind, value, site: site ?? '', reason }
    return { status: 201, body: { id, entry: await logged(caller, id, payload) } }
  })
  serveRoute(app, routes.heedSighting, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const ended = { id, at: clock(), by: caller.actor.person }
    const found = await storage.write(caller.tenant, (db) => heed(db, ended))
    if (found === undefined) return no('not-found')
    return { status: 200, body: { id, entry: await logged(caller, id, { what: 'heeded' }) } }
  })
}

type Payload = { readonly what: string } & Readonly<Record<string, string>>

function merging({ storage, clock }: Around, { tenant, actor }: Caller) {
  return { storage, tenant, actor, now: clock(), newId: () => newId(clock()) }
}

function refused(refusal: Extract<Merged, { ok: false }>): Answer {
  if (refusal.code !== 'refused') return no(refusal.code)
  const [first] = refusal.errors
  // The core's own refusals are problems by the same names.
  return no((first?.code ?? 'field-refused') as 'field-refused', { errors: [...refusal.errors] })
}
