// SPDX-License-Identifier: EUPL-1.2
import { vulnerabilities } from '@schouw/core/board'
import { type KindName, kinds, type RecordVersion } from '@schouw/core/registers'
import { sql } from 'kysely'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { shown } from '../http/registers/call.ts'
import { readable } from '../storage/reading/permission.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

export interface SettingsWanted {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
  /** Of these alone; of all devices when absent. */
  readonly assets?: readonly string[]
}

/** The devices that the reader may see, what each is in, and the day it is for the organisation. */
export async function settingsRead({
  storage,
  caller,
  now,
  assets: only,
}: SettingsWanted): Promise<{
  readonly assets: ReadonlyMap<string, RecordVersion>
  readonly settings: ReadonlyMap<string, vulnerabilities.Setting>
  readonly today: string
}> {
  const wanted: readonly KindName[] =
    only === undefined
      ? vulnerabilities.kindsOfSettings
      : vulnerabilities.kindsOfSettings.filter((name) => name !== 'asset')
  const read = await registersRead({ storage, caller, kinds: wanted, asOf: undefined, now })
  if ('refused' in read) throw new Error('the registers as they stand were refused')
  const { records, today } = read.facts
  const own =
    only === undefined ? (records.asset ?? []) : await these({ storage, caller, now }, only)
  const standing = own.filter(({ retired }) => retired === null)
  const settings = vulnerabilities.settingsOf({ records: { ...records, asset: standing }, today })
  return { assets: new Map(standing.map((record) => [record.id, record])), settings, today }
}

async function these(
  { storage, caller, now }: Omit<SettingsWanted, 'assets'>,
  ids: readonly string[],
): Promise<readonly RecordVersion[]> {
  const kind = kinds.asset
  const rows = await storage.read(caller.tenant, (db) =>
    db
      .selectFrom('records')
      .select(recordColumns)
      .where('kind', '=', 'asset')
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .where(readable({ kind, actor: caller.actor, now }, 'records'))
      .execute(),
  )
  return rows.flatMap((row) => shown({ caller, kind, now }, recordOf(row)) ?? [])
}

/** Reads for the organisation itself, so that what is kept is the same for everybody. */
export function itself(tenant: string): Caller {
  const actor = {
    person: 'system',
    roles: ['ciso' as const],
    processes: [],
    from: '2000-01-01T00:00:00.000Z',
    until: '2200-01-01T00:00:00.000Z',
  }
  return { tenant, actor }
}
