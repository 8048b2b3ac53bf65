// SPDX-License-Identifier: EUPL-1.2
import { plan } from '@schouw/core/board'
import { dayIn } from '../identity/roles.ts'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

export interface ReminderOptions {
  readonly storage: Storage
  readonly queueMail: QueueMail
  readonly clock: () => string
  readonly origin: () => string
}

/** Each morning of working days, where it is morning in Europe. */
const mornings = '30 5 * * 1-5'

export function reminderSchedule(options: ReminderOptions): Schedule {
  return schedule('remind-owners', mornings, async (signal) => {
    for (const { id } of await options.storage.tenants()) {
      if (signal.aborted) return
      await remindOwners(id, options)
    }
  })
}

/** Gives how many letters were written. A letter and the note that it was are kept together. */
export async function remindOwners(
  tenant: string,
  { storage, queueMail, clock, origin }: ReminderOptions,
): Promise<number> {
  const now = clock()
  return storage.write(tenant, async (db) => {
    const rows = await db
      .selectFrom('records')
      .select(recordColumns)
      .where('kind', 'in', ['action', 'organisation'])
      .where('is_retired', '=', false)
      .where('state', 'in', ['open', 'in_progress', 'in_use'])
      .execute()
    const records = rows.map(recordOf)
    const organisation = records.find(({ kind }) => kind === 'organisation')?.values ?? {}
    const { time_zone: zone, language, name } = organisation
    const today = dayIn(typeof zone === 'string' ? zone : 'UTC', now)
    const actions = records.filter(({ kind }) => kind === 'action')
    let written = 0
    for (const one of plan.remindersOf(actions, today)) {
      const to = await addressOf(db, one.owner)
      if (to === undefined || !(await isFirst(db, one, now))) continue
      const queued = await queueMail(db, {
        to,
        template: 'action-due',
        language: language === 'en' ? 'en' : 'nl',
        values: {
          organisation: String(name ?? ''),
          title: one.name,
          dueOn: one.due_on,
          isOver: one.stage === 'day_after' || one.stage === 'week_after',
          link: `${origin()}/registers/actions/${one.action}`,
        },
      })
      if (queued.ok) written += 1
    }
    return written
  })
}

/** Whoever has no account, or has left, gets no mail. */
export async function addressOf(db: Database, person: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('memberships')
    .select('email')
    .where('person', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.email
}

async function isFirst(db: Database, one: plan.Reminder, now: string): Promise<boolean> {
  const { action, due_on, stage, owner: person } = one
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reminders')
    .values({ action, due_on, stage, person, written_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
