// SPDX-License-Identifier: EUPL-1.2
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { newId } from '../http/ids.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { newKey } from '../webhooks/sign.ts'

/** Of one organisation, ended ones left out. */
export const mostIntakes = 20
const purpose = 'alert-intake'
/** Older, and somebody may have kept it to say it again. */
const longestSeconds = 300

const columns = ['id', 'name', 'made_at', 'made_by', 'last_at', 'ended_at'] as const

export function listIntakes(db: Database) {
  return db.selectFrom('alert_intakes').select(columns).orderBy('id').execute()
}

interface Making {
  readonly tenant: TenantId
  readonly name: string
  readonly by: string
  readonly now: string
}

/** With its key, that is told once; undefined when there are enough. */
export async function makeIntake(db: Database, storage: Storage, making: Making) {
  const { tenant, name, by, now } = making
  // One at a time: the row of the log is there for every tenant.
  await db.selectFrom('logs').select('size').forUpdate().executeTakeFirst()
  const standing = (await listIntakes(db)).filter(({ ended_at }) => ended_at === null)
  if (standing.length >= mostIntakes) return undefined
  const key = newKey('v1')
  const row = { id: newId(now), name, made_at: now, made_by: by }
  const sealed_key = storage.secrets.seal(purpose, key.bytes)
  await db
    .insertInto('alert_intakes')
    .values({ ...row, sealed_key })
    .execute()
  const address = `${tenant}.${row.id}`
  return { ...row, last_at: null, ended_at: null, address, key: key.secret ?? '' }
}

/** False when there is none that stands. */
export async function endIntake(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('alert_intakes')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const shape = new RegExp(`^(${uuid})\\.(${uuid})$`)

export interface Delivery {
  readonly address: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly now: string
}

/** Whose delivery it is; undefined for one that is not signed as it must be, whatever is wrong. */
export async function deliveredTo(
  storage: Storage,
  { address, headers, body, now }: Delivery,
): Promise<{ readonly tenant: TenantId; readonly intake: string } | undefined> {
  const [, tenant, intake] = shape.exec(address) ?? []
  const said = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']]
  const [id, stamp, signatures] = said.map((one) => (typeof one === 'string' ? one : ''))
  if (tenant === undefined || intake === undefined || !/^\d{1,12}$/.test(stamp ?? '')) {
    return undefined
  }
  if (Math.abs(Date.parse(now) / 1000 - Number(stamp)) > longestSeconds) return undefined
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('alert_intakes')
      .select('sealed_key')
      .where('id', '=', intake)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const key = storage.secrets.unseal(purpose, row.sealed_key)
  const wanted = createHmac('sha256', key).update(`${id}.${stamp}.${body}`).digest()
  const isSigned = (signatures ?? '').split(' ').some((one) => {
    const given = Buffer.from(/^v1,([A-Za-z0-9+/=]{44})$/.exec(one)?.[1] ?? '', 'base64')
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return isSigned ? { tenant, intake } : undefined
}

export async function touchIntake(db: Database, id: string, now: string): Promise<void> {
  await db.updateTable('alert_intakes').set({ last_at: now }).where('id', '=', id).execute()
}
