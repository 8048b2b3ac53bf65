// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural, lookingRoutes, readMoment } from '@schouw/contract'
import { kind as kindOf, kinds, may, type RecordKind } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { logSize, sizeAt } from '../http/reading/moment.ts'
import { serveRoute } from '../http/route.ts'
import { recordsReferring } from '../storage/reading/looking.ts'
import { isUuid } from '../storage/records/derive.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'
import { differencesOf } from './differences.ts'
import { forgetView, keepView, keptViews } from './views.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const mostLinks = 500
/** Of one person and register: beyond it nobody finds one back. */
export const mostViews = 100

/** Kept views, what changed between two moments, and what refers to what. */
export function servedLooking(app: FastifyInstance, around: Around): void {
  views(app, around)
  differences(app, around)
  links(app, around)
}

/** The kind of a register that this person may read. */
function readableKind(plural: string, { actor }: Caller, now: string): RecordKind | Answer {
  const name = kindOfPlural(plural)
  if (name === undefined) return no('not-found')
  return may({ actor, action: 'read', kind: kinds[name], now }).allowed
    ? kinds[name]
    : no('not-permitted')
}

function views(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, lookingRoutes.listViews, { clock }, async ({ caller, query }) => {
    const kind = readableKind(query.register, caller, clock())
    if (!('fields' in kind)) return kind
    const items = await storage.read(caller.tenant, (db) =>
      keptViews(db, kind.name, caller.actor.person),
    )
    return { status: 200, body: { items } }
  })
  serveRoute(app, lookingRoutes.keepView, { clock }, async ({ caller, body }) => {
    const kind = readableKind(body.register, caller, clock())
    if (!('fields' in kind)) return kind
    const now = clock()
    const { name, address, is_shared } = body
    const view = { id: newId(now), kind: kind.name, name, address, is_shared }
    const by = { at: now, person: caller.actor.person, most: mostViews }
    const made = await storage.write(caller.tenant, (db) => keepView(db, view, by))
    return made === undefined ? no('too-many') : { status: 201, body: made }
  })
  serveRoute(app, lookingRoutes.forgetView, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isUuid(id)) return no('not-found')
    const { person, roles } = caller.actor
    const isCiso = roles.includes('ciso')
    const isGone = await storage.write(caller.tenant, (db) => forgetView(db, id, person, isCiso))
    return isGone ? { status: 204 } : no('not-found')
  })
}

function differences(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, lookingRoutes.differences, { clock }, async ({ caller, params, query }) => {
    const now = clock()
    const kind = readableKind(params['register'] ?? '', caller, now)
    if (!('fields' in kind)) return kind
    const [from, to] = [readMoment(query.from), readMoment(query.to)]
    const wrong = [from === undefined ? '/from' : [], to === undefined ? '/to' : []].flat()
    if (from === undefined || to === undefined) {
      return no('query-refused', { errors: wrong.map((path) => ({ code: 'query-refused', path })) })
    }
    const found = await storage.read(caller.tenant, async (db) => {
      const size = await logSize(db)
      const ends = [await sizeAt(db, from, size), await sizeAt(db, to, size)] as const
      const [first, last] = ends
      if (first === undefined || last === undefined) return undefined
      const between = first <= last ? { from: first, to: last } : { from: last, to: first }
      const seen = { caller, kind, now }
      return { between, ...(await differencesOf(db, seen, { ...between, after: query.after })) }
    })
    if (found === undefined) {
      return no('moment-ahead', { errors: [{ code: 'moment-ahead', path: '/to' }] })
    }
    const { between, items, next } = found
    return { status: 200, body: { ...between, items, next } }
  })
}

function links(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, lookingRoutes.links, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isUuid(id)) return no('not-found')
    const { actor } = caller
    const now = clock()
    const rows = await storage.read(caller.tenant, (db) => recordsReferring(db, id, mostLinks + 1))
    const items = rows.slice(0, mostLinks).flatMap((row) => {
      const record = recordOf(row)
      const kind = kindOf(record.kind)
      if (kind === undefined) return []
      const permission = may({ actor, action: 'read', kind, record, now })
      if (!permission.allowed) return []
      const { fields } = permission
      const isShown = (name: string) => fields === null || fields.includes(name)
      const field = row.field.replace('/', '.')
      if (!isShown(field.split('.')[0] ?? '')) return []
      const title = kind.title.every(isShown) ? row.title : null
      const { state, retired } = record
      return [{ id: row.id, kind: record.kind, field, title, state, isRetired: retired !== null }]
    })
    return { status: 200, body: { items, is_cut: rows.length > mostLinks } }
  })
}
