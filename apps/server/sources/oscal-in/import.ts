// SPDX-License-Identifier: EUPL-1.2
import type { OscalDocument } from '@schouw/formats/oscal'
import type { Caller } from '../../http/caller.ts'
import type { Told } from '../../storage/changes/change.ts'
import { Rehearsal } from '../../storage/changes/rehearsal.ts'
import type { Storage } from '../../storage/storage.ts'
import { digestOf, entryAlone } from '../accept.ts'
import { isOurs } from '../frameworks/ours.ts'
import { counting, mappingRows } from '../frameworks/store.ts'
import type { LeftOut, Planned, Severity } from './item.ts'
import { plannedFrom } from './plan.ts'
import { standingFor, waitingRecords } from './standing.ts'
import { type Differs, type Step, stepsFor } from './steps.ts'

export interface Importing {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
  readonly newId: () => string
  readonly isTrial: boolean
  readonly isReplacing: boolean
  readonly severity: Severity | undefined
  readonly brought: { readonly name: string; readonly sha256: string; readonly bytes: number }
}

type Counts = Record<string, number>

export interface RecordsTold {
  readonly made: Readonly<Counts>
  readonly changed: Readonly<Counts>
  readonly same: Readonly<Counts>
  readonly waiting: Readonly<Counts>
  readonly refused: readonly {
    readonly kind: string
    readonly source: string
    readonly code: string
    readonly path: string | null
  }[]
  readonly left_out: readonly LeftOut[]
  readonly differs: readonly Differs[]
  readonly result_sha256: string
  readonly entry: number | null
}

/**
 * Makes records of a document, each as one change in the name of who imports, and says so with one
 * entry in the log. What is there already is filled up; nothing of it is written over unless that
 * was asked for.
 */
export async function importRecords(
  importing: Importing,
  document: OscalDocument,
): Promise<RecordsTold> {
  const { storage, caller, now, isTrial } = importing
  const { oursFor, standing, waiting, begun } = await storage.read(caller.tenant, async (db) => ({
    oursFor: ofMappings(counting(await mappingRows(db))),
    standing: await standingFor(db, caller, now),
    waiting: await waitingRecords(db),
    begun: await db
      .selectFrom('oscal_documents')
      .select('entry')
      .where('digest', '=', importing.brought.sha256)
      .executeTakeFirst(),
  }))
  const today = now.slice(0, 10)
  const planned = plannedFrom(document, { oursFor, severity: importing.severity, today })
  const plan = stepsFor(planned.items, { ...importing, standing })
  const tally = new Tally()
  const result = resultOf(planned)
  if (isTrial) await rehearsed(importing, plan.steps, tally)
  else {
    if (begun === undefined && plan.steps.some(({ decide }) => decide !== null)) {
      await begin(importing, document)
    }
    await applied(importing, plan.steps, { tally, waiting })
  }
  // An import that was cut off before it was in the log says so now.
  const isDue = tally.isAnything || (begun !== undefined && begun.entry === null)
  const entry = isTrial || !isDue ? null : await conclude(importing, document, { result, tally })
  return {
    ...tally.told(),
    left_out: [...planned.leftOut, ...plan.leftOut],
    differs: plan.differs,
    result_sha256: result,
    entry,
  }
}

/** By themselves, or by the mappings of the frameworks they stand in. */
function ofMappings(mappings: ReturnType<typeof counting>): (control: string) => readonly string[] {
  const found = new Map<string, readonly string[]>()
  for (const [name, { maps }] of mappings) {
    found.set(
      name.toLowerCase(),
      maps.map(({ requirement }) => requirement),
    )
  }
  return (control) => {
    if (isOurs(control)) return [control]
    const [base = ''] = control.toLowerCase().split('_', 1)
    return found.get(control.toLowerCase()) ?? found.get(base) ?? []
  }
}

function resultOf({ items, leftOut }: Planned): string {
  const plain = items.map(({ kind, key, values, links }) => [kind, key, values, links])
  return digestOf([plain, leftOut])
}

/** Steps of one question to the registers. */
const together = 200

async function rehearsed(
  { storage, caller, now }: Importing,
  steps: readonly Step[],
  tally: Tally,
): Promise<void> {
  const rehearsal = new Rehearsal(now, (work) =>
    storage.read(caller.tenant, () => work(storage.session.transaction)),
  )
  for (let at = 0; at < steps.length; at += together) {
    const some = steps.slice(at, at + together)
    const doing = some.flatMap((step) => (step.decide === null ? [] : [{ decide: step.decide }]))
    const outcomes = [...(await rehearsal.try(doing))]
    for (const step of some) {
      const outcome = step.decide === null ? undefined : outcomes.shift()
      if (outcome === undefined) tally.count('same', step)
      else if (!outcome.ok) tally.refuse(step, outcome.refusals)
      else if (outcome.value.pending !== null) tally.count('waiting', step)
      else tally.count(step.what === 'create' ? 'made' : 'changed', step)
    }
  }
}

async function applied(
  { storage, caller, newId }: Importing,
  steps: readonly Step[],
  { tally, waiting }: { readonly tally: Tally; readonly waiting: ReadonlySet<string> },
): Promise<void> {
  const doing = steps.map(async (step): Promise<Told | 'same' | 'waiting'> => {
    if (step.decide === null) return 'same'
    // The same has been asked for; asking again would ask a second person twice.
    if (waiting.has(step.id)) return 'waiting'
    return storage.apply(caller.tenant, { decide: step.decide, pendingId: newId() })
  })
  for (const [at, told] of (await Promise.all(doing)).entries()) {
    const step = steps[at]
    if (step === undefined) continue
    if (typeof told === 'string') tally.count(told, step)
    else if (told.outcome === 'refused') tally.refuse(step, told.step.refusals)
    else if (told.outcome === 'key-reused') throw new Error('a key that was never given')
    else if (told.done.pending !== null) tally.count('waiting', step, true)
    else if (told.done.entries.length === 0) tally.count('same', step)
    else tally.count(step.what === 'create' ? 'made' : 'changed', step)
  }
}

async function begin({ storage, caller, now, brought }: Importing, document: OscalDocument) {
  const row = {
    digest: brought.sha256,
    model: document.model,
    uuid: document.uuid,
    title: document.title?.slice(0, 500) ?? null,
    size: brought.bytes,
    result_digest: null,
    entry: null,
    made_at: now,
    made_by: caller.actor.person,
  }
  await storage.write(caller.tenant, (db) =>
    db
      .insertInto('oscal_documents')
      .values(row)
      .onConflict((conflict) => conflict.columns(['tenant', 'digest']).doNothing())
      .execute(),
  )
}

async function conclude(
  { storage, caller, newId, brought }: Importing,
  { model }: OscalDocument,
  { result, tally }: { readonly result: string; readonly tally: Tally },
): Promise<number> {
  const { tenant, actor } = caller
  const payload = {
    what: 'oscal',
    model,
    input_sha256: brought.sha256,
    input_bytes: brought.bytes,
    result_sha256: result,
    records: tally.written,
  }
  const told = await storage.apply(tenant, entryAlone(newId(), 'oscal', actor.person, payload))
  const entry = told.outcome === 'done' ? told.done.entries[0] : undefined
  if (entry === undefined) throw new Error('an import that is not in the log')
  await storage.write(tenant, (db) =>
    db
      .updateTable('oscal_documents')
      .set({ entry, result_digest: result })
      .where('digest', '=', brought.sha256)
      .execute(),
  )
  return entry
}

type Counted = 'made' | 'changed' | 'same' | 'waiting'

class Tally {
  readonly #counts: Readonly<Record<Counted, Counts>> = {
    made: {},
    changed: {},
    same: {},
    waiting: {},
  }
  readonly #refused: RecordsTold['refused'][number][] = []
  written = 0
  #hasAsked = false

  count(what: Counted, { item }: Step, isAsked = false): void {
    const counts = this.#counts[what]
    counts[item.kind] = (counts[item.kind] ?? 0) + 1
    if (what === 'made' || what === 'changed') this.written += 1
    this.#hasAsked ||= isAsked
  }

  refuse(
    { item }: Step,
    refusals: readonly { readonly code: string; readonly path?: string }[],
  ): void {
    for (const { code, path } of refusals.slice(0, 20)) {
      this.#refused.push({ kind: item.kind, source: item.source, code, path: path ?? null })
    }
  }

  get isAnything(): boolean {
    return this.written > 0 || this.#hasAsked
  }

  told(): Pick<RecordsTold, Counted | 'refused'> {
    return { ...this.#counts, refused: this.#refused }
  }
}
