// SPDX-License-Identifier: EUPL-1.2
import type { Sighted, Sighting } from '@schouw/formats/sightings'
import { sql } from 'kysely'
import { keepSessions } from '../chain/sessions.ts'
import { storeConversations } from '../connections/store.ts'
import type { Database } from '../storage/dialect.ts'
import { storeComponents } from './components/store.ts'

export interface SourceRow {
  readonly id: string
  readonly format: string
  readonly file_name: string
  readonly digest: string
  readonly size: number
  readonly result_digest: string
  readonly site: string | null
  readonly read_count: number
  readonly sighting_count: number
  readonly component_count: number
  readonly conversation_count: number
  readonly is_kept: boolean
  readonly document: unknown
  readonly problems: unknown
  readonly entry: number | null
  readonly made_at: string
  readonly made_by: string
}

export type NewSource = Omit<
  SourceRow,
  | 'read_count'
  | 'sighting_count'
  | 'component_count'
  | 'conversation_count'
  | 'document'
  | 'problems'
  | 'entry'
>

/** Rows of one statement: some megabytes at most. */
const together = 500

export async function storeSource(db: Database, source: NewSource, read: Sighted): Promise<void> {
  const { document = {}, problems, sightings, components = [] } = read
  const { conversations = [], sessions = [] } = read
  await db
    .insertInto('sources')
    .values({
      ...source,
      read_count: read.read,
      sighting_count: sightings.length,
      component_count: components.length,
      conversation_count: conversations.length,
      document: JSON.stringify(document),
      problems: JSON.stringify(problems),
      entry: null,
    })
    .execute()
  for (let at = 0; at < sightings.length; at += together) {
    const rows = sightings.slice(at, at + together).map(({ key, isLocal, facts }, index) => ({
      source: source.id,
      number: at + index,
      mac: key.mac ?? null,
      ip: key.ip ?? null,
      name: key.name ?? null,
      serial: key.serial ?? null,
      is_local: isLocal ?? null,
      facts: JSON.stringify(facts),
    }))
    await db.insertInto('sightings').values(rows).execute()
  }
  await storeComponents(db, source.id, components)
  await storeConversations(db, source.id, conversations)
  await keepSessions(db, sessions, { by: source.made_by, at: source.made_at })
}

export async function sourceRow(db: Database, id: string): Promise<SourceRow | undefined> {
  return db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function sourceRows(db: Database, limit: number): Promise<readonly SourceRow[]> {
  return db
    .selectFrom('sources')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export interface NumberedSighting extends Sighting {
  readonly number: number
}

/** From a number on, at most so many; only of these numbers where they are given. */
export async function sightingRows(
  db: Database,
  source: string,
  { from, limit, of }: { readonly from: number; readonly limit: number; readonly of?: number[] },
): Promise<readonly NumberedSighting[]> {
  let query = db
    .selectFrom('sightings')
    .select(['number', 'mac', 'ip', 'name', 'serial', 'is_local', 'facts'])
    .where('source', '=', source)
    .where('number', '>=', from)
  if (of !== undefined) query = query.where('number', '=', sql<number>`any(${of}::int[])`)
  const rows = await query.orderBy('number').limit(limit).execute()
  return rows.map(({ number, mac, ip, name, serial, is_local, facts }) => ({
    number,
    key: {
      ...(mac === null ? {} : { mac }),
      ...(ip === null ? {} : { ip }),
      ...(name === null ? {} : { name }),
      ...(serial === null ? {} : { serial }),
    },
    ...(is_local === null ? {} : { isLocal: is_local }),
    // Written from sightings, and only from them.
    facts: facts as Sighting['facts'],
  }))
}

export async function concludeSource(db: Database, id: string, entry: number): Promise<void> {
  await db.updateTable('sources').set({ entry }).where('id', '=', id).execute()
}
