// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../http/ids.ts'
import { digestOf, readTenantSecret, tenantSecret } from '../identity/secrets.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

export interface Point {
  readonly id: string
  readonly name: string
  readonly made_at: string
  readonly made_by: string
  readonly ended_at: string | null
}

/** Of one organisation, ended ones left out. */
export const mostPoints = 100

const columns = ['id', 'name', 'made_at', 'made_by', 'ended_at'] as const

export function listPoints(db: Database): Promise<readonly Point[]> {
  return db.selectFrom('report_points').select(columns).orderBy('id').execute()
}

/** With its token, which is kept nowhere; undefined when there are enough. */
export async function makePoint(
  db: Database,
  given: {
    readonly tenant: TenantId
    readonly name: string
    readonly by: string
    readonly now: string
  },
): Promise<(Point & { readonly token: string }) | undefined> {
  const { tenant, name, by, now } = given
  const standing = (await listPoints(db)).filter(({ ended_at }) => ended_at === null)
  if (standing.length >= mostPoints) return undefined
  const token = tenantSecret('meld', tenant)
  const row = { id: newId(now), name, made_at: now, made_by: by }
  await db
    .insertInto('report_points')
    .values({ ...row, digest: digestOf(token) })
    .execute()
  return { ...row, ended_at: null, token }
}

/** False when there is none that stands. */
export async function endPoint(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('report_points')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface OpenPoint {
  readonly tenant: TenantId
  readonly point: Point
}

/** Undefined for a link that leads nowhere, or no longer: nobody is told which of these it is. */
export async function openedPoint(storage: Storage, token: string): Promise<OpenPoint | undefined> {
  const secret = readTenantSecret(token)
  if (secret?.kind !== 'meld') return undefined
  const { tenant } = secret
  const point = await storage.read(tenant, (db) =>
    db
      .selectFrom('report_points')
      .select(columns)
      .where('digest', '=', digestOf(token))
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )
  return point === undefined ? undefined : { tenant, point }
}
