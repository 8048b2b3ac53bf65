// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { type RecordKind, type RecordVersion, type Refusal, records } from '@schouw/core/registers'
import { type Difference, difference } from '@schouw/core/registers/table'
import type { Caller } from '../http/caller.ts'
import { logSize } from '../http/reading/moment.ts'
import type { Change, Sight } from '../storage/changes/change.ts'
import { Rehearsal } from '../storage/changes/rehearsal.ts'
import { derived } from '../storage/records/derive.ts'
import type { Storage } from '../storage/storage.ts'
import { exchangeLimits } from './limits.ts'
import {
  askReferences,
  comingOf,
  inOrder,
  type Parsed,
  type PreparedRow,
  parsedRows,
  place,
  prepared,
  type Sheet,
} from './prepare.ts'
import { References } from './resolve.ts'
import type { Detail, ImportRow, Judgement, LineRow, Plan, RowError } from './rows.ts'
import { storedRows } from './rows.ts'
import type { ImportSettings } from './settings.ts'

type Decide = Change['decide']

/** A row with what is to be done about it. */
export interface JudgedRow extends Omit<LineRow, 'outcome' | 'made_version'> {
  readonly row: PreparedRow
  /** What brings it about: nothing for a row that is refused or changes nothing. */
  readonly steps: readonly Decide[]
}

export interface Judged {
  /** In the order in which they are to be made. */
  readonly rows: readonly JudgedRow[]
  readonly judgement: Judgement
}

export interface Judging {
  readonly storage: Storage
  readonly caller: Caller
  readonly kind: RecordKind
  readonly found: ImportRow
  readonly now: string
  /** Told how many rows are done; false ends it. */
  readonly onProgress: (done: number) => Promise<boolean>
}

/** Undefined when it was ended. */
export async function judged(judging: Judging): Promise<Judged | undefined> {
  const { storage, caller, found, now } = judging
  const settings = found.settings as ImportSettings
  const { sheet, rows, size } = await readAgain(judging)
  const rehearsal = new Rehearsal(now, (work) =>
    storage.read(caller.tenant, () => work(storage.session.transaction)),
  )
  const out: JudgedRow[] = []
  const seen = new Map<string, number>()
  for (const some of chunks(inOrder(rows))) {
    const tried = some.map((row) => new Trial({ row, sheet, caller, settings, seen }))
    const steps = tried.flatMap((trial) => trial.steps)
    const outcomes = await rehearsal.try(steps.map((decide) => ({ decide })))
    let at = 0
    for (const trial of tried) {
      out.push(trial.judged(outcomes.slice(at, at + trial.steps.length)))
      at += trial.steps.length
    }
    if (!(await judging.onProgress(out.length))) return undefined
    await turn()
  }
  return { rows: out, judgement: { ...summary(out), log_size: size, at: now } }
}

/**
 * The same rows by what was found before, to be used only while the log is as long as it was then:
 * nothing can have changed the verdict.
 */
export async function recalled(
  judging: Judging,
  lines: ReadonlyMap<number, Omit<LineRow, 'outcome' | 'made_version'>>,
): Promise<readonly JudgedRow[] | undefined> {
  const { caller, found } = judging
  const settings = found.settings as ImportSettings
  const { sheet, rows } = await readAgain(judging)
  const seen = new Map<string, number>()
  const out: JudgedRow[] = []
  for (const row of inOrder(rows)) {
    const known = lines.get(row.line)
    // Another file would be another import: all lines are there, each about its record.
    if (known === undefined || (known.plan === 'change' && known.record !== row.id))
      return undefined
    const isMade = known.plan === 'create' || known.plan === 'change'
    const steps = isMade ? new Trial({ row, sheet, caller, settings, seen }).steps : []
    out.push({ ...known, row, steps })
  }
  return out.length === lines.size ? out : undefined
}

async function readAgain(
  judging: Judging,
): Promise<{ sheet: Sheet; rows: readonly PreparedRow[]; size: number }> {
  const { storage, caller, kind, found, now } = judging
  const { tenant } = caller
  const settings = found.settings as ImportSettings
  const sheet = sheetOf(kind, found)
  const parsed = await allParsed(judging, sheet, settings)
  const references = new References(caller, now)
  askReferences(kind, parsed, references)
  const size = await storage.read(tenant, async (db) => {
    references.expect(kind.name, await comingOf(db, sheet, parsed))
    await references.learn(db)
    return logSize(db)
  })
  const rows: PreparedRow[] = []
  for (const some of chunks(parsed)) {
    rows.push(...(await storage.read(tenant, (db) => prepared(db, sheet, some, references))))
    await turn()
  }
  return { sheet, rows, size }
}

function sheetOf(kind: RecordKind, found: ImportRow): Sheet {
  const { proposals } = found.sheets
  return {
    kind,
    import: found.id,
    settings: found.settings as ImportSettings,
    heading: (column) => proposals[column - 1]?.heading ?? '',
  }
}

const partsAtOnce = 10

async function allParsed(
  { storage, caller, found }: Judging,
  sheet: Sheet,
  settings: ImportSettings,
): Promise<readonly Parsed[]> {
  const parsed: Parsed[] = []
  for (let from = 1; ; from += partsAtOnce) {
    const parts = { from, to: from + partsAtOnce }
    const rows = await storage.read(caller.tenant, (db) =>
      storedRows(db, found.id, settings.sheet, parts),
    )
    if (rows.length === 0) return parsed
    parsed.push(...parsedRows(sheet, rows))
    await turn()
  }
}

export function* chunks<Item>(
  items: readonly Item[],
  length: number = exchangeLimits.chunk,
): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += length) yield items.slice(at, at + length)
}

function summary(rows: readonly JudgedRow[]): Pick<Judgement, 'digest' | 'counts' | 'waiting'> {
  const hash = createHash('sha256')
  const counts: Record<Plan, number> = { create: 0, change: 0, same: 0, refused: 0 }
  let waiting = 0
  for (const { line, plan, record, version, detail, row } of rows) {
    counts[plan] += 1
    if (detail.waits) waiting += 1
    const { values, state } = row
    const what = plan === 'create' ? { values, state } : {}
    hash.update(`${JSON.stringify([line, plan, record, version, detail, what])}\n`)
  }
  return { digest: hash.digest('hex'), counts, waiting }
}

interface TrialOf {
  readonly row: PreparedRow
  readonly sheet: Sheet
  readonly caller: Caller
  readonly settings: ImportSettings
  /** Records that earlier rows are about, with their lines. */
  readonly seen: Map<string, number>
}

/** One row on its way to a verdict. What its steps find is remembered from their last run. */
class Trial {
  readonly steps: readonly Decide[]
  readonly #of: TrialOf
  readonly #errors: RowError[]
  #before: RecordVersion | undefined
  #difference: Difference | undefined

  constructor(of: TrialOf) {
    this.#of = of
    const { row, seen, sheet } = of
    this.#errors = [...row.errors]
    const twin = twinOf(of)
    const first = seen.get(twin)
    if (first !== undefined) {
      this.#errors.push({
        ...place(sheet, row.line, sheet.kind.key[0]),
        code: 'row-repeated',
        first,
      })
    } else seen.set(twin, row.line)
    this.steps = first !== undefined ? [] : row.isThere ? this.#changing() : [this.#creating()]
  }

  judged(outcomes: readonly ReturnType<Decide>[]): JudgedRow {
    const { row } = this.#of
    const errors = [...this.#errors]
    for (const outcome of outcomes) if (!outcome.ok) errors.push(...this.#told(outcome.refusals))
    const known = this.#difference
    const patch = known?.patch ?? {}
    const waits = outcomes.some((outcome) => outcome.ok && outcome.value.pending !== null)
    const isIdle = outcomes.every((one) => one.ok && one.value.entries.length === 0) && !waits
    const plan: Plan =
      errors.length > 0 ? 'refused' : isIdle ? 'same' : row.isThere ? 'change' : 'create'
    const before = this.#before
    const last = outcomes.at(-1)
    const after = last?.ok === true ? last.value.record : null
    const titled = after ?? before
    const detail: Detail = {
      title: titled == null ? null : derived(titled).title,
      changes: Object.entries(patch).map(([field, to]) => ({
        field,
        from: before?.values[field] ?? null,
        to,
      })),
      kept: known?.kept ?? [],
      errors,
      waits,
    }
    const steps = plan === 'create' || plan === 'change' ? this.steps : []
    const record = row.isThere || plan === 'create' ? row.id : null
    return { line: row.line, plan, record, version: before?.version ?? 0, detail, row, steps }
  }

  #creating(): Decide {
    const { row, sheet, caller } = this.#of
    const { actor } = caller
    const { id } = row
    const values = Object.fromEntries(
      Object.entries(row.values).filter(([, value]) => value !== null),
    )
    const state = typeof row.state === 'string' ? { state: row.state } : {}
    if (row.retired === true) this.#errors.push(this.#own('retired', false))
    const given = { kind: sheet.kind, id, values, ...state, actor }
    return ({ lookup, now }) =>
      this.#unlessRefused(records.create({ ...given, now, lookup }), undefined)
  }

  /** First back into the register, where that is wanted; then what the row says. */
  #changing(): readonly Decide[] {
    const { sheet, caller, settings, row } = this.#of
    const { kind } = sheet
    const { actor } = caller
    const { id } = row
    const on = ({ record, lookup, now }: Sight) => {
      const found = record(id)
      return { kind, id, record: found, version: found?.version ?? 0, actor, now, lookup }
    }
    const change: Decide = (sight) => {
      const base = on(sight)
      const { record } = base
      if (record !== undefined) this.#look(record)
      const patch = this.#difference?.patch ?? {}
      // Whoever changes nothing needs no permission to.
      if (Object.keys(patch).length === 0) return idle(record)
      return this.#unlessRefused(records.change({ ...base, patch }), record)
    }
    if (settings.retired === 'refuse') return [change]
    const reinstate: Decide = (sight) => {
      const base = on(sight)
      if (base.record === undefined || base.record.retired === null) return idle(base.record)
      this.#before ??= base.record
      return records.reinstate({ ...base, reason: `import ${sheet.import}` })
    }
    return [reinstate, change]
  }

  /** Later rows do not see what a refused one would have made. */
  #unlessRefused(
    outcome: ReturnType<Decide>,
    record: RecordVersion | undefined,
  ): ReturnType<Decide> {
    return outcome.ok && this.#errors.length > 0 ? idle(record) : outcome
  }

  /** May run more than once, until all that it asks about is known. */
  #look(record: RecordVersion): void {
    const { row, settings, sheet } = this.#of
    if (this.#before?.version !== record.version) this.#before ??= record
    this.#difference = difference(sheet.kind, record, row.values, settings.rule)
    const { problems, disputed, erased } = this.#difference
    this.#errors.splice(0, Infinity, ...row.errors)
    this.#errors.push(...this.#told(problems))
    for (const name of disputed) {
      const found = JSON.stringify(record.values[name] ?? null).slice(0, 80)
      this.#errors.push({ ...place(sheet, row.line, name), code: 'row-disputed', found })
    }
    for (const name of erased) {
      this.#errors.push({ ...place(sheet, row.line, name), code: 'field-erased' })
    }
    if (row.state !== undefined && row.state !== record.state) {
      this.#errors.push(this.#own('state', record.state))
    }
    const isRetired = record.retired !== null
    if (row.retired !== undefined && row.retired !== isRetired && settings.retired === 'refuse') {
      this.#errors.push(this.#own('retired', isRetired))
    }
  }

  #own(name: 'state' | 'retired', expected: unknown): RowError {
    const { sheet, row } = this.#of
    const found = String(row[name]).slice(0, 80)
    return { ...place(sheet, row.line, name), code: 'not-by-import', expected, found }
  }

  #told(refusals: readonly Refusal[]): readonly RowError[] {
    const { sheet, row } = this.#of
    const broken = new Set(row.errors.map(({ field }) => field))
    return refusals.flatMap(({ code, ...facts }): RowError[] => {
      const path = 'path' in facts ? facts.path : undefined
      const field = path?.split('/')[1]
      // What could not be read is not also called missing.
      if (field !== undefined && broken.has(field)) return []
      return [{ ...(field === undefined ? {} : place(sheet, row.line, field)), code, ...facts }]
    })
  }
}

/** What makes two rows the same: the record they are about, or the key of the one to come. */
function twinOf({ row, sheet }: TrialOf): string {
  if (row.isThere) return row.id
  const { kind } = sheet
  const key = kind.key.map((name) => row.values[name] ?? null)
  // Without any part of its key a row is refused for that.
  return key.every((part) => part === null) ? row.id : JSON.stringify(key)
}

function idle(record: RecordVersion | undefined): ReturnType<Decide> {
  const value = { record: record ?? null, others: [], entries: [], lapsed: [], pending: null }
  return { ok: true, value }
}
