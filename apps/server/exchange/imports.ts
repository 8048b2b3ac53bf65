// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'
import { plurals } from '@schouw/contract'
import { type KindName, kind as kindOf, type RecordKind } from '@schouw/core/registers'
import { sql } from 'kysely'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { logSize } from '../http/reading/moment.ts'
import type { Storage } from '../storage/storage.ts'
import { chunks, type Judged, type JudgedRow, judged, recalled } from './judge.ts'
import { exchangeLimits } from './limits.ts'
import { arrived } from './reading.ts'
import {
  dropLines,
  forgetOld,
  type ImportRow,
  type ImportState,
  importRow,
  type LineRow,
  lineRows,
  patchImport,
  storedRows,
  storeImport,
  storeLines,
  storeSheet,
} from './rows.ts'
import { type ImportSettings, proposedColumns, proposedSettings } from './settings.ts'
import type { Tasks } from './tasks.ts'
import { undone } from './undo.ts'
import type { FileLanguage } from './words.ts'
import { written } from './write.ts'

export interface Imports {
  readonly storage: Storage
  readonly clock: () => string
  readonly tasks: Tasks
}

let arriving = 0

export async function upload(
  { storage, clock }: Imports,
  caller: Caller,
  asked: {
    readonly kind: RecordKind
    readonly name: string
    readonly language: FileLanguage
    readonly stream: Readable
  },
): Promise<Answer> {
  const { kind, name, language, stream } = asked
  if (arriving >= exchangeLimits.atOnce) return no('too-many')
  arriving += 1
  let read: Awaited<ReturnType<typeof arrived>>
  try {
    read = await arrived(stream, name)
  } finally {
    arriving -= 1
  }
  if ('refusal' in read) return no(read.refusal, { errors: [{ code: read.refusal }] })
  const at = clock()
  const { tenant, actor } = caller
  const timeZone = await storage.read(tenant, async (db) => {
    const { rows } = await sql<{ zone: string | null }>`select document ->> 'time_zone' as zone
      from records where kind = 'organisation' and not is_retired limit 1`.execute(db)
    return rows[0]?.zone ?? 'Europe/Amsterdam'
  })
  const isRead = read.sheets.some(({ rows }) => rows.length > 0)
  const settings = isRead
    ? proposedSettings(kind, read.sheets, { language, timeZone: knownZone(timeZone) })
    : null
  const rows = read.sheets[(settings?.sheet ?? 1) - 1]?.rows ?? []
  const head_line = settings?.head_line ?? 1
  const id = newId(at)
  const found: Parameters<typeof storeImport>[1] = {
    id,
    kind: kind.name,
    state: isRead ? 'mapping' : 'refused',
    file_name: name,
    format: read.format,
    digest: read.digest,
    size: read.bytes,
    rows: rows.filter(({ line }) => line > head_line).length,
    sheets: {
      all: read.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.length })),
      proposals: settings === null ? [] : proposedColumns(kind, { rows, head_line, language }),
    },
    settings,
    problems: read.problems.slice(0, 100),
    made_at: at,
    made_by: actor.person,
  }
  await storage.write(tenant, async (db) => {
    await forgetOld(db, at)
    await storeImport(db, { ...found, state: 'reading' })
  })
  // In pieces, so that others get their turn.
  for (const [number, sheet] of read.sheets.entries()) {
    await storage.write(tenant, (db) => storeSheet(db, id, number + 1, sheet.rows))
  }
  await storage.write(tenant, (db) => patchImport(db, id, { state: found.state }))
  const stored = await storage.read(tenant, (db) => importRow(db, id))
  return {
    status: 201,
    body: shownImport(stored as ImportRow),
    headers: { location: `/api/v1/imports/${id}` },
  }
}

/** What the registers call a zone and nobody else does is read as ours. */
function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    return 'Europe/Amsterdam'
  }
}

export async function adjusted(
  { storage }: Imports,
  caller: Caller,
  found: ImportRow,
  patch: Partial<ImportSettings>,
): Promise<Answer> {
  const kind = kindOf(found.kind)
  const { settings } = found
  if (kind === undefined || settings === null) return no('import-state')
  const wrong = wrongIn(kind, found, patch)
  if (wrong.length > 0) {
    return no('body-refused', { errors: wrong.map((path) => ({ code: 'body-refused', path })) })
  }
  const { tenant } = caller
  const next: ImportSettings = { ...settings, ...patch }
  const isElsewhere = next.sheet !== settings.sheet || next.head_line !== settings.head_line
  let more = {}
  if (isElsewhere) {
    const rows = await storage.read(tenant, (db) =>
      storedRows(db, found.id, next.sheet, { from: 1, to: 5 }),
    )
    const proposals = proposedColumns(kind, { rows, head_line: next.head_line, language: 'nl' })
    const columns = patch.columns ?? proposals.map(({ name }) => name)
    more = { sheets: { ...found.sheets, proposals }, settings: { ...next, columns } }
  }
  const done = await storage.write(tenant, async (db) => {
    const fresh = { settings: next, state: 'mapping' as const, judgement: null, ...more }
    const isChanged = await patchImport(db, found.id, fresh, ['mapping', 'judged'])
    if (isChanged) await dropLines(db, found.id)
    return isChanged ? importRow(db, found.id) : undefined
  })
  return done === undefined ? no('import-state') : { status: 200, body: shownImport(done) }
}

function wrongIn(
  kind: RecordKind,
  found: ImportRow,
  { sheet, columns, time_zone }: Partial<ImportSettings>,
): readonly string[] {
  const own = ['id', 'state', 'retired']
  const named = (columns ?? []).filter((name) => name !== null)
  const paths: string[] = []
  for (const [at, name] of (columns ?? []).entries()) {
    const isKnown = name === null || own.includes(name) || Object.hasOwn(kind.fields, name)
    const isTwice = name !== null && named.indexOf(name) !== named.lastIndexOf(name)
    if (!isKnown || isTwice) paths.push(`/columns/${at}`)
  }
  if (sheet !== undefined && sheet > found.sheets.all.length) paths.push('/sheet')
  if (time_zone !== undefined && knownZone(time_zone) !== time_zone) paths.push('/time_zone')
  return paths
}

/** The dry run. */
export async function judge(imports: Imports, caller: Caller, found: ImportRow): Promise<Answer> {
  const { storage, clock, tasks } = imports
  const { tenant } = caller
  const { id } = found
  const isBegun = await begin(imports, tenant, found, 'judging', ['mapping', 'judged'])
  if (!isBegun) return no('import-state')
  const isDone = await tasks.run({ tenant, id, failed: 'mapping' }, async (onProgress) => {
    const all = await judgedOf(imports, caller, found, onProgress)
    if (all === undefined) {
      await storage.write(tenant, (db) =>
        patchImport(db, id, { state: 'mapping', is_cancelled: false, seen_at: clock() }),
      )
    } else await storeJudged(imports, tenant, id, all)
  })
  return answered(imports, tenant, id, isDone)
}

async function judgedOf(
  { storage, clock }: Imports,
  caller: Caller,
  found: ImportRow,
  onProgress: (done: number) => Promise<boolean>,
): Promise<Judged | undefined> {
  const kind = kindOf(found.kind)
  if (kind === undefined) throw new Error(`there is no kind ${found.kind}`)
  return judged({ storage, caller, kind, found, now: clock(), onProgress })
}

async function storeJudged(
  { storage, clock }: Imports,
  tenant: string,
  id: string,
  { rows, judgement }: Judged,
): Promise<void> {
  await storage.write(tenant, (db) => dropLines(db, id))
  for (const some of chunks(rows)) {
    const lines = some.map(({ row: _, steps: __, ...line }) => line)
    await storage.write(tenant, (db) => storeLines(db, id, lines))
  }
  await storage.write(tenant, (db) =>
    patchImport(db, id, { state: 'judged', judgement, is_cancelled: false, seen_at: clock() }),
  )
}

/**
 * Writes what was looked at. When the registers have moved on since and that makes a difference,
 * nothing is written and the difference is what is told.
 */
export async function confirm(
  imports: Imports,
  caller: Caller,
  found: ImportRow,
  digest: string,
): Promise<Answer> {
  const { storage, clock, tasks } = imports
  const { tenant, actor } = caller
  const { id } = found
  const isAgain = found.state === 'writing' && isLost(imports, found)
  if (found.judgement?.digest !== digest) return no('import-moved')
  const isBegun = await begin(imports, tenant, found, 'writing', isAgain ? ['writing'] : ['judged'])
  if (!isBegun) return no('import-state')
  let moved: readonly number[] = []
  const isDone = await tasks.run({ tenant, id, failed: 'writing' }, async (onProgress) => {
    const before = await allLines(storage, tenant, id)
    const writing = { storage, tenant, person: actor.person, found, clock, onProgress }
    if (!isAgain) {
      const known = await unmoved(imports, caller, found, before)
      if (known !== undefined) return written(writing, known)
    }
    const all = await judgedOf(imports, caller, found, onProgress)
    if (all === undefined) {
      const state = isAgain ? 'writing' : 'judged'
      await storage.write(tenant, (db) => patchImport(db, id, { state, is_cancelled: false }))
      return
    }
    if (!isAgain && all.judgement.digest !== digest) {
      moved = differing(all.rows, before)
      await storeJudged(imports, tenant, id, all)
      return
    }
    await written(writing, all.rows, isAgain ? before : new Map())
  })
  if (moved.length === 0) return answered(imports, tenant, id, isDone)
  const errors = moved.slice(0, 100).map((line) => ({ code: 'import-moved', line }))
  return no('import-moved', { errors })
}

/** What was judged, when the log has not grown since; nothing else changes the registers. */
async function unmoved(
  { storage, clock }: Imports,
  caller: Caller,
  found: ImportRow,
  lines: ReadonlyMap<number, LineRow>,
): Promise<readonly JudgedRow[] | undefined> {
  const kind = kindOf(found.kind)
  const size = await storage.read(caller.tenant, logSize)
  if (kind === undefined || found.judgement?.log_size !== size) return undefined
  const onProgress = async () => true
  return recalled({ storage, caller, kind, found, now: clock(), onProgress }, lines)
}

async function allLines(
  storage: Storage,
  tenant: string,
  id: string,
): Promise<ReadonlyMap<number, LineRow>> {
  const lines = new Map<number, LineRow>()
  for (let after = 0; ; ) {
    const some = await storage.read(tenant, (db) => lineRows(db, id, { after, limit: 2_000 }))
    for (const one of some) lines.set(one.line, one)
    const last = some.at(-1)
    if (last === undefined) return lines
    after = last.line
  }
}

/** Lines of which the verdict is no longer what was looked at. */
function differing(
  rows: readonly JudgedRow[],
  before: ReadonlyMap<number, LineRow>,
): readonly number[] {
  return rows
    .filter(({ line, plan, record, version, detail }) => {
      const known = before.get(line)
      const now = JSON.stringify([plan, record, version, sorted(detail)])
      return (
        known === undefined ||
        JSON.stringify([known.plan, known.record, known.version, sorted(known.detail)]) !== now
      )
    })
    .map(({ line }) => line)
    .sort((one, other) => one - other)
}

/** The database keeps members in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, one]) => one !== undefined)
  return members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, sorted(one)])
}

export async function cancel(
  { storage }: Imports,
  caller: Caller,
  found: ImportRow,
): Promise<Answer> {
  const { tenant } = caller
  const under: readonly ImportState[] = ['judging', 'writing', 'undoing']
  const done = await storage.write(tenant, async (db) => {
    const isUnder = await patchImport(db, found.id, { is_cancelled: true }, under)
    return isUnder ? importRow(db, found.id) : undefined
  })
  return done === undefined ? no('import-state') : { status: 200, body: shownImport(done) }
}

export async function undo(
  imports: Imports,
  caller: Caller,
  found: ImportRow,
  reason: string,
): Promise<Answer> {
  const { storage, clock, tasks } = imports
  const { tenant, actor } = caller
  const { id } = found
  const kind = kindOf(found.kind)
  const from: readonly ImportState[] =
    found.state === 'undoing' && isLost(imports, found) ? ['undoing'] : ['done', 'undone']
  const isBegun = await begin(imports, tenant, found, 'undoing', from)
  if (!isBegun || kind === undefined) return no('import-state')
  const isDone = await tasks.run({ tenant, id, failed: 'done' }, (onProgress) =>
    undone({
      storage,
      tenant,
      caller,
      kind,
      person: actor.person,
      found,
      clock,
      onProgress,
      reason,
    }),
  )
  return answered(imports, tenant, id, isDone)
}

/** One thing at a time: who comes second finds the state taken. */
async function begin(
  { storage, clock, tasks }: Imports,
  tenant: string,
  found: ImportRow,
  state: ImportState,
  from: readonly ImportState[],
): Promise<boolean> {
  if (tasks.isRunning(found.id)) return false
  const patch = { state, progress: 0, is_cancelled: false, seen_at: clock() }
  return storage.write(tenant, (db) => patchImport(db, found.id, patch, from))
}

/** Its server has gone, or it has lost its database. */
function isLost({ tasks, clock }: Imports, { id, seen_at }: ImportRow): boolean {
  return !tasks.isRunning(id) && Date.parse(clock()) - Date.parse(seen_at) > exchangeLimits.lostMs
}

async function answered(
  { storage }: Imports,
  tenant: string,
  id: string,
  isDone: boolean,
): Promise<Answer> {
  const found = await storage.read(tenant, (db) => importRow(db, id))
  if (found === undefined) return no('not-found')
  return { status: isDone ? 200 : 202, body: shownImport(found) }
}

export function shownImport(row: ImportRow) {
  const isUnder = ['judging', 'writing', 'undoing'].includes(row.state)
  return {
    id: row.id,
    register: plurals[row.kind as KindName],
    state: row.state,
    file: {
      name: row.file_name,
      format: row.format,
      sha256: row.digest,
      bytes: row.size,
      rows: row.rows,
    },
    sheets: row.sheets.all,
    settings: row.settings,
    proposals: row.sheets.proposals,
    problems: row.problems,
    judgement: row.judgement,
    result: row.result,
    progress: isUnder ? { done: row.progress, of: row.rows } : null,
    made: { at: row.made_at, by: row.made_by },
    entry: row.entry,
  }
}
