// SPDX-License-Identifier: EUPL-1.2
import { cursorText, readCursor, routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { serveRoute } from '../http/route.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { readReceiver } from './address.ts'
import { addDelivery, nudge } from './deliveries.ts'
import { changeWebhook, createWebhook, listWebhooks, oneWebhook } from './webhook.ts'

export interface WebhookRouteOptions {
  readonly storage: Storage
  readonly clock: () => string
  readonly isPrivateAllowed: boolean
  /** There may be work that was just written. */
  readonly wake: () => void
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const pageLength = 50

export function servedWebhooks(app: FastifyInstance, options: WebhookRouteOptions): void {
  keeping(app, options)
  delivering(app, options)
}

function keeping(app: FastifyInstance, options: WebhookRouteOptions): void {
  const { storage, clock, isPrivateAllowed } = options
  serveRoute(app, routes.listWebhooks, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: await storage.read(caller.tenant, listWebhooks) },
  }))
  serveRoute(app, routes.createWebhook, { clock }, async ({ caller, body: given }) => {
    const wrong = addressProblem(given.url, isPrivateAllowed)
    if (wrong !== undefined) return wrong
    const by = caller.actor.person
    const { seal } = storage.secrets
    const body = await storage.write(caller.tenant, (db) =>
      createWebhook(db, { given, by, now: clock(), seal }),
    )
    return body === undefined ? no('too-many-webhooks') : { status: 201, body }
  })
  serveRoute(app, routes.changeWebhook, { clock }, async ({ caller, params, body: change }) => {
    const wrong =
      change.url === undefined ? undefined : addressProblem(change.url, isPrivateAllowed)
    if (wrong !== undefined) return wrong
    const body = await storage.write(caller.tenant, async (db) =>
      changeWebhook(db, idOf(params['id']), change),
    )
    return body === undefined ? no('not-found') : { status: 200, body }
  })
  serveRoute(app, routes.deleteWebhook, { clock }, async ({ caller, params }) => {
    const gone = await storage.write(caller.tenant, (db) =>
      db.deleteFrom('webhooks').where('id', '=', idOf(params['id'])).executeTakeFirst(),
    )
    return gone.numDeletedRows === 0n ? no('not-found') : { status: 204 }
  })
}

function delivering(app: FastifyInstance, options: WebhookRouteOptions): void {
  const { storage, clock, wake } = options
  const accepted = (delivery: string | undefined): Answer => {
    if (delivery === undefined) return no('not-found')
    wake()
    return { status: 202, body: { delivery } }
  }
  serveRoute(app, routes.testWebhook, { clock }, async ({ caller, params }) => {
    const made = await storage.write(caller.tenant, (db) =>
      addTest(db, idOf(params['id']), clock()),
    )
    return accepted(made)
  })
  serveRoute(app, routes.redeliverWebhook, { clock }, async ({ caller, params }) => {
    const { id, delivery } = params
    const place = { webhook: idOf(id), delivery: idOf(delivery), now: clock() }
    return accepted(await storage.write(caller.tenant, (db) => deliverAgain(db, place)))
  })
  serveRoute(app, routes.listWebhookDeliveries, { clock }, async ({ caller, params, query }) => {
    const webhook = idOf(params['id'])
    const { cursor } = query
    const place = cursor === undefined ? undefined : readCursor(cursor)
    if (cursor !== undefined && (place === undefined || place.list !== webhook)) {
      return no('query-refused', { errors: [{ code: 'cursor', path: '/cursor' }] })
    }
    const before = place === undefined ? undefined : { at: String(place.value), id: place.id }
    const body = await storage.read(caller.tenant, (db) => deliveriesOf(db, webhook, before))
    return body === undefined ? no('not-found') : { status: 200, body }
  })
}

/** What is no id is the id of nothing. */
function idOf(text: string | undefined): string {
  return text !== undefined && uuid.test(text) ? text : '00000000-0000-0000-0000-000000000000'
}

function addressProblem(url: string, isPrivateAllowed: boolean): Answer | undefined {
  const read = readReceiver(url, isPrivateAllowed)
  if (read.ok) return undefined
  return no('body-refused', { errors: [{ code: read.refusal, path: '/url' }] })
}

async function addTest(db: Database, webhook: string, now: string): Promise<string | undefined> {
  const found = await oneWebhook(db, webhook)
  if (found?.state !== 'active') return undefined
  const event = 'webhook.test'
  const body = JSON.stringify({ type: event, timestamp: now, data: {} })
  return addDelivery(db, { webhook, entry: null, event, body, now })
}

async function deliverAgain(
  db: Database,
  { webhook, delivery, now }: { webhook: string; delivery: string; now: string },
): Promise<string | undefined> {
  const changed = await db
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', attempts: 0, due_at: now, ended_at: null })
    .where('id', '=', delivery)
    .where('webhook', '=', webhook)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return undefined
  await nudge(db, { id: delivery, now, dueAt: now })
  return delivery
}

async function deliveriesOf(
  db: Database,
  webhook: string,
  before: { readonly at: string; readonly id: string } | undefined,
) {
  if ((await oneWebhook(db, webhook)) === undefined) return undefined
  const rows = await db
    .selectFrom('webhook_deliveries')
    .select(['id', 'event', 'entry', 'state', 'at', 'due_at', 'attempts', 'tries', 'ended_at'])
    .where('webhook', '=', webhook)
    .$if(before !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('at', 'id'), '<', tuple(before?.at ?? '', before?.id ?? '')),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const page = rows.slice(0, pageLength)
  const last = rows.length > pageLength ? page.at(-1) : undefined
  return {
    items: page.map(({ due_at, ...row }) => ({
      ...row,
      due_at: row.state === 'waiting' ? due_at : null,
    })),
    next: last === undefined ? null : cursorText({ value: last.at, id: last.id, list: webhook }),
  }
}
