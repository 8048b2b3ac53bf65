// SPDX-License-Identifier: EUPL-1.2
// Everything that goes on and that somebody waits for, as whoever asks may see it: one's own, and
// for the CISO all of the organisation.
import { plurals } from '@schouw/contract'
import type { KindName } from '@schouw/core/registers'
import { exchangeLimits } from '../exchange/limits.ts'
import { type ImportRow, importRow, patchImport, underWay } from '../exchange/rows.ts'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { isUuid } from '../storage/records/derive.ts'
import { askCancel } from './runs.ts'

/** What is cancelled half-way leaves this; what cannot be cancelled is not here. */
const leaves: Readonly<Record<string, 'nothing' | 'undoable' | 'done'>> = {
  'advisories-import': 'done',
  'advisories-match': 'done',
  'advisories-fetch': 'done',
  'import-judge': 'nothing',
  'import-write': 'undoable',
  'import-undo': 'done',
  export: 'nothing',
  simulation: 'nothing',
  source: 'nothing',
  'first-state': 'nothing',
}

const known = new Set(Object.keys(leaves))

const importNames: Readonly<Record<string, string>> = {
  judging: 'import-judge',
  writing: 'import-write',
  undoing: 'import-undo',
}

const shownEnded = 50

export type Work = ReturnType<typeof ofRun>

export async function shownWork(
  db: Database,
  caller: Caller,
  now: string,
): Promise<readonly Work[]> {
  const { person } = caller.actor
  const own = db.selectFrom('job_runs').selectAll()
  const seen = seesAll(caller) ? own : own.where('asked_by', '=', person)
  const open = ['waiting', 'active'] as const
  const going = await seen.where('state', 'in', open).orderBy('asked_at', 'desc').execute()
  const ended = await seen
    .where('state', 'not in', open)
    .orderBy('asked_at', 'desc')
    .limit(shownEnded)
    .execute()
  const imports = await underWay(db, seesAll(caller) ? undefined : person)
  return [
    ...going.map((row) => ofRun(row, now)),
    ...imports.map((row) => ofImport(row, now)),
    ...ended.map((row) => ofRun(row, now)),
  ]
}

/** Undefined for what is not there, or is no business of whoever asks. */
export async function foundWork(
  db: Database,
  caller: Caller,
  id: string,
  now: string,
): Promise<Work | undefined> {
  if (!isUuid(id)) return undefined
  const isSeen = (by: string) => by === caller.actor.person || seesAll(caller)
  const row = await db.selectFrom('job_runs').selectAll().where('id', '=', id).executeTakeFirst()
  if (row !== undefined) return isSeen(row.asked_by) ? ofRun(row, now) : undefined
  const brought = await importRow(db, id)
  const isUnder = brought !== undefined && importNames[brought.state] !== undefined
  return isUnder && isSeen(brought.made_by) ? ofImport(brought, now) : undefined
}

/** Gives what it is after that. */
export async function askedToStop(
  db: Database,
  caller: Caller,
  id: string,
  now: string,
): Promise<Work | undefined> {
  const found = await foundWork(db, caller, id, now)
  if (found === undefined || !found.can_cancel) return found
  if (found.name.startsWith('import-')) {
    const under = ['judging', 'writing', 'undoing'] as const
    await patchImport(db, id, { is_cancelled: true }, under)
  } else await askCancel(db, id, now)
  return foundWork(db, caller, id, now)
}

function seesAll({ actor }: Caller): boolean {
  return actor.roles.includes('ciso')
}

interface RunRow {
  readonly id: string
  readonly name: string
  readonly about: unknown
  readonly asked_by: string
  readonly asked_at: string
  readonly state: 'waiting' | 'active' | 'done' | 'failed' | 'cancelled'
  readonly is_cancel_asked: boolean
  readonly steps_done: number | null
  readonly steps_total: number | null
  readonly steps_of: string | null
  readonly seen_at: string | null
  readonly started_at: string | null
  readonly finished_at: string | null
}

function ofRun(row: RunRow, now: string) {
  const { id, name, asked_by, asked_at, started_at, finished_at } = row
  const isOpen = row.state === 'waiting' || row.state === 'active'
  const state = isOpen && isLost(row.seen_at, now) ? 'lost' : row.state
  // Written by `enqueue` and `Ongoing`, and only by those.
  const about = row.about as { readonly register?: string; readonly file?: string } | null
  return {
    id,
    name: known.has(name) ? name : 'other',
    about: about && { register: about.register ?? null, file: about.file ?? null },
    asked_by,
    asked_at,
    state,
    // Whatever the queue does can be stopped.
    can_cancel: isOpen && state !== 'lost' && (row.seen_at === null || leaves[name] !== undefined),
    is_cancel_asked: row.is_cancel_asked,
    leaves: leaves[name] ?? 'done',
    progress:
      row.steps_done === null
        ? null
        : { done: row.steps_done, total: row.steps_total, of: row.steps_of ?? 'rows' },
    started_at,
    finished_at,
  }
}

function ofImport(row: ImportRow, now: string): Work {
  const name = importNames[row.state] ?? 'import-judge'
  const isGone = isLost(row.seen_at, now)
  return {
    id: row.id,
    name,
    about: { register: plurals[row.kind as KindName], file: row.file_name },
    asked_by: row.made_by,
    asked_at: row.made_at,
    state: isGone ? 'lost' : 'active',
    can_cancel: !isGone,
    is_cancel_asked: row.is_cancelled,
    leaves: leaves[name] ?? 'done',
    progress: { done: row.progress, total: row.rows, of: 'rows' },
    started_at: row.made_at,
    finished_at: null,
  }
}

/** It gave no sign for so long that it has ended with its server. */
function isLost(seenAt: string | null, now: string): boolean {
  return seenAt !== null && Date.parse(now) - Date.parse(seenAt) > exchangeLimits.lostMs
}
