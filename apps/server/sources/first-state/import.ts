// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  kind as kindOf,
  type Lookup,
  type RecordVersion,
  records,
  type StepOutcome,
} from '@schouw/core/registers'
import type { OngoingWork } from '../../jobs/ongoing.ts'
import type { Change, Told } from '../../storage/changes/change.ts'
import type { Storage } from '../../storage/storage.ts'
import { storeBegun, storeSign, takenBack } from './half.ts'
import { inParts } from './parts.ts'
import type { Importing, LeftOut, Planned } from './plan.ts'

/** Who is told how far it is, and says when it is to stop. */
type Going = Pick<OngoingWork, 'signal' | 'count' | 'conclude'>

/** What is to be written, and what could not be planned. */
interface Written {
  readonly planned: readonly Planned[]
  readonly leftOut: readonly LeftOut[]
}

export interface Refused {
  readonly kind: string
  readonly source: string
  readonly code: string
  readonly path: string | null
}

export interface Imported {
  /** Records by kind. */
  readonly made: Readonly<Record<string, number>>
  /** Acts that wait for a second person. */
  readonly waiting: Readonly<Record<string, number>>
  readonly refused: readonly Refused[]
  readonly left_out: readonly LeftOut[]
  /** Of what was planned, record by record. */
  readonly result_sha256: string
  /** Index in the log of the entry that says what was imported; null when nothing was written. */
  readonly entry: number | null
}

/** Says what an import would come to, without storage. */
export function triedFirstState(plan: Written, importing: Importing): Imported {
  const made = new Map<string, RecordVersion>()
  const keys = new Map<string, string>()
  const lookup = lookupIn(made, keys)
  const tally = new Tally(plan)
  for (const planned of plan.planned) {
    const step = stepOf(planned, importing, lookup, importing.now)
    if (!step.ok) tally.refused(planned, step.refusals)
    else if (step.value.pending !== null) tally.waits(planned)
    else if (step.value.record !== null) {
      made.set(planned.id, step.value.record)
      keys.set(keyOf(step.value.record), planned.id)
      tally.made(planned)
    }
  }
  return tally.imported(null)
}

/** Made between two looks at whether it is to stop. */
const atOnce = 100

/**
 * Writes the records, each with its entry in the log, in the name of who imports. Up to five hundred
 * stand or fall in one transaction; what the registers refuse is told and the rest stands. As long as
 * it can be taken back by whoever imports, it can be stopped, and then throws `Stopped`.
 */
export async function importFirstState(
  storage: Storage,
  plan: Written,
  importing: Importing,
  going?: Going,
): Promise<Imported> {
  const { tenant, actor, newId, now } = importing
  const tally = new Tally(plan)
  const apply = (change: Change) => storage.apply(tenant, { ...change, pendingId: newId() })
  const { loose, bound } = inParts(plan.planned)
  const all = [...loose, ...bound]
  const half = { id: newId(), records: all.flatMap((one) => (one.isThere ? [] : [one.id])) }
  await storage.write(tenant, (db) =>
    storeBegun(db, { id: half.id, by: actor.person, now }, half.records),
  )
  const count = (done: number) => going?.count({ done, total: all.length, of: 'records' })
  const making = (planned: Planned) => made(planned, importing).map(apply)
  for (let from = 0; from < loose.length; from += atOnce) {
    count(from)
    const some = loose.slice(from, from + atOnce)
    const told = some.map((planned) => ({ planned, told: making(planned) }))
    for (const { planned, told: steps } of told) tally.told(planned, await Promise.all(steps))
    const isLast = from + atOnce >= loose.length
    if (isLast) await going?.conclude()
    if (going?.signal.aborted === true) {
      await takenBack(storage, importing, half)
      throw going.signal.reason
    }
  }
  count(loose.length)
  const creating = bound.map((planned) => ({ planned, told: making(planned) }))
  const changing = all.flatMap((planned) =>
    planned.afterwards === undefined
      ? []
      : [{ planned, told: apply(patching(planned, importing)) }],
  )
  const moving = all.flatMap((planned) =>
    planned.move === undefined ? [] : [{ planned, told: apply(leading(planned, importing)) }],
  )
  const event = apply(importEvent(plan, tally.digest, importing))
  for (const { planned, told } of creating) tally.told(planned, await Promise.all(told))
  for (const { planned, told } of [...changing, ...moving]) tally.changed(planned, await told)
  const told = await event
  await storage.write(tenant, (db) => storeSign(db, half.id, { seen_at: now, state: 'done' }))
  return tally.imported(told.outcome === 'done' ? (told.done.entries[0] ?? null) : null)
}

/** What is there already is added to, what a half import left is brought back, all else is new. */
function made(planned: Planned, importing: Importing): readonly Change[] {
  if (planned.isThere === true) {
    return [patching({ ...planned, afterwards: planned.values }, importing)]
  }
  if (planned.back !== undefined) return returning(planned, planned.back, importing)
  return [{ decide: ({ lookup, now }) => stepOf(planned, importing, lookup, now) }]
}

function returning(
  planned: Planned,
  back: RecordVersion,
  { actor, reason }: Importing,
): readonly Change[] {
  const { kind: name, id, values, state } = planned
  const kind = kindOf(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  const wanted = state ?? kind.lifecycle.initial[0] ?? back.state
  const absent = Object.keys(back.values).filter((one) => values[one] === undefined)
  const given = Object.entries(values).filter(
    ([one, value]) => !isDeepStrictEqual(value, back.values[one]),
  )
  const usual = (one: string) => {
    const field = kind.fields[one]
    return field !== undefined && 'default' in field ? field.default : null
  }
  const patch = Object.fromEntries([...absent.map((one) => [one, usual(one)]), ...given])
  const as =
    (step: (on: Parameters<typeof records.change>[0]) => StepOutcome): Change['decide'] =>
    ({ record, lookup, now }) => {
      const on = { kind, id, record: record(id), version: record(id)?.version ?? 0, patch }
      return step({ ...on, actor, now, lookup })
    }
  return [
    ...(back.retired === null ? [] : [as((on) => records.reinstate({ ...on, reason }))]),
    as(records.change),
    ...(back.state === wanted ? [] : [as((on) => records.move({ ...on, to: wanted }))]),
  ].map((decide) => ({ decide }))
}

function stepOf(
  { kind: name, id, values, state }: Planned,
  { actor }: Importing,
  lookup: Lookup,
  now: string,
): ReturnType<typeof records.create> {
  const kind = kindOf(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  const given = state === undefined ? { values } : { values, state }
  return records.create({ kind, id, ...given, actor, now, lookup })
}

function patching({ kind: name, id, afterwards }: Planned, { actor }: Importing): Change {
  const kind = kindOf(name)
  if (kind === undefined) throw new Error(`no kind ${name}`)
  return {
    decide: ({ record, lookup, now }) =>
      records.change({
        kind,
        id,
        record: record(id),
        version: record(id)?.version ?? 1,
        patch: afterwards,
        actor,
        now,
        lookup,
      }),
  }
}

function leading({ kind: name, id, move }: Planned, { actor }: Importing): Change {
  const kind = kindOf(name)
  if (kind === undefined || move === undefined) throw new Error(`no kind ${name}`)
  return {
    decide: ({ record, lookup, now }) =>
      records.move({
        ...{ kind, id, record: record(id), version: record(id)?.version ?? 1 },
        ...{ ...move, actor, now, lookup },
      }),
  }
}

/** The import itself, in the log: which file, and what was made of it. */
function importEvent(plan: Written, digest: string, { newId, actor, document }: Importing): Change {
  const { sha256, bytes } = document
  const payload = {
    what: 'first-state',
    input_sha256: sha256,
    input_bytes: bytes,
    result_sha256: digest,
    records: plan.planned.length,
    left_out: plan.leftOut.length,
  }
  const subject = newId()
  return {
    decide: () => ({ ok: true, value: nothing }),
    events: () => [
      { register: 'import', subject, action: 'first-state', by: actor.person, payload },
    ],
  }
}

const nothing = { record: null, others: [], entries: [], lapsed: [], pending: null }

class Tally {
  readonly digest: string
  readonly #leftOut: readonly LeftOut[]
  readonly #made: Record<string, number> = {}
  readonly #waiting: Record<string, number> = {}
  readonly #refused: Refused[] = []

  constructor({ planned, leftOut }: Written) {
    const plain = planned.map(({ kind, id, values, state, afterwards }) => [
      kind,
      id,
      state ?? null,
      values,
      afterwards ?? null,
    ])
    this.digest = createHash('sha256').update(JSON.stringify(plain)).digest('hex')
    this.#leftOut = leftOut
  }

  made({ kind }: Planned): void {
    this.#made[kind] = (this.#made[kind] ?? 0) + 1
  }

  waits({ kind }: Planned): void {
    this.#waiting[kind] = (this.#waiting[kind] ?? 0) + 1
  }

  refused(
    { kind, source }: Planned,
    refusals: readonly { readonly code: string; readonly path?: string }[],
  ): void {
    for (const { code, path } of refusals.slice(0, 20)) {
      this.#refused.push({ kind, source, code, path: path ?? null })
    }
  }

  /** Of the steps by which it was made, the first that was refused or has to wait. */
  told(planned: Planned, steps: readonly Told[]): void {
    const refused = steps.find((one) => one.outcome === 'refused')
    if (refused?.outcome === 'refused') this.refused(planned, refused.step.refusals)
    else if (steps.some((one) => 'done' in one && one.done.pending !== null)) this.waits(planned)
    else this.made(planned)
  }

  changed(planned: Planned, told: Told): void {
    if (told.outcome === 'refused') this.refused(planned, told.step.refusals)
    else if (told.outcome === 'done' && told.done.pending !== null) this.waits(planned)
  }

  imported(entry: number | null): Imported {
    return {
      made: this.#made,
      waiting: this.#waiting,
      refused: this.#refused,
      left_out: this.#leftOut,
      result_sha256: this.digest,
      entry,
    }
  }
}

function lookupIn(
  made: ReadonlyMap<string, RecordVersion>,
  keys: ReadonlyMap<string, string>,
): Lookup {
  return {
    find: (id) => {
      const record = made.get(id)
      return record === undefined
        ? undefined
        : { kind: record.kind, version: record.version, isRetired: false }
    },
    holder: (kind, values) => keys.get(JSON.stringify([kind, Object.entries(values).sort()])),
    referrers: () => [],
    seats: () => [],
  }
}

function keyOf({ kind, values }: RecordVersion): string {
  const names = kindOf(kind)?.key ?? []
  return JSON.stringify([kind, names.map((name) => [name, values[name] ?? null]).sort()])
}
