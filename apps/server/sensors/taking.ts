// SPDX-License-Identifier: EUPL-1.2
// A batch on its way into the database: once, whole, and only into the site of who signed it. The
// answer is given when it is there.
import type { Outcome } from '@schouw/core/kernel'
import { ok, refuse } from '@schouw/core/kernel'
import { newId } from '../http/ids.ts'
import { type Given, takenIn } from '../monitoring/taking.ts'
import { entryAlone } from '../sources/accept.ts'
import { concludeSource } from '../sources/store.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { type ReadBatch, readBatch } from './batch.ts'
import type { SensorRow } from './enrolment.ts'
import { grow } from './growing.ts'
import { sha256 } from './keys.ts'
import type { Speaker } from './speaking.ts'

export type Taken = Outcome<'taken' | 'known', 'batch-refused' | 'number-taken' | 'link-refused'>

/** New alerts of one sensor on one day: a person has to look at each. */
const mostAlertsOfADay = 500
/** How long the numbers of batches are remembered one by one. */
const rememberedMs = 90 * 86_400_000

export async function takeBatch(
  storage: Storage,
  speaker: Speaker,
  bytes: Uint8Array,
  now: string,
): Promise<Taken> {
  const { tenant, number, digest, sensor } = speaker
  const before = await storage.read(tenant, (db) => knownAs(db, sensor, number, digest))
  if (before === 'known') return ok('known')
  if (before === 'other') return conflicting(storage, speaker, now)
  const read = await readBatch(bytes)
  if (!read.ok) return read
  const { made, leftOut } = await alertsInto(storage, speaker, read.value, now)
  const stored = await storage.write(tenant, (db) =>
    store(db, { speaker, read: read.value, bytes: bytes.length, now, made, leftOut }),
  )
  if (stored === 'other') return conflicting(storage, speaker, now)
  if (stored === 'revoked') return refuse('link-refused')
  if (stored === 'known') return ok('known')
  await conclude(storage, speaker, stored.source)
  return ok('taken')
}

type Known = 'new' | 'known' | 'other'

/** The numbers below the floor have been seen, or will never be missed. */
async function knownAs(
  db: Database,
  { id, floor_sequence }: Pick<SensorRow, 'id' | 'floor_sequence'>,
  number: number,
  digest: string,
): Promise<Known> {
  if (number <= floor_sequence) return 'known'
  const row = await db
    .selectFrom('sensor_batches')
    .select('digest')
    .where('sensor', '=', id)
    .where('sequence', '=', number)
    .executeTakeFirst()
  if (row === undefined) return 'new'
  return Buffer.from(row.digest).toString('hex') === digest ? 'known' : 'other'
}

/** Two senders have this key, or a spool was put back: a person must look. Nothing is stored. */
async function conflicting(storage: Storage, { tenant, sensor }: Speaker, now: string) {
  await storage.write(tenant, (db) =>
    db.updateTable('sensors').set({ conflict_at: now }).where('id', '=', sensor.id).execute(),
  )
  return refuse('number-taken' as const)
}

/** Alerts are told apart by what they say: brought in twice they are there once. */
async function alertsInto(
  storage: Storage,
  { tenant, sensor }: Speaker,
  { alerts }: ReadBatch,
  now: string,
): Promise<{ readonly made: number; readonly leftOut: number }> {
  const isSameDay = sensor.day === now.slice(0, 10)
  const room = mostAlertsOfADay - (isSameDay ? sensor.day_alerts : 0)
  const kept = alerts.slice(0, Math.max(0, room))
  const given = kept.map((one): Given => {
    // A clock that is ahead must not keep an alert from ever being seen again.
    const said = one.seen_at === undefined ? now : new Date(one.seen_at).toISOString()
    const at = said > now ? now : said
    return {
      ...{ origin: 'capture', name: one.name, rule: one.rule ?? null, times: 1 },
      ...{ severity: one.severity ?? null, description: one.description },
      ...{ addresses: one.addresses ?? [], first_seen_at: at, last_seen_at: at },
    }
  })
  const leftOut = alerts.length - kept.length
  if (given.length === 0) return { made: 0, leftOut }
  const around = { storage, tenant, by: sensor.id, now, site: sensor.site }
  const { made } = await takenIn(around, given)
  return { made, leftOut }
}

interface Storing {
  readonly speaker: Speaker
  readonly read: ReadBatch
  readonly bytes: number
  readonly now: string
  readonly made: number
  readonly leftOut: number
}

async function store(
  db: Database,
  { speaker, read, bytes, now, made, leftOut }: Storing,
): Promise<'known' | 'other' | 'revoked' | { readonly source: string }> {
  const { number, digest } = speaker
  // One batch of a sensor at a time; what was decided before this was only a guess.
  const sensor = await db
    .selectFrom('sensors')
    .selectAll()
    .where('id', '=', speaker.sensor.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (sensor.revoked_at !== null) return 'revoked'
  const known = await knownAs(db, sensor, number, digest)
  if (known !== 'new') return known
  const day = now.slice(0, 10)
  const isSameDay = sensor.day === day && sensor.source !== null
  const source = isSameDay && sensor.source !== null ? sensor.source : await begun(db, sensor, now)
  const standing = await db
    .selectFrom('sources')
    .select(['digest', 'result_digest', 'size', 'read_count'])
    .select(['sighting_count', 'conversation_count'])
    .where('id', '=', source)
    .executeTakeFirstOrThrow()
  const counts = { sightings: standing.sighting_count, conversations: standing.conversation_count }
  const grown = await grow(db, { source, ...counts }, read.sighted)
  const result = sha256(JSON.stringify([read.sighted.sightings, read.sighted.conversations]))
  await db
    .updateTable('sources')
    .set({
      digest: sha256(`${standing.digest}${digest}`),
      result_digest: sha256(`${standing.result_digest}${result}`),
      size: standing.size + bytes,
      read_count: standing.read_count + read.lines,
      sighting_count: grown.sightings,
      conversation_count: grown.conversations,
    })
    .where('id', '=', source)
    .execute()
  const batch = { sensor: sensor.id, sequence: number, digest: Buffer.from(digest, 'hex') }
  await db
    .insertInto('sensor_batches')
    .values({ ...batch, received_at: now })
    .execute()
  const today = isSameDay ? sensor : { day_alerts: 0, day_left_out: 0 }
  await db
    .updateTable('sensors')
    .set({
      ...{ day, source, batch_at: now },
      batch_count: sensor.batch_count + 1,
      top_sequence: Math.max(sensor.top_sequence, number),
      least_sequence: Math.min(sensor.least_sequence ?? number, number),
      day_alerts: today.day_alerts + made,
      day_left_out: today.day_left_out + grown.leftOut + leftOut,
    })
    .where('id', '=', sensor.id)
    .execute()
  if (!isSameDay) await forgetOld(db, sensor.id, now)
  return { source }
}

async function begun(db: Database, { name, site, id }: SensorRow, now: string): Promise<string> {
  const source = newId(now)
  const nothing = sha256('')
  await db
    .insertInto('sources')
    .values({
      ...{ id: source, format: 'sensor', file_name: `${name} ${now.slice(0, 10)}` },
      ...{ digest: nothing, result_digest: nothing, size: 0, read_count: 0, sighting_count: 0 },
      ...{ conversation_count: 0, site, made_at: now, made_by: id, entry: null },
      ...{ document: JSON.stringify({ sensor: id }), problems: '[]' },
    })
    .execute()
  return source
}

/** Once a day. Whoever says such an old number again is answered that it is known. */
async function forgetOld(db: Database, id: string, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - rememberedMs).toISOString()
  const old = await db
    .deleteFrom('sensor_batches')
    .where('sensor', '=', id)
    .where('received_at', '<', before)
    .returning('sequence')
    .execute()
  const floor = Math.max(0, ...old.map(({ sequence }) => sequence))
  if (floor === 0) return
  const { count } = await db
    .selectFrom('sensor_batches')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('sensor', '=', id)
    .where('sequence', '>', floor)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('sensors')
    .set({ floor_sequence: floor, batch_count: Number(count) })
    .where('id', '=', id)
    .execute()
}

/** Days that are over go into the log with their digests, also those that a stop left without. */
async function conclude(storage: Storage, speaker: Speaker, today: string): Promise<void> {
  const { tenant, sensor } = speaker
  if (sensor.source === today) return
  const over = await storage.read(tenant, (db) =>
    db
      .selectFrom('sources')
      .select(['id', 'digest', 'result_digest', 'size', 'sighting_count', 'conversation_count'])
      .where('format', '=', 'sensor')
      .where('made_by', '=', sensor.id)
      .where('entry', 'is', null)
      .where('id', '!=', today)
      .orderBy('id')
      .execute(),
  )
  for (const one of over) {
    const payload = {
      ...{ what: 'source', format: 'sensor', input_sha256: one.digest, input_bytes: one.size },
      ...{ result_sha256: one.result_digest, sightings: one.sighting_count },
      conversations: one.conversation_count,
    }
    const told = await storage.apply(tenant, entryAlone(one.id, 'read', sensor.id, payload))
    const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
    if (entry !== undefined) await storage.write(tenant, (db) => concludeSource(db, one.id, entry))
  }
}
