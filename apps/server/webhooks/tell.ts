// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import type { Database } from '../storage/dialect.ts'
import { addDelivery } from './deliveries.ts'

/** Something that is no entry of the log and that programs want to know all the same. */
export interface Occasion {
  readonly kind: KindName
  /** What webhooks are chosen by, beside the kind. */
  readonly action: 'due'
  readonly at: string
  /** No values: who wants to know more asks. */
  readonly data: Readonly<Record<string, string | boolean>>
}

/**
 * Tells those webhooks that want this kind and action and of which `isFirst` says so: it is asked
 * once for each. Everybody who may register a webhook may read whatever is told here.
 */
export async function tellWebhooks(
  db: Database,
  { kind, action, at, data }: Occasion,
  isFirst: (webhook: string) => Promise<boolean>,
): Promise<number> {
  const rows = await db
    .selectFrom('webhooks')
    .select(['id', 'kinds', 'actions'])
    .where('state', '=', 'active')
    .orderBy('id')
    .execute()
  let told = 0
  for (const { id, kinds, actions } of rows) {
    if (!isAmong(kinds, kind) || !isAmong(actions, action) || !(await isFirst(id))) continue
    const event = `${kind}.${action}`
    const body = JSON.stringify({ type: event, timestamp: at, data: { kind, action, ...data } })
    await addDelivery(db, { webhook: id, entry: null, event, body, now: at })
    told += 1
  }
  return told
}

/** Null is all of them. */
function isAmong(chosen: unknown, one: string): boolean {
  return chosen === null || (Array.isArray(chosen) && chosen.includes(one))
}
