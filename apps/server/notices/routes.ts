// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { serveRoute } from '../http/route.ts'
import type { Database } from '../storage/dialect.ts'
import type { Around } from './around.ts'
import { servedComments } from './comments.ts'
import { type Notice, noticesFor } from './notices.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What is said about records, and what somebody is to know of. */
export function servedNotices(app: FastifyInstance, around: Around): void {
  servedComments(app, around)
  const { storage, clock } = around
  serveRoute(app, routes.myNotices, { clock }, async ({ caller }) => {
    const { person } = caller.actor
    const found = await storage.read(caller.tenant, async (db) => ({
      notices: await noticesFor(db, caller, clock()),
      read: await keysRead(db, person),
      settings: await settingsOf(db, person),
    }))
    const items = found.notices.map((one) => ({ ...one, is_read: found.read.has(one.key) }))
    const unread = items.filter((one) => !one.is_read).length
    const settings = {
      digest: found.settings?.digest ?? 'none',
      language: found.settings?.language ?? 'nl',
    }
    return { status: 200, body: { items, unread, settings } }
  })
  serveRoute(app, routes.readNotices, { clock }, async ({ caller, body }) => {
    const { person } = caller.actor
    const now = clock()
    const rows = [...new Set(body.keys)].map((notice) => ({ person, notice, read_at: now }))
    await storage.write(caller.tenant, async (db) => {
      const known = new Set((await noticesFor(db, caller, now)).map(({ key }) => key))
      const own = rows.filter(({ notice }) => known.has(notice))
      if (own.length === 0) return
      await db
        .insertInto('notice_reads')
        .values(own)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
    return { status: 204 }
  })
  serveRoute(app, routes.noticeSettings, { clock }, async ({ caller, body }) => {
    const { person } = caller.actor
    const now = clock()
    const row = { person, ...body, changed_at: now, told_at: now }
    const { digest, language } = body
    await storage.write(caller.tenant, (db) =>
      db
        .insertInto('notice_settings')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'person'])
            .doUpdateSet({ digest, language, changed_at: now, told_at: now }),
        )
        .execute(),
    )
    return { status: 204 }
  })
}

export async function keysRead(db: Database, person: string): Promise<ReadonlySet<string>> {
  if (!uuid.test(person)) return new Set()
  const rows = await db
    .selectFrom('notice_reads')
    .select('notice')
    .where('person', '=', person)
    .execute()
  return new Set(rows.map(({ notice }) => notice))
}

export function settingsOf(db: Database, person: string) {
  return db
    .selectFrom('notice_settings')
    .select(['digest', 'language', 'told_at'])
    .where('person', '=', person)
    .executeTakeFirst()
}

export function unreadSince(
  notices: readonly Notice[],
  read: ReadonlySet<string>,
  since: string,
): readonly Notice[] {
  return notices.filter(({ key, at }) => !read.has(key) && at > since)
}
