// SPDX-License-Identifier: EUPL-1.2
import type { QueueMail } from '../mail/queue.ts'
import type { Database } from '../storage/dialect.ts'

export interface Stopping {
  readonly webhook: string
  readonly because: 'failing' | 'gone'
  readonly queueMail: QueueMail
}

/** Switches it off and tells whoever registered it, if that person has an address. */
export async function stopWebhook(
  db: Database,
  { webhook, because, queueMail }: Stopping,
): Promise<void> {
  const stopped = await db
    .updateTable('webhooks')
    .set({ state: 'disabled', disabled_because: because })
    .where('id', '=', webhook)
    .where('state', '=', 'active')
    .returning(['url', 'created_by'])
    .executeTakeFirst()
  if (stopped === undefined) return
  const person = await db
    .selectFrom('records')
    .select('document')
    .where('kind', '=', 'person')
    .where('id', '=', stopped.created_by)
    .executeTakeFirst()
  const { email, language }: { email?: unknown; language?: unknown } = {
    ...Object(person?.document),
  }
  if (typeof email !== 'string') return
  const organisation = await db.selectFrom('tenants').select('name').executeTakeFirst()
  await queueMail(db, {
    to: email,
    template: 'webhook-stopped',
    language: language === 'en' ? 'en' : 'nl',
    values: { organisation: organisation?.name ?? '', host: new URL(stopped.url).host },
  })
}
