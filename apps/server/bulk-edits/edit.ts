// SPDX-License-Identifier: EUPL-1.2
import { type RecordKind, type RecordVersion, type Refusal, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { shown } from '../http/registers/call.ts'
import type { Change, Sight, Told } from '../storage/changes/change.ts'
import { Rehearsal } from '../storage/changes/rehearsal.ts'
import { versionsAt } from '../storage/reading/looking.ts'
import { derived } from '../storage/records/derive.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

type Decide = Change['decide']
type Outcome = ReturnType<Decide>

export type Act =
  | { readonly field: string; readonly value?: unknown }
  | { readonly to: string; readonly reason?: string | undefined }

export interface AskedRow {
  readonly id: string
  readonly version: number
}

export type RowOutcome = 'changed' | 'waiting' | 'same' | 'refused' | 'undone' | 'kept'

export interface EditedRow {
  readonly id: string
  readonly title: string | null
  readonly outcome: RowOutcome
  readonly from?: unknown
  readonly errors: readonly { readonly code: string }[]
}

/** What is kept of a row, to take it back: the versions before and after. */
export interface MadeRow {
  readonly id: string
  readonly version: number
  readonly made: number | null
  readonly outcome: RowOutcome
}

export interface Editing {
  readonly storage: Storage
  readonly caller: Caller
  readonly kind: RecordKind
  readonly now: string
}

type Known = ReadonlyMap<string, RecordVersion>

/** The records as this person sees them; who may not see one is told no more than that it is not. */
export async function knownRecords(editing: Editing, ids: readonly string[]): Promise<Known> {
  const { storage, caller, kind } = editing
  const rows = await storage.read(caller.tenant, (db) =>
    versionsAt(db, ids, Number.MAX_SAFE_INTEGER),
  )
  const known = new Map<string, RecordVersion>()
  for (const row of rows.values()) {
    const record = recordOf(row)
    if (record.kind === kind.name && shown(editing, record) !== null) known.set(row.id, record)
  }
  return known
}

/** What it would come to; nothing is written. */
export async function tried(
  editing: Editing,
  rows: readonly AskedRow[],
  act: Act,
): Promise<readonly EditedRow[]> {
  const { storage, caller, now } = editing
  const known = await knownRecords(
    editing,
    rows.map(({ id }) => id),
  )
  const rehearsal = new Rehearsal(now, (work) =>
    storage.read(caller.tenant, () => work(storage.session.transaction)),
  )
  const there = rows.filter(({ id }) => known.has(id))
  const outcomes = await rehearsal.try(
    there.map((row) => ({ decide: deciding(editing, row, act) })),
  )
  const found = new Map(there.map(({ id }, at) => [id, outcomes[at]]))
  return rows.map((row) => {
    const outcome = found.get(row.id)
    const record = known.get(row.id)
    if (outcome === undefined || record === undefined) return absent(row)
    const errors = outcome.ok ? [] : outcome.refusals.map(told)
    const as = !outcome.ok
      ? 'refused'
      : outcome.value.pending !== null
        ? 'waiting'
        : outcome.value.entries.length === 0
          ? 'same'
          : 'changed'
    return { ...named(record, act), outcome: as, errors }
  })
}

/** Each row as a single change would be made, side by side. */
export async function made(
  editing: Editing,
  rows: readonly AskedRow[],
  act: Act,
): Promise<readonly (EditedRow & MadeRow)[]> {
  const { storage, caller, now } = editing
  const known = await knownRecords(
    editing,
    rows.map(({ id }) => id),
  )
  return Promise.all(
    rows.map(async (row) => {
      const record = known.get(row.id)
      if (record === undefined) return { ...absent(row), ...row, made: null }
      const came = await storage.apply(caller.tenant, {
        decide: deciding(editing, row, act),
        pendingId: newId(now),
      })
      return { ...named(record, act), version: row.version, ...outcomeOf(came, 'changed') }
    }),
  )
}

/** Takes back what was made of a row: its former value, or its former state where a way leads back. */
export async function undone(
  editing: Editing,
  row: MadeRow,
  act: Act,
  reason: string,
): Promise<EditedRow & MadeRow> {
  const { storage, caller, kind, now } = editing
  const { actor } = caller
  const { id, version, made: madeVersion } = row
  const known = await knownRecords(editing, [id])
  const record = known.get(id)
  if (madeVersion === null || record === undefined) {
    return { ...absent({ id, version }), version, made: madeVersion, outcome: 'kept' }
  }
  const former = await formerVersion(editing, id, version)
  const decide: Decide = (sight) => {
    const on = {
      kind,
      id,
      record: sight.record(id),
      version: madeVersion,
      actor,
      now: sight.now,
      lookup: sight.lookup,
    }
    if ('to' in act) return records.move({ ...on, to: former?.state ?? act.to, reason })
    return records.change({ ...on, patch: { [act.field]: former?.values[act.field] ?? null } })
  }
  const came = await storage.apply(caller.tenant, { decide, pendingId: newId(now) })
  const out = outcomeOf(came, 'undone')
  const isKept = out.outcome === 'refused'
  return {
    ...named(record, act),
    version,
    ...out,
    made: isKept ? madeVersion : out.made,
    outcome: isKept ? 'kept' : out.outcome === 'same' ? 'undone' : out.outcome,
  }
}

async function formerVersion(
  { storage, caller }: Editing,
  id: string,
  version: number,
): Promise<RecordVersion | undefined> {
  const row = await storage.read(caller.tenant, (db) =>
    db
      .selectFrom('record_versions')
      .select(['id', 'kind', 'version', 'state', 'document', 'meta', 'changed_at', 'changed_by'])
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : recordOf(row)
}

function deciding({ kind, caller }: Editing, { id, version }: AskedRow, act: Act): Decide {
  const { actor } = caller
  return ({ record, lookup, now }: Sight): Outcome => {
    const on = { kind, id, record: record(id), version, actor, now, lookup }
    if ('to' in act) {
      const given = act.reason === undefined ? { to: act.to } : { to: act.to, reason: act.reason }
      return records.move({ ...on, ...given })
    }
    return records.change({ ...on, patch: { [act.field]: act.value ?? null } })
  }
}

function outcomeOf(
  came: Told,
  as: RowOutcome,
): {
  readonly outcome: RowOutcome
  readonly made: number | null
  readonly errors: readonly { readonly code: string }[]
} {
  if (came.outcome === 'refused') {
    return { outcome: 'refused', made: null, errors: came.step.refusals.map(told) }
  }
  if (came.outcome === 'key-reused') throw new Error('rows have no keys of their own')
  const { done } = came
  if (done.pending !== null) return { outcome: 'waiting', made: null, errors: [] }
  if (done.entries.length === 0) return { outcome: 'same', made: null, errors: [] }
  return { outcome: as, made: done.record?.version ?? null, errors: [] }
}

function named(record: RecordVersion, act: Act): Pick<EditedRow, 'id' | 'title' | 'from'> {
  const { id } = record
  const from = 'to' in act ? record.state : (record.values[act.field] ?? null)
  return { id, title: derived(record).title, from }
}

function absent({ id }: AskedRow): EditedRow {
  return { id, title: null, outcome: 'refused', errors: [{ code: 'not-found' }] }
}

function told({ code, ...facts }: Refusal): { readonly code: string } {
  return { code, ...facts }
}
