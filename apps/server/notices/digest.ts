// SPDX-License-Identifier: EUPL-1.2
import { memberOf } from '../identity/members.ts'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import { organisationName } from '../reading/around.ts'
import type { Storage } from '../storage/storage.ts'
import { noticesFor } from './notices.ts'
import { keysRead, unreadSince } from './routes.ts'

export interface DigestOptions {
  readonly storage: Storage
  readonly queueMail: QueueMail
  readonly clock: () => string
  readonly origin: () => string
}

/** Early in the morning where most of our people are. */
const mornings = '30 4 * * *'
const dayMs = 86_400_000
/** A turn that came a little late must not push the next one a whole day on. */
const slackMs = 3 * 3_600_000
const mostLines = 12

/** What nobody has looked at yet, by mail, for those who asked for it. */
export function digestSchedule(options: DigestOptions): Schedule {
  return schedule('tell-notices', mornings, async (signal) => {
    for (const { id } of await options.storage.tenants()) {
      if (signal.aborted) return
      await tellNotices(id, options)
    }
  })
}

/** Gives how many letters were written. A letter and the note that it was are kept together. */
export async function tellNotices(
  tenant: string,
  { storage, queueMail, clock, origin }: DigestOptions,
): Promise<number> {
  const now = clock()
  const due = await storage.read(tenant, async (db) => {
    const rows = await db
      .selectFrom('notice_settings as s')
      .innerJoin('memberships as m', 'm.person', 's.person')
      .select(['s.person', 's.digest', 's.language', 's.told_at', 'm.account', 'm.email'])
      .where('s.digest', '<>', 'none')
      .where('m.ended_at', 'is', null)
      .execute()
    return rows.filter(({ digest, told_at: told }) => {
      const every = digest === 'daily' ? dayMs : 7 * dayMs
      return Date.parse(now) - Date.parse(told) >= every - slackMs
    })
  })
  let letters = 0
  for (const one of due) {
    const isTold = await storage.write(tenant, async (db) => {
      const actor = await memberOf(storage, one.account, now)
      if (actor === undefined) return false
      const caller = { tenant, actor }
      const read = await keysRead(db, one.person)
      const fresh = unreadSince(await noticesFor(db, caller, now), read, one.told_at)
      if (fresh.length === 0) return false
      const values = {
        organisation: await organisationName(db),
        count: fresh.length,
        lines: fresh
          .slice(0, mostLines)
          .map(({ kind, subject }) => ({ kind, title: (subject.title ?? '').slice(0, 150) })),
        link: `${origin()}/notices`,
      }
      const { email: to, language } = one
      const queued = await queueMail(db, { to, template: 'notices', language, values })
      await db
        .updateTable('notice_settings')
        .set({ told_at: now })
        .where('person', '=', one.person)
        .execute()
      return queued.ok
    })
    if (isTold) letters += 1
  }
  return letters
}
