// SPDX-License-Identifier: EUPL-1.2
import { memberOf } from '../identity/members.ts'
import { type Schedule, schedule } from '../jobs/job.ts'
import type { QueueMail } from '../mail/queue.ts'
import { organisationLanguage, organisationName } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'

export interface MailingHeads {
  readonly storage: Storage
  readonly queueMail: QueueMail
  readonly clock: () => string
}

/** Once a month, early in the morning where most of our people are. */
const monthly = '0 5 1 * *'

export function mailHeadsSchedule(options: MailingHeads): Schedule {
  return schedule('log.mail-heads', monthly, async (signal) => {
    for (const { id } of await options.storage.tenants()) {
      if (signal.aborted) return
      await mailHead(id, options)
    }
  })
}

/**
 * The newest head to every director with an account: in their mail it is out of reach of whoever
 * runs the server, who cannot tell another history after. Gives how many letters were written.
 */
export async function mailHead(
  tenant: string,
  { storage, queueMail, clock }: MailingHeads,
): Promise<number> {
  const { head, checkpoint, refusal } = await storage.log(tenant)
  if (refusal !== undefined) return 0
  const now = clock()
  return storage.write(tenant, async (db) => {
    const language = (await organisationLanguage(db)) ?? 'nl'
    const organisation = await organisationName(db)
    const lines = Buffer.from(checkpoint).toString('utf8').split('\n')
    let letters = 0
    for (const { person, email } of await directorsOf(db, storage, now)) {
      const row = { size: head.size, person, at: now }
      const { numInsertedOrUpdatedRows: isNew } = await db
        .insertInto('log_heads_mailed')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (isNew !== 1n) continue
      const values = { organisation, at: now, lines: lines.filter((line) => line !== '') }
      const queued = await queueMail(db, { to: email, template: 'log-head', language, values })
      if (queued.ok) letters += 1
    }
    return letters
  })
}

/** Whoever sits on the board today and can sign in. */
async function directorsOf(db: Database, storage: Storage, now: string) {
  const members = await db
    .selectFrom('memberships')
    .select(['account', 'person', 'email'])
    .where('ended_at', 'is', null)
    .orderBy('person')
    .execute()
  const found: (typeof members)[number][] = []
  for (const member of members) {
    const actor = await memberOf(storage, member.account, now)
    if (actor?.roles.includes('director') === true) found.push(member)
  }
  return found
}
