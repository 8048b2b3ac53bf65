// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Refusal, StepOutcome } from '@schouw/core/registers'
import { newId } from '../http/ids.ts'
import type { Change, LogEvent, Told } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'
import { chunks, type JudgedRow } from './judge.ts'
import { exchangeLimits } from './limits.ts'
import { comingId } from './prepare.ts'
import {
  forgetValues,
  type ImportRow,
  type LineRow,
  type Outcome,
  patchImport,
  type Result,
  storeOutcomes,
} from './rows.ts'

type Decide = Change['decide']

export interface Writing {
  readonly storage: Storage
  readonly tenant: string
  readonly person: string
  readonly found: ImportRow
  readonly clock: () => string
  /** Told how many rows are done; false ends it. */
  readonly onProgress: (done: number) => Promise<boolean>
}

export interface Line {
  readonly line: number
  readonly outcome: Outcome
  readonly record: string | null
  readonly madeVersion: number | null
  readonly errors?: readonly { readonly code: string }[]
}

/** Changes under way at the same time: two transactions full, so that one is thought of meanwhile. */
const atOnce = exchangeLimits.chunk * 2

/**
 * Makes what was judged, row by row, each as a single change would be made. `before`: what is known
 * of the lines when a server went down in the middle; none is made twice.
 */
export async function written(
  writing: Writing,
  rows: readonly JudgedRow[],
  before: ReadonlyMap<number, LineRow> = new Map(),
): Promise<void> {
  const { storage, tenant, found } = writing
  const lines: Line[] = []
  let isCancelled = false
  for (const some of chunks(rows, atOnce)) {
    const told = await Promise.all(
      some.map((row) => madeBefore(found.id, row, before.get(row.line)) ?? made(writing, row)),
    )
    await storage.write(tenant, (db) => storeOutcomes(db, found.id, told))
    lines.push(...told)
    isCancelled = !(await writing.onProgress(lines.length))
    if (isCancelled) break
  }
  await closed(writing, { action: 'done', state: 'done', lines, isCancelled })
}

/** Rows whose change is in the log and was not noted beside it are known by what they made. */
function madeBefore(
  importId: string,
  row: JudgedRow,
  known: LineRow | undefined,
): Line | undefined {
  const { line, plan, record, version } = row
  if (known === undefined) return undefined
  if (known.outcome !== null) {
    return { line, outcome: known.outcome, record: known.record, madeVersion: known.made_version }
  }
  if (known.plan === 'create' && record === comingId(importId, line) && version > 0) {
    return { line, outcome: 'created', record, madeVersion: 1 }
  }
  if (known.plan === 'change' && plan === 'same' && version === known.version + 1) {
    return { line, outcome: 'changed', record, madeVersion: version }
  }
  return undefined
}

async function made(writing: Writing, judged: JudgedRow): Promise<Line> {
  const { line, plan, record, version, steps, detail } = judged
  if (plan === 'same' || plan === 'refused') {
    return { line, outcome: plan, record, madeVersion: null, errors: detail.errors }
  }
  let last: Line = { line, outcome: 'same', record, madeVersion: null }
  let expected = version
  for (const decide of steps) {
    const told = await writing.storage.apply(writing.tenant, {
      decide: plan === 'create' ? decide : onVersion(decide, record ?? '', expected),
      pendingId: newId(writing.clock()),
    })
    const one = lineOf(told, line, record, plan === 'create' ? 'created' : 'changed')
    if (one.outcome === 'refused' || one.outcome === 'waiting') return one
    if (one.madeVersion === null) continue
    last = one
    expected = one.madeVersion
  }
  return last
}

/** What was judged is what is changed: a record that somebody changed meanwhile is left alone. */
export function onVersion(decide: Decide, id: string, version: number): Decide {
  return (sight) => {
    const current = sight.record(id)?.version ?? 0
    if (current === version) return decide(sight)
    const refusal = { code: 'stale-version', given: version, current } as const
    return { ok: false, refusal: refusal.code, facts: refusal, refusals: [refusal] }
  }
}

export function lineOf(told: Told, line: number, record: string | null, as: Outcome): Line {
  if (told.outcome === 'refused') {
    const errors = told.step.refusals.map(withoutValues)
    return { line, outcome: 'refused', record, madeVersion: null, errors }
  }
  if (told.outcome === 'key-reused') throw new Error('an import has no keys of its own')
  const { done } = told
  if (done.pending !== null) return { line, outcome: 'waiting', record, madeVersion: null }
  if (done.entries.length === 0) return { line, outcome: 'same', record, madeVersion: null }
  return { line, outcome: as, record, madeVersion: done.record?.version ?? null }
}

function withoutValues(refusal: Refusal): { readonly code: string } {
  const { found: _, ...rest } = { found: undefined, ...refusal }
  return rest as { readonly code: string }
}

const nothing = { created: 0, changed: 0, waiting: 0, same: 0, refused: 0, undone: 0, kept: 0 }

/** The last word on it, in the log and beside it, without the values that were in the file. */
export async function closed(
  writing: Writing,
  end: {
    readonly action: 'done' | 'undone'
    readonly state: 'done' | 'undone'
    readonly lines: readonly Line[]
    readonly isCancelled: boolean
  },
): Promise<void> {
  const { storage, tenant, found, clock } = writing
  const counts: Record<Outcome, number> = { ...nothing }
  const hash = createHash('sha256')
  for (const { line, outcome, record, madeVersion } of [...end.lines].sort(byLine)) {
    counts[outcome] += 1
    hash.update(`${JSON.stringify([line, outcome, record, madeVersion])}\n`)
  }
  const digest = hash.digest('hex')
  const former = found.entry === null ? undefined : await leafAt(storage, tenant, found.entry)
  const event: LogEvent = {
    register: 'import',
    subject: found.id,
    action: end.action,
    by: writing.person,
    ...(former === undefined ? {} : { former }),
    payload: {
      register: found.kind,
      format: found.format,
      file: found.digest,
      judgement: found.judgement?.digest ?? null,
      result: digest,
      is_cancelled: end.isCancelled,
      counts,
    },
  }
  const key = `import/${found.id}/${end.action}/${digest}`
  const told = await storage.apply(tenant, {
    decide: () => nothingChanges,
    events: () => [event],
    // After a crash between this and the next line it is said once all the same.
    idempotency: { key, digest: createHash('sha256').update(key).digest() },
  })
  const entry = told.outcome === 'done' || told.outcome === 'repeated' ? told.done.entries[0] : null
  const result: Result = { digest, counts, at: clock(), is_cancelled: end.isCancelled }
  await storage.write(tenant, async (db) => {
    await patchImport(db, found.id, {
      state: end.state,
      result,
      entry: entry ?? null,
      is_cancelled: false,
      seen_at: clock(),
    })
    await forgetValues(db, found.id)
  })
}

const nothingChanges: StepOutcome = {
  ok: true,
  value: { record: null, others: [], entries: [], lapsed: [], pending: null },
}

function byLine(one: Line, other: Line): number {
  return one.line - other.line
}

async function leafAt(
  storage: Storage,
  tenant: string,
  entry: number,
): Promise<Uint8Array | undefined> {
  const row = await storage.read(tenant, (db: Database) =>
    db.selectFrom('log_entries').select('leaf').where('entry', '=', entry).executeTakeFirst(),
  )
  return row?.leaf
}
