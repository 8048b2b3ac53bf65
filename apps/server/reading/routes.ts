// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Answer, no } from '../http/answer.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { dayIn } from '../identity/roles.ts'
import type { Database } from '../storage/dialect.ts'
import { type Around, recordsOf, textOf, timeZone, withAccount } from './around.ts'
import {
  type AskRefusal,
  askToRead,
  linkOf,
  type Reached,
  receiptsOf,
  remindToRead,
} from './asking.ts'
import { newestLinks, revokeLinks, stateOf } from './links.ts'
import { servedOwnReading } from './own.ts'

/** Who was asked to read what, who did, and the reading itself. */
export function servedReading(app: FastifyInstance, around: Around): void {
  asking(app, around)
  links(app, around)
  overview(app, around)
  servedOwnReading(app, around)
}

function answered(reached: Reached | AskRefusal): Answer {
  if (typeof reached !== 'string') {
    return { status: 200, body: reached, headers: { 'cache-control': 'no-store' } }
  }
  return no('body-refused', { errors: [{ code: 'reference-missing', path: `/${reached}` }] })
}

function asking(app: FastifyInstance, around: Around): void {
  const { clock } = around
  serveRoute(app, routes.askToRead, { clock }, async ({ caller, body }) =>
    answered(await askToRead(around, caller, body)),
  )
  serveRoute(app, routes.remindToRead, { clock }, async ({ caller, params, body }) => {
    const version = params['id'] ?? ''
    if (!isId(version)) return no('not-found')
    const validDays = body.valid_days
    const reached = await remindToRead(around, caller, { version, validDays })
    return reached === 'version' ? no('not-found') : answered(reached)
  })
}

function links(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  serveRoute(app, routes.renewReadingLink, { clock }, async ({ caller, params, body }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    return storage.write(caller.tenant, async (db): Promise<Answer> => {
      const receipt = (await recordsOf(db, 'read-receipt', [id])).get(id)
      if (receipt?.state !== 'asked' || receipt.retired !== null) return no('not-found')
      const person = textOf(receipt.values, 'person') ?? ''
      const name = (await recordsOf(db, 'person', [person])).get(person)?.values['name'] ?? ''
      const link = await linkOf(around, caller, { db, receipt: id, validDays: body.valid_days })
      const headers = { 'cache-control': 'no-store' }
      return { status: 201, body: { receipt: id, person, name: String(name), link }, headers }
    })
  })
  serveRoute(app, routes.revokeReadingLink, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    const isDone =
      isId(id) && (await storage.write(caller.tenant, (db) => revokeLinks(db, id, clock())))
    return isDone ? { status: 204 } : no('not-found')
  })
}

function overview(app: FastifyInstance, around: Around): void {
  const { storage, clock, sendMail } = around
  serveRoute(app, routes.readersOfVersion, { clock }, async ({ caller, params }) => {
    const version = params['id'] ?? ''
    if (!isId(version)) return no('not-found')
    const items = await storage.read(caller.tenant, (db) => readersOf(db, version, clock()))
    return { status: 200, body: { items, has_mail: sendMail !== undefined } }
  })
  serveRoute(app, routes.readingCounts, { clock }, async ({ caller }) => {
    const now = clock()
    return storage.read(caller.tenant, async (db) => {
      const today = dayIn(await timeZone(db), now)
      return { status: 200, body: { today, items: await counts(db, today) } }
    })
  })
}

async function readersOf(db: Database, version: string, now: string) {
  const receipts = await receiptsOf(db, version)
  const people = await recordsOf(
    db,
    'person',
    receipts.flatMap(({ values }) => textOf(values, 'person') ?? []),
  )
  const accounts = await withAccount(db)
  const known = await newestLinks(
    db,
    receipts.map(({ id }) => id),
  )
  const rows = receipts.map(({ id, version: at, state, values }) => {
    const person = textOf(values, 'person') ?? ''
    const found = people.get(person)
    const link = known.get(id)
    return {
      receipt: id,
      version: at,
      person,
      name: textOf(found?.values, 'name') ?? '',
      state,
      asked_at: textOf(values, 'asked_at'),
      due_on: textOf(values, 'due_on'),
      read_at: textOf(values, 'read_at'),
      confirmed_by: textOf(values, 'confirmed_by'),
      has_account: accounts.has(person),
      has_address: textOf(found?.values, 'email') !== null,
      link:
        link === undefined
          ? null
          : {
              state: stateOf(link, now),
              made_at: link.made_at,
              expires_at: link.expires_at,
              opened_at: link.opened_at,
            },
    }
  })
  return rows.toSorted((a, b) => a.name.localeCompare(b.name))
}

interface Count {
  readonly version: string
  readonly asked: number
  readonly read: number
  readonly overdue: number
}

/** Counted where the rows are: a large company has very many of them. */
async function counts(db: Database, today: string): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select v.document ->> 'policy_version' as version,
      count(*)::integer as asked,
      (count(*) filter (where v.state = 'read'))::integer as read,
      (count(*) filter (where v.state = 'asked' and v.document ->> 'due_on' < ${today}))::integer
        as overdue
    from records v
    where v.kind = 'read-receipt' and not v.is_retired and v.state <> 'withdrawn'
    group by 1 order by 1`.execute(db)
  return rows
}
