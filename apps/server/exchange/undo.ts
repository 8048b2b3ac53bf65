// SPDX-License-Identifier: EUPL-1.2
import { type RecordKind, type RecordVersion, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { versionsBelow } from '../http/reading/one.ts'
import type { Change } from '../storage/changes/change.ts'
import { chunks } from './judge.ts'
import { type LineRow, lineRows, storeOutcomes } from './rows.ts'
import { closed, type Line, lineOf, onVersion, type Writing } from './write.ts'

type Decide = Change['decide']

export interface Undoing extends Writing {
  readonly caller: Caller
  readonly kind: RecordKind
  readonly reason: string
}

const linesAtOnce = 500

/**
 * Takes an import back: what it made retires, what it changed gets its former values. A record that
 * somebody changed since stays as it is, and is named.
 */
export async function undone(undoing: Undoing): Promise<void> {
  const { storage, tenant, found } = undoing
  const all = await madeLines(undoing)
  // From the last to the first: what leans on others goes before them.
  const turned = [...all].reverse()
  const lines = new Map<number, Line>()
  let isCancelled = false
  for (const isSecond of [false, true]) {
    // What others of the file still leaned on gets another chance when those are gone.
    const open = isSecond ? turned.filter(({ line }) => isLeanedOn(lines.get(line))) : turned
    for (const some of chunks(open, linesAtOnce)) {
      const told = await Promise.all(some.map((row) => takenBack(undoing, row)))
      await storage.write(tenant, (db) => storeOutcomes(db, found.id, told))
      for (const one of told) lines.set(one.line, one)
      isCancelled = !(await undoing.onProgress(lines.size))
      if (isCancelled) break
    }
    if (isCancelled) break
  }
  // Ended halfway it is as it was, less what is undone: it can be gone on with.
  const state = isCancelled ? 'done' : 'undone'
  await closed(undoing, { action: 'undone', state, lines: [...lines.values()], isCancelled })
}

function isLeanedOn(line: Line | undefined): boolean {
  return line?.errors?.some(({ code }) => code === 'still-referenced') === true
}

async function madeLines({ storage, tenant, found }: Undoing): Promise<readonly LineRow[]> {
  const lines: LineRow[] = []
  for (const outcome of ['created', 'changed', 'kept'] as const) {
    for (let after = 0; ; ) {
      const some = await storage.read(tenant, (db) =>
        lineRows(db, found.id, { outcome, after, limit: linesAtOnce }),
      )
      lines.push(...some.filter((row) => row.made_version !== null))
      const last = some.at(-1)
      if (last === undefined) break
      after = last.line
    }
  }
  return lines.sort((one, other) => one.line - other.line)
}

async function takenBack(undoing: Undoing, row: LineRow): Promise<Line> {
  const { storage, tenant } = undoing
  const { line, record: id, made_version: version } = row
  if (id === null || version === null) throw new Error('a line was made without its record')
  const decide =
    row.plan === 'create' ? retiring(undoing, id) : await restoring(undoing, row, id, version)
  const told = await storage.apply(tenant, {
    decide: onVersion(decide, id, version),
    pendingId: newId(undoing.clock()),
  })
  const one = lineOf(told, line, id, 'undone')
  // What could not be taken back stays what it was, with the reason.
  if (one.outcome === 'refused') return { ...one, outcome: 'kept', madeVersion: version }
  return one.outcome === 'same' ? { ...one, outcome: 'undone' } : one
}

function retiring({ caller, kind, reason }: Undoing, id: string): Decide {
  const { actor } = caller
  return ({ record, lookup, now }) => {
    const found = record(id)
    const version = found?.version ?? 0
    return records.retire({ kind, id, record: found, version, reason, actor, now, lookup })
  }
}

/** Only the fields that the import changed; absent ones are cleared again. */
async function restoring(
  { storage, tenant, caller, kind, reason }: Undoing,
  row: LineRow,
  id: string,
  version: number,
): Promise<Decide> {
  const [before] = await storage.read(tenant, (db) =>
    versionsBelow(db, id, { version: row.version + 1, limit: 1 }),
  )
  const former: RecordVersion | undefined = before?.record
  const { actor } = caller
  const fields = row.detail.changes.map(({ field }) => field)
  const patch = Object.fromEntries(fields.map((name) => [name, former?.values[name] ?? null]))
  return ({ record, lookup, now }) => {
    const found = record(id)
    const on = { kind, id, record: found, version: found?.version ?? version, actor, now, lookup }
    // It had retired before the import brought it back.
    if (fields.length === 0) return records.retire({ ...on, reason })
    return records.change({ ...on, patch })
  }
}
