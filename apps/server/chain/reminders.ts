// SPDX-License-Identifier: EUPL-1.2
import { dayIn } from '../identity/roles.ts'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import { organisationName, timeZone } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'

export interface SupplierReminding {
  readonly storage: Storage
  readonly queueMail: QueueMail
  readonly clock: () => string
}

/** Each working day, once it is morning in Europe. */
const mornings = '45 5 * * 1-5'
const dayMs = 86_400_000

export function supplierReminderSchedule(options: SupplierReminding): Schedule {
  return schedule('remind-suppliers', mornings, async (signal) => {
    for (const { id } of await options.storage.tenants()) {
      if (signal.aborted) return
      await remindSuppliers(id, options)
    }
  })
}

interface Waiting {
  readonly review: string
  readonly until: string
  readonly email: string
  readonly language: string
  readonly name: string
}

/**
 * A week before the last day, and once after it. Gives how many letters were written; a letter and the
 * note that it was are kept together, so that nobody gets it twice.
 */
export async function remindSuppliers(
  tenant: string,
  { storage, queueMail, clock }: SupplierReminding,
): Promise<number> {
  const now = clock()
  return storage.write(tenant, async (db) => {
    const zone = await timeZone(db)
    const organisation = await organisationName(db)
    let written = 0
    for (const one of await waiting(db, now)) {
      const left = Date.parse(one.until) - Date.parse(now)
      const stage = left <= 0 ? 'day_after' : left <= 7 * dayMs ? 'week_before' : undefined
      if (stage === undefined || !(await isFirst(db, { review: one.review, stage, now }))) continue
      const dueOn = dayIn(zone, new Date(Date.parse(one.until) - 1).toISOString())
      const queued = await queueMail(db, {
        to: one.email,
        template: 'supplier-reminder',
        language: one.language === 'en' ? 'en' : 'nl',
        values: { organisation, name: one.name, dueOn, isOver: left <= 0 },
      })
      if (queued.ok) written += 1
    }
    return written
  })
}

async function waiting(db: Database, now: string): Promise<readonly Waiting[]> {
  const rows = await db
    .selectFrom('questionnaire_links as l')
    .innerJoin('records as r', 'r.id', 'l.review')
    .select(['l.review', 'l.email', 'l.language', 'l.name', 'r.document'])
    .where('r.kind', '=', 'supplier-review')
    .where('r.state', '=', 'sent')
    .where('r.is_retired', '=', false)
    .where('l.parent', 'is', null)
    .where('l.revoked_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('l.email', 'is not', null)
    .orderBy('l.id')
    .execute()
  return rows.flatMap(({ review, email, language, name, document }) => {
    const until = (document as { readonly answer_until?: string }).answer_until
    return email === null || until === undefined ? [] : [{ review, until, email, language, name }]
  })
}

async function isFirst(
  db: Database,
  { review, stage, now }: { readonly review: string; readonly stage: string; readonly now: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('questionnaire_reminders')
    .values({ review, stage, written_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
