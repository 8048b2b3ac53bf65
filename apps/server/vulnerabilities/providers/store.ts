// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../../storage/dialect.ts'
import type { Validators } from './get.ts'

export type ProviderSort = 'csaf' | 'kev' | 'epss'

export interface FetchOutcome {
  readonly state: 'done' | 'failed' | 'cancelled'
  readonly listed: number
  readonly fetched: number
  readonly unchanged: number
  /** Their digest did not fit, or they did not come: asked for again the next time. */
  readonly left_out: number
  readonly without_hash: number
  /** With a signature beside them. */
  readonly signed: number
  /** There was more than one round takes. */
  readonly is_more: boolean
  readonly import: string | null
  readonly problems: readonly { readonly path: string; readonly found: string }[]
}

/** By address: with what to ask again, what is to be asked for once more, what has the last date. */
export interface Remembered {
  readonly validators: Readonly<Record<string, Validators>>
  readonly again: readonly string[]
  readonly edge: readonly string[]
}

export interface NewProvider {
  readonly id: string
  readonly sort: ProviderSort
  readonly name: string
  readonly url: string
  readonly licence: string
  readonly isOn: boolean
  readonly at: string
  readonly by: string
}

export async function storeProvider(db: Database, given: NewProvider): Promise<void> {
  const { id, sort, name, url, licence, isOn, at, by } = given
  const rest = { seen_until: '', last_at: null, last_outcome: null, remembered: '{}', job: null }
  const row = { id, sort, name, url, licence, is_on: isOn, made_at: at, made_by: by }
  await db
    .insertInto('advisory_providers')
    .values({ ...row, ...rest })
    .execute()
}

export function providerRows(db: Database) {
  return db.selectFrom('advisory_providers').selectAll().orderBy('made_at').orderBy('id').execute()
}

export type ProviderRow = NonNullable<Awaited<ReturnType<typeof providerRow>>>

export async function providerRow(db: Database, id: string) {
  const row = await db
    .selectFrom('advisory_providers')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { validators = {}, again = [], edge = [] } = row.remembered as Partial<Remembered>
  return {
    id,
    sort: row.sort as ProviderSort,
    name: row.name,
    url: row.url,
    licence: row.licence,
    seenUntil: row.seen_until,
    by: row.made_by,
    remembered: { validators, again, edge } as Remembered,
  }
}

export async function settle(
  db: Database,
  id: string,
  given: {
    readonly outcome: FetchOutcome
    readonly at: string
    readonly seenUntil?: string
    readonly remembered?: Remembered
  },
): Promise<void> {
  const { outcome, at, seenUntil, remembered } = given
  await db
    .updateTable('advisory_providers')
    .set({
      last_at: at,
      last_outcome: JSON.stringify(outcome),
      ...(seenUntil === undefined ? {} : { seen_until: seenUntil }),
      ...(remembered === undefined ? {} : { remembered: JSON.stringify(remembered) }),
    })
    .where('id', '=', id)
    .execute()
}
