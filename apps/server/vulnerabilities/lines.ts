// SPDX-License-Identifier: EUPL-1.2
// Matches, marks, catalogues and the place of devices, put together to what a person looks at.
import type { RecordVersion } from '@schouw/core/registers'
import { kinds } from '@schouw/core/registers'
import type { response } from '@schouw/core/vulns'
import { sql } from 'kysely'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'
import { type AroundLine, pressedOf } from './pressed.ts'
import { settingsRead } from './settings.ts'

export interface LinesWanted {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
  /** Of these devices with the software in them, or of what these documents are about. */
  readonly assets?: readonly string[]
  readonly documents?: readonly string[]
  readonly withEvidence?: boolean
  /** Also what is not affected. */
  readonly withCleared?: boolean
}

export type Line = NonNullable<ReturnType<typeof lineOf>>

interface MatchRow {
  readonly subject: string
  readonly document: string
  readonly weakness: string
  readonly verdict: 'affected' | 'not_affected' | 'cannot_decide'
  readonly basis: string
  readonly route: string
  readonly stated_by: 'vendor' | 'publisher' | 'inference'
  readonly confidence: number
  readonly fix: response.Fix
  readonly since: string
  readonly changed_at: string
  readonly evidence: unknown
  readonly name: string
  readonly title: string
  readonly isOfVendor: boolean
}

/** Every vulnerability in a device that the reader may see, the most pressing first. */
export async function linesOf(wanted: LinesWanted) {
  const { storage, caller, now } = wanted
  const only = wanted.assets ?? (await assetsOf(wanted))
  const { assets, settings, today } = await settingsRead({ storage, caller, now, assets: only })
  const found = await storage.read(caller.tenant, async (db) => {
    const software = await softwareRows(db, only)
    const matches = await matchRows(db, wanted, [...only, ...software.map(({ id }) => id)])
    return {
      software: software.flatMap((record) => {
        const kind = kinds['software-component']
        const seen = shown({ caller, kind, now }, record)
        return seen === null ? [] : [seen]
      }),
      matches,
      states: await stateRows(db, [...new Set(matches.map(({ subject }) => subject))]),
      facts: await db.selectFrom('vulnerability_facts').selectAll().execute(),
      catalogues: await db
        .selectFrom('vulnerability_catalogues')
        .select(['name', 'as_of'])
        .execute(),
    }
  })
  const software = new Map(found.software.map((record) => [record.id, record]))
  const around = {
    assets,
    settings,
    software,
    known: new Map(found.facts.map((row) => [row.weakness, row])),
    states: new Map(found.states.map((row) => [`${row.subject}\n${row.weakness}`, row])),
    hasKev: found.catalogues.some(({ name }) => name === 'kev'),
    today,
  }
  const best = groupedBest(found.matches).filter(
    (one) => wanted.withCleared === true || one.best.verdict !== 'not_affected',
  )
  const lines = best.flatMap((one) => lineOf(one, around) ?? [])
  return { lines: lines.sort(byPressure), settings, assets, software, today }
}

/** Devices that documents are about, themselves or by what is in them. */
async function assetsOf({ storage, caller, documents }: LinesWanted): Promise<readonly string[]> {
  return storage.read(caller.tenant, async (db) => {
    const rows = await db
      .selectFrom('vulnerability_matches')
      .select('subject')
      .distinct()
      .where('document', '=', sql<string>`any(${[...(documents ?? [])]}::text[])`)
      .execute()
    return assetsWith(
      db,
      rows.map(({ subject }) => subject),
    )
  })
}

/** The devices that these are, or are in. */
export async function assetsWith(db: Database, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ asset: string | null }>`
    select distinct case when kind = 'asset' then id::text else document ->> 'within' end as asset
    from records where not is_retired and kind in ('asset', 'software-component')
      and id = any(${[...subjects]}::uuid[])`.execute(db)
  return rows.flatMap(({ asset }) => asset ?? [])
}

interface AroundThese extends AroundLine {
  readonly assets: ReadonlyMap<string, RecordVersion>
  readonly software: ReadonlyMap<string, RecordVersion>
  readonly known: ReadonlyMap<string, { readonly kev: unknown; readonly chance: number | null }>
  readonly states: ReadonlyMap<string, Awaited<ReturnType<typeof stateRows>>[number]>
}

/** Undefined where the reader may not see the device, or it is there no longer. */
function lineOf(
  { best, others }: { readonly best: MatchRow; readonly others: number },
  around: AroundThese,
) {
  const { assets, software, known, states } = around
  const part = software.get(best.subject)
  const assetId = part === undefined ? best.subject : String(part.values['within'] ?? '')
  const asset = assets.get(assetId)
  const fact = known.get(best.weakness)
  const kev = (fact?.kev ?? null) as { added: string; due: string; ransomware: boolean } | null
  const chance = fact?.chance ?? null
  const pressed = pressedOf({ ...best, kev, chance }, assetId, around)
  if (asset === undefined || pressed === undefined) return undefined
  const state = states.get(`${best.subject}\n${best.weakness}`)
  const { name: advisory, title: advisory_title, isOfVendor: _, ...match } = best
  return {
    ...match,
    subject_title: titleOf(part ?? asset),
    asset: assetId,
    asset_title: titleOf(asset),
    advisory,
    advisory_title,
    others,
    kev,
    chance,
    ...pressed,
    mark: (state?.mark ?? 'not_remediated') as 'not_remediated' | 'in_progress' | 'done',
    decision: (state?.decision ?? null) as 'now' | 'next_window' | 'never' | null,
    reason: state?.reason ?? '',
    due_on: state?.due_on ?? null,
    finding: state?.finding ?? null,
    decided_at: state?.changed_at ?? null,
    decided_by: state?.changed_by ?? null,
  }
}

const pressing = { now: 0, find_out: 1, next_window: 2, never: 3 } as const

interface Sortable {
  readonly mark: string
  readonly proposal: { readonly when: response.When }
  readonly kev: unknown
  readonly chance: number | null
  readonly asset_title: string
  readonly weakness: string
}

function byPressure(a: Sortable, b: Sortable): number {
  return (
    Number(a.mark === 'done') - Number(b.mark === 'done') ||
    pressing[a.proposal.when] - pressing[b.proposal.when] ||
    Number(b.kev !== null) - Number(a.kev !== null) ||
    (b.chance ?? 0) - (a.chance ?? 0) ||
    (a.asset_title < b.asset_title ? -1 : a.asset_title > b.asset_title ? 1 : 0) ||
    (a.weakness < b.weakness ? -1 : 1)
  )
}

/** The maker's own word before anybody else's; then the verdict that asks for more. */
function groupedBest(rows: readonly MatchRow[]) {
  const rank = { affected: 0, cannot_decide: 1, not_affected: 2 } as const
  const groups = Map.groupBy(rows, ({ subject, weakness }) => `${subject}\n${weakness}`)
  return [...groups.values()].flatMap((group) => {
    const [best] = group.toSorted(
      (a, b) =>
        Number(b.isOfVendor) - Number(a.isOfVendor) ||
        rank[a.verdict] - rank[b.verdict] ||
        (a.document < b.document ? -1 : 1),
    )
    return best === undefined ? [] : [{ best, others: group.length - 1 }]
  })
}

export function titleOf({ values }: RecordVersion): string {
  return String(values['name'] ?? values['code'] ?? '')
}

async function softwareRows(
  db: Database,
  assets: readonly string[],
): Promise<readonly RecordVersion[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'software-component')
    .where('is_retired', '=', false)
    .where((where) =>
      where(
        'id',
        'in',
        where
          .selectFrom('record_links')
          .select('record_links.id')
          .where('record_links.field', '=', 'within')
          .where('record_links.target', '=', sql<string>`any(${[...assets]}::uuid[])`),
      ),
    )
    .execute()
  return rows.map(recordOf)
}

async function matchRows(
  db: Database,
  { documents, withEvidence }: LinesWanted,
  subjects: readonly string[],
): Promise<readonly MatchRow[]> {
  let query = db
    .selectFrom('vulnerability_matches as m')
    .innerJoin('advisories as a', (join) =>
      join.onRef('a.document', '=', 'm.document').on('a.is_current', '=', true),
    )
    .select([
      'm.subject',
      'm.document',
      'm.weakness',
      'm.verdict',
      'm.basis',
      'm.route',
      'm.stated_by',
      'm.confidence',
      'm.fix',
      'm.since',
      'm.changed_at',
      'a.name',
      'a.title',
      'a.publisher_category',
    ])
    .where('m.subject', '=', sql<string>`any(${[...subjects]}::uuid[])`)
  if (documents !== undefined) {
    query = query.where('m.document', '=', sql<string>`any(${[...documents]}::text[])`)
  }
  const rows = await query
    .$if(withEvidence === true, (more) =>
      more.leftJoin('vulnerability_grounds as g', 'g.digest', 'm.grounds').select('g.evidence'),
    )
    .execute()
  return rows.map(({ publisher_category, evidence, ...row }) => ({
    ...row,
    evidence: evidence ?? [],
    verdict: row.verdict as MatchRow['verdict'],
    stated_by: row.stated_by as MatchRow['stated_by'],
    fix: row.fix as MatchRow['fix'],
    isOfVendor: publisher_category === 'vendor',
  }))
}

export function stateRows(db: Database, subjects: readonly string[]) {
  return db
    .selectFrom('vulnerability_states')
    .selectAll()
    .where('subject', '=', sql<string>`any(${[...subjects]}::uuid[])`)
    .execute()
}
