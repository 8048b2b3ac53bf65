// SPDX-License-Identifier: EUPL-1.2
// Makes the work queue as it is read, of everything or of some devices and the software in them.
import { vulnerabilities } from '@schouw/core/board'
import { sql } from 'kysely'
import type { Database } from '../../storage/dialect.ts'
import type { Storage } from '../../storage/storage.ts'
import { type AroundLine, pressedOf } from '../pressed.ts'
import { itself, settingsRead } from '../settings.ts'
import { storable } from '../storable.ts'
import { bestMatches } from './best.ts'

/** Registers in which a change may move a line. */
export const kindsOfQueue = [...vulnerabilities.kindsOfSettings, 'software-component'] as const

interface Refreshing {
  readonly storage: Storage
  readonly tenant: string
  readonly now: string
  /** Records in which the vulnerabilities are; everything when absent. */
  readonly subjects?: readonly string[]
}

const rowsTogether = 4_000

/** Gives how many lines came to stand otherwise. */
export async function refreshQueue(refreshing: Refreshing): Promise<number> {
  const { storage, tenant, now, subjects } = refreshing
  if (subjects?.length === 0) return 0
  const found = await storage.read(tenant, async (db) => ({
    entry: await newestEntry(db),
    best: await bestMatches(db, { subjects }),
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
  let moved = 0
  for (let from = 0; from < rows.length; from += rowsTogether) {
    const part = storable(rows.slice(from, from + rowsTogether))
    moved += await storage.write(tenant, (db) => put(db, part))
  }
  const kept = storable(rows.map(({ subject, weakness }) => ({ subject, weakness })))
  return storage.write(tenant, async (db) => {
    moved += await dropOthers(db, kept, subjects)
    const counts = JSON.stringify(await countsOf(db))
    const set = {
      counts,
      made_at: now,
      ...(subjects === undefined ? { entry: found.entry, day: today } : {}),
    }
    await db
      .insertInto('vulnerability_queues')
      .values({ entry: found.entry, day: today, ...set })
      .onConflict((conflict) => conflict.columns(['tenant']).doUpdateSet(set))
      .execute()
    return moved
  })
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

async function dropOthers(
  db: Database,
  kept: string,
  subjects: readonly string[] | undefined,
): Promise<number> {
  const within = subjects === undefined ? sql`true` : sql`l.subject = any(${[...subjects]}::uuid[])`
  const { numAffectedRows = 0n } = await sql`
    delete from vulnerability_lines l where ${within} and not exists (
      select from jsonb_to_recordset(${kept}::jsonb) as i (subject uuid, weakness text)
      where i.subject = l.subject and i.weakness = l.weakness)`.execute(db)
  return Number(numAffectedRows)
}

async function countsOf(db: Database) {
  const rows = await db
    .selectFrom('vulnerability_lines')
    .select(({ fn }) => [
      'waits',
      'is_done',
      fn.countAll<string>().as('all'),
      fn.countAll<string>().filterWhere('is_decided', '=', false).as('undecided'),
    ])
    .groupBy(['waits', 'is_done'])
    .execute()
  const sum = (of: readonly { readonly all: string }[]) =>
    of.reduce((total, { all }) => total + Number(all), 0)
  const open = rows.filter(({ is_done }) => !is_done)
  const waiting = (when: string) => sum(open.filter(({ waits }) => waits === when))
  return {
    now: waiting('now'),
    next_window: waiting('next_window'),
    never: waiting('never'),
    find_out: waiting('find_out'),
    undecided: open.reduce((total, { undecided }) => total + Number(undecided), 0),
    done: sum(rows.filter(({ is_done }) => is_done)),
  }
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
export async function newestEntry(db: Database): Promise<number> {
  const { rows } = await sql<{ entry: string | null }>`
    select max(e.entry) as entry from unnest(${[...kindsOfQueue]}::text[]) k (kind)
    cross join lateral (select r.entry from records r where r.kind = k.kind
      order by r.entry desc limit 1) e`.execute(db)
  return Number(rows[0]?.entry ?? -1)
}
