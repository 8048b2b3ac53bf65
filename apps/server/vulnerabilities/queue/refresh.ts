// SPDX-License-Identifier: EUPL-1.2
// Makes the work queue as it is read, of everything or of some devices and the software in them.
import { vulnerabilities } from '@schouw/core/board'
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { type AroundLine, pressedOf } from '../pressed.ts'
import { itself, settingsRead } from '../settings.ts'
import { storable } from '../storable.ts'
import { newestEntryOf } from '../subjects.ts'
import { bestMatches, type Part, within } from './best.ts'
import { type Counts, countsOf, movedBy } from './counts.ts'

/** Registers in which a change may move a line. */
export const kindsOfQueue = [...vulnerabilities.kindsOfSettings, 'software-component'] as const

interface Refreshing {
  readonly storage: Storage
  readonly tenant: string
  readonly now: string
  /** Records in which the vulnerabilities are; everything when absent. */
  readonly subjects?: readonly string[]
  /** Of these vulnerabilities alone; only with subjects. */
  readonly weaknesses?: readonly string[]
  /** These subjects are all that changed up to this entry of the registers. */
  readonly until?: number
}

const rowsTogether = 4_000

/** Gives how many lines came to stand otherwise. */
export async function refreshQueue(refreshing: Refreshing): Promise<number> {
  const { storage, tenant, now, subjects, until } = refreshing
  if (subjects?.length === 0 && until === undefined) return 0
  const found = await storage.read(tenant, async (db) => ({
    entry: subjects === undefined ? await newestEntry(db) : undefined,
    best: await bestMatches(db, refreshing),
    hasKev: await hasKev(db),
  }))
  const assets = [...new Set(found.best.flatMap(({ asset }) => (asset === null ? [] : [asset])))]
  const only = subjects === undefined ? {} : { assets }
  const caller = itself(tenant)
  const { settings, assets: known, today } = await settingsRead({ storage, caller, now, ...only })
  const around: AroundLine = { settings, hasKev: found.hasKev, today }
  const rows = found.best.flatMap((one) => {
    const asset = known.get(one.asset ?? '')
    const pressed = asset === undefined ? undefined : pressedOf(one, one.asset ?? '', around)
    return asset === undefined || pressed === undefined ? [] : [rowOf(one, asset, pressed)]
  })
  const standing = { day: today, made_at: now }
  if (subjects !== undefined && rows.length <= rowsTogether) {
    const entry = until === undefined ? {} : { entry: until }
    return storage.write(tenant, (db) => putSome(db, rows, { ...refreshing, standing, entry }))
  }
  let moved = 0
  for (let from = 0; from < rows.length; from += rowsTogether) {
    const part = storable(rows.slice(from, from + rowsTogether))
    moved += await storage.write(tenant, (db) => put(db, part))
  }
  return storage.write(tenant, async (db) => {
    moved += await dropOthers(db, rows, refreshing)
    const entry = found.entry === undefined ? {} : { entry: found.entry }
    await storeStanding(db, { ...standing, ...entry, counts: await countsOf(db) })
    return moved
  })
}

type Row = ReturnType<typeof rowOf>

/** A part of the lines in one transaction: what is counted moves by what the part moves. */
async function putSome(
  db: Database,
  rows: readonly Row[],
  {
    standing,
    entry,
    ...part
  }: Part & {
    readonly standing: { readonly day: string; readonly made_at: string }
    readonly entry: { readonly entry?: number }
  },
): Promise<number> {
  const queue = await db
    .selectFrom('vulnerability_queues')
    .select('counts')
    .forUpdate()
    .executeTakeFirst()
  const before = queue === undefined ? undefined : await countsOf(db, part)
  const moved = (await put(db, storable(rows))) + (await dropOthers(db, rows, part))
  const { day, made_at } = standing
  if (queue === undefined || before === undefined) {
    await storeStanding(db, { day, made_at, ...entry, counts: await countsOf(db) })
  } else if (moved > 0 || entry.entry !== undefined) {
    const after = await countsOf(db, part)
    const counts = movedBy(queue.counts as Counts, before, after)
    await storeStanding(db, { made_at, ...entry, counts })
  }
  return moved
}

async function storeStanding(
  db: Database,
  {
    counts,
    ...rest
  }: {
    readonly counts: Counts
    readonly made_at: string
    readonly entry?: number
    readonly day?: string
  },
): Promise<void> {
  const set = { ...rest, counts: JSON.stringify(counts) }
  await db
    .insertInto('vulnerability_queues')
    .values({ entry: -1, day: '', ...set })
    .onConflict((conflict) => conflict.columns(['tenant']).doUpdateSet(set))
    .execute()
}

type Best = Awaited<ReturnType<typeof bestMatches>>[number]

function rowOf(
  { subject, weakness, document, others, verdict, mark, decision, chance, kev }: Best,
  asset: { readonly id: string; readonly values: Readonly<Record<string, unknown>> },
  { exposure, window, proposal }: NonNullable<ReturnType<typeof pressedOf>>,
) {
  const title = String(asset.values['name'] ?? asset.values['code'] ?? '').slice(0, 80)
  const isDone = mark === 'done'
  // What a fraction sorts by: the likelier the sooner.
  const unlikely = (1 - (chance ?? 0)).toFixed(6)
  const press = `${pressing[proposal.when]}${kev === null ? 1 : 0}${unlikely}`
  return {
    subject,
    weakness,
    asset: asset.id,
    document,
    others,
    verdict,
    waits: proposal.when,
    is_done: isDone,
    is_decided: decision !== null,
    is_exploited: kev !== null,
    place: `${press} ${title} ${weakness} ${subject}`,
    about: { exposure, window, proposal, kev, chance },
  }
}

const pressing = { now: 0, find_out: 1, next_window: 2, never: 3 } as const

const columns = [
  'asset',
  'document',
  'others',
  'verdict',
  'waits',
  'is_done',
  'is_decided',
  'is_exploited',
  'place',
  'about',
] as const

async function put(db: Database, rows: string): Promise<number> {
  const all = sql.raw(['subject', 'weakness', ...columns].join(', '))
  const set = sql.raw(columns.map((name) => `${name} = excluded.${name}`).join(', '))
  const before = sql.raw(columns.map((name) => `l.${name}`).join(', '))
  const after = sql.raw(columns.map((name) => `excluded.${name}`).join(', '))
  const { numAffectedRows = 0n } = await sql`
    insert into vulnerability_lines as l (${all})
    select ${all} from jsonb_to_recordset(${rows}::jsonb) as i (subject uuid, weakness text,
      asset uuid, document text, others integer, verdict text, waits text, is_done boolean,
      is_decided boolean, is_exploited boolean, place text, about jsonb)
    on conflict (tenant, subject, weakness) do update set ${set}
    where (${before}) is distinct from (${after})`.execute(db)
  return Number(numAffectedRows)
}

async function dropOthers(db: Database, rows: readonly Row[], part: Part): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from vulnerability_lines l where ${within(part, 'l')} and not exists (
      select from unnest(${rows.map(({ subject }) => subject)}::uuid[],
        ${rows.map(({ weakness }) => weakness)}::text[]) as i (subject, weakness)
      where i.subject = l.subject and i.weakness = l.weakness)`.execute(db)
  return Number(numAffectedRows)
}

async function hasKev(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('vulnerability_catalogues')
    .select('name')
    .where('name', '=', 'kev')
    .executeTakeFirst()
  return row !== undefined
}

/** The last change of a register that the queue is made from; -1 where there is none. */
export function newestEntry(db: Database): Promise<number> {
  return newestEntryOf(db, kindsOfQueue)
}
