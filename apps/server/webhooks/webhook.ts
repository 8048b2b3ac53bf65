// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import { logSize } from '../http/reading/moment.ts'
import type { Database } from '../storage/dialect.ts'
import { keyPurpose } from './deliver.ts'
import { newKey, type Scheme } from './sign.ts'

/** Of one organisation, at most. */
export const mostWebhooks = 20

export interface NewWebhook {
  readonly url: string
  readonly description: string
  readonly kinds: readonly string[] | null
  readonly actions: readonly string[] | null
  readonly scheme: Scheme
}

export type WebhookChange = {
  readonly [Name in 'url' | 'description' | 'kinds' | 'actions']?: NewWebhook[Name] | undefined
} & { readonly state?: 'active' | 'disabled' | undefined }

const shown = [
  'id',
  'url',
  'description',
  'kinds',
  'actions',
  'scheme',
  'public_key',
  'state',
  'disabled_because',
  'created_by',
  'created_at',
  'failing_since',
  'last_success_at',
] as const

export function listWebhooks(db: Database) {
  return db.selectFrom('webhooks').select(shown).orderBy('created_at').orderBy('id').execute()
}

export function oneWebhook(db: Database, id: string) {
  return db.selectFrom('webhooks').select(shown).where('id', '=', id).executeTakeFirst()
}

export interface Making {
  readonly given: NewWebhook
  readonly by: string
  readonly now: string
  readonly seal: (purpose: string, bytes: Uint8Array) => Uint8Array
}

/** Told of what happens from now on. Undefined when there are enough. */
export async function createWebhook(db: Database, { given, by, now, seal }: Making) {
  const { url, description, kinds, actions, scheme } = given
  // One at a time: the row of the log is there for every tenant.
  const log = await db.selectFrom('logs').select('size').forUpdate().executeTakeFirst()
  const known = await listWebhooks(db)
  if (known.length >= mostWebhooks) return undefined
  const id = newId(now)
  const key = newKey(scheme)
  await db
    .insertInto('webhooks')
    .values({
      id,
      url,
      description,
      kinds: textOf(kinds),
      actions: textOf(actions),
      scheme,
      sealed_key: seal(keyPurpose, key.bytes),
      public_key: key.publicKey,
      state: 'active',
      created_by: by,
      created_at: now,
      next_entry: log?.size ?? 0,
    })
    .execute()
  return { webhook: await oneWebhook(db, id), secret: key.secret }
}

export async function changeWebhook(db: Database, id: string, change: WebhookChange) {
  const { kinds, actions, url, description, state } = change
  const before = await db
    .selectFrom('webhooks')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (before === undefined) return undefined
  const isBack = state === 'active' && before.state === 'disabled'
  const isOff = state === 'disabled' && before.state === 'active'
  const set = {
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
    ...(kinds === undefined ? {} : { kinds: textOf(kinds) }),
    ...(actions === undefined ? {} : { actions: textOf(actions) }),
    ...(isOff ? { state, disabled_because: 'person' } : {}),
    // What happened meanwhile is not told: the receiver asks for the state of things anyway.
    ...(isBack
      ? { state, disabled_because: null, failing_since: null, next_entry: await logSize(db) }
      : {}),
  }
  if (Object.keys(set).length > 0) {
    await db.updateTable('webhooks').set(set).where('id', '=', id).execute()
  }
  return oneWebhook(db, id)
}

function textOf(list: readonly string[] | null): string | null {
  return list === null ? null : JSON.stringify([...new Set(list)])
}
