// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import {
  type Actor,
  kind as kindOf,
  type Lookup,
  type RecordVersion,
  records,
} from '@schouw/core/registers'
import type { Change, Told } from '../../storage/changes/change.ts'
import type { TenantId } from '../../storage/session.ts'
import type { Storage } from '../../storage/storage.ts'
import type { LeftOut, Planned } from './plan.ts'

export interface Importing {
  readonly tenant: TenantId
  readonly actor: Actor
  readonly newId: () => string
  readonly now: string
  /** What was brought: its name and the digest of its bytes. */
  readonly document: { readonly name: string; readonly sha256: string; readonly bytes: number }
}

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

/** Kinds that only a company which is in the registers has; setting up makes none of them. */
const telling = ['legal-entity', 'site', 'asset', 'risk', 'supplier', 'requirement-answer'] as const

/** Whether the organisation has begun: what stands is never written over by an import. */
export async function hasBegun(storage: Storage, tenant: TenantId): Promise<boolean> {
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select('id')
      .where('kind', 'in', [...telling])
      .limit(1)
      .executeTakeFirst(),
  )
  return row !== undefined
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

/**
 * Writes the records, each with its entry in the log, in the name of who imports. Up to five hundred
 * stand or fall in one transaction; what the registers refuse is told and the rest stands.
 */
export async function importFirstState(
  storage: Storage,
  plan: Written,
  importing: Importing,
): Promise<Imported> {
  const { tenant, newId } = importing
  const tally = new Tally(plan)
  const apply = (change: Change) => storage.apply(tenant, { ...change, pendingId: newId() })
  const creating = plan.planned.map((planned) =>
    planned.isThere === true
      ? apply(patching({ ...planned, afterwards: planned.values }, importing))
      : apply({ decide: ({ lookup, now }) => stepOf(planned, importing, lookup, now) }),
  )
  const changing = plan.planned.flatMap((planned) =>
    planned.afterwards === undefined
      ? []
      : [{ planned, told: apply(patching(planned, importing)) }],
  )
  const moving = plan.planned.flatMap((planned) =>
    planned.move === undefined ? [] : [{ planned, told: apply(leading(planned, importing)) }],
  )
  const event = apply(importEvent(plan, tally.digest, importing))
  for (const [at, told] of creating.entries()) {
    const planned = plan.planned[at]
    if (planned !== undefined) tally.told(planned, await told)
  }
  for (const { planned, told } of [...changing, ...moving]) tally.changed(planned, await told)
  const told = await event
  return tally.imported(told.outcome === 'done' ? (told.done.entries[0] ?? null) : null)
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

  told(planned: Planned, told: Told): void {
    if (told.outcome === 'refused') this.refused(planned, told.step.refusals)
    else if (told.outcome !== 'key-reused') {
      if (told.done.pending !== null) this.waits(planned)
      else this.made(planned)
    }
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
  }
}

function keyOf({ kind, values }: RecordVersion): string {
  const names = kindOf(kind)?.key ?? []
  return JSON.stringify([kind, names.map((name) => [name, values[name] ?? null]).sort()])
}
