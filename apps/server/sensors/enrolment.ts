// SPDX-License-Identifier: EUPL-1.2
import { usualSettings } from '@schouw/core/capture/uplink'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import { digestOf, readTenantSecret, tenantSecret } from '../identity/secrets.ts'
import { entryAlone } from '../sources/accept.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { isSigned, newHubKey, publicHalf, publicKeyIn, sha256 } from './keys.ts'

/** Long enough to walk to the cabinet. */
const codeMs = 60 * 60 * 1000
/** Codes that stand at once, and sensors that are not revoked. */
const mostCodes = 20
const mostSensors = 200
export const hubKeyPurpose = 'sensor-hub-key'

interface Asked {
  readonly tenant: TenantId
  readonly site: string
  readonly name: string
  readonly by: string
  readonly now: string
}

/** The code is told once: only its digest is kept. */
export async function makeCode(storage: Storage, asked: Asked): Promise<Answer> {
  const { tenant, site, name, by, now } = asked
  const code = tenantSecret('sens', tenant)
  const row = {
    id: newId(now),
    digest: digestOf(code),
    ...{ site, name, made_at: now, made_by: by },
    expires_at: new Date(Date.parse(now) + codeMs).toISOString(),
  }
  const refused = await storage.write(tenant, async (db) => {
    await oneAtATime(db)
    const known = await standing(db, 'site', site)
    if (known === undefined || known.record.retired !== null) return 'reference-missing' as const
    if ((await codesThatStand(db, now)).length >= mostCodes) return 'too-many' as const
    await db.insertInto('sensor_codes').values(row).execute()
    return undefined
  })
  if (refused === 'too-many') return no('too-many')
  if (refused !== undefined) {
    return no('body-refused', { errors: [{ code: refused, path: '/site' }] })
  }
  const payload = { what: 'sensor-code', code: row.id, site, name, expires_at: row.expires_at }
  await storage.apply(tenant, entryAlone(row.id, 'made', by, payload))
  const headers = { 'cache-control': 'no-store' }
  return { status: 201, body: { id: row.id, code, expires_at: row.expires_at }, headers }
}

export function codesThatStand(db: Database, now: string) {
  return db
    .selectFrom('sensor_codes')
    .select(['id', 'name', 'site', 'expires_at'])
    .where('sensor', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute()
}

/** False when there is none that stands. */
export async function withdrawCode(db: Database, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sensor_codes')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('sensor', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Enrolling {
  readonly code: string
  readonly publicKey: string
  readonly signature: string
  readonly now: string
}

/**
 * Lets a sensor in. Every refusal reads the same. The same key with the same code again is answered
 * as before, so that an answer that was lost does not cost a code.
 */
export async function enrol(storage: Storage, given: Enrolling): Promise<Answer> {
  const { code, now } = given
  const read = readTenantSecret(code)
  const key = publicKeyIn(given.publicKey)
  if (read?.kind !== 'sens' || key === undefined) return no('link-refused')
  const said = { what: 'enrolment', address: sha256(code), number: 0, digest: sha256(key) } as const
  if (!isSigned(key, said, given.signature)) return no('link-refused')
  const { tenant } = read
  const made = await storage.write(tenant, (db) => letIn(db, storage, { code, key, now }))
  if (made === undefined) return no('link-refused')
  const { sensor, site } = made
  if (made.isNew) {
    const fingerprint = sha256(key)
    const payload = { what: 'sensor', site: sensor.site, name: sensor.name, fingerprint }
    await storage.apply(tenant, entryAlone(sensor.id, 'enrolled', sensor.enrolled_by, payload))
  }
  const hubKey = publicHalf(storage.secrets.unseal(hubKeyPurpose, sensor.sealed_hub_key))
  const body = {
    ...{ address: `${tenant}.${sensor.id}`, name: sensor.name },
    ...{ site, hub_key: hubKey, now },
  }
  return { status: 201, body, headers: { 'cache-control': 'no-store' } }
}

async function letIn(
  db: Database,
  storage: Storage,
  { code, key, now }: { readonly code: string; readonly key: Uint8Array; readonly now: string },
) {
  await oneAtATime(db)
  const row = await db
    .selectFrom('sensor_codes')
    .selectAll()
    .where('digest', '=', digestOf(code))
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const site = String((await standing(db, 'site', row.site))?.record.values['name'] ?? '') || null
  if (row.sensor !== null) {
    const sensor = await sensorRow(db, row.sensor)
    const isSame = sensor !== undefined && Buffer.from(sensor.public_key).equals(key)
    return isSame && sensor.revoked_at === null ? { sensor, site, isNew: false } : undefined
  }
  const others = await db
    .selectFrom('sensors')
    .select(['public_key'])
    .where((where) => where.or([where('revoked_at', 'is', null), where('public_key', '=', key)]))
    .execute()
  // A key is of one sensor: what was revoked does not come back under another name.
  const isTaken = others.some(({ public_key }) => Buffer.from(public_key).equals(key))
  if (isTaken || others.length >= mostSensors) return undefined
  const id = newId(now)
  const sensor = {
    ...{ id, site: row.site, name: row.name, public_key: key },
    sealed_hub_key: storage.secrets.seal(hubKeyPurpose, newHubKey().privateKey),
    ...{ enrolled_at: now, enrolled_by: row.made_by, settings: JSON.stringify(usualSettings) },
  }
  await db.insertInto('sensors').values(sensor).execute()
  await db.updateTable('sensor_codes').set({ sensor: id }).where('id', '=', row.id).execute()
  return { sensor, site, isNew: true }
}

export function sensorRow(db: Database, id: string) {
  return db.selectFrom('sensors').selectAll().where('id', '=', id).executeTakeFirst()
}

export type SensorRow = NonNullable<Awaited<ReturnType<typeof sensorRow>>>

/** False when there is none that may still speak. */
export async function revoke(
  storage: Storage,
  tenant: TenantId,
  { id, by, reason, now }: { id: string; by: string; reason: string; now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await storage.write(tenant, (db) =>
    db
      .updateTable('sensors')
      .set({ revoked_at: now, revoked_by: by, revoked_because: reason })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  if (numUpdatedRows === 0n) return false
  await storage.apply(tenant, entryAlone(id, 'revoked', by, { what: 'sensor', reason }))
  return true
}

/** The row of the log is there for every tenant. */
async function oneAtATime(db: Database): Promise<void> {
  await db.selectFrom('logs').select('size').forUpdate().executeTakeFirst()
}
