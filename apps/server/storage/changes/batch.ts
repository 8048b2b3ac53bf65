// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '@schouw/core/ledger/bytes'
import type { TreeHead } from '@schouw/core/ledger/notes'
import type { TileTree } from '@schouw/core/ledger/tiles'
import type { Entry, RecordVersion } from '@schouw/core/registers'
import { type EntryBytes, entryBytes } from '../ledger/entry-bytes.ts'
import type { Log } from '../ledger/log.ts'
import { isUuid } from '../records/derive.ts'
import type { Transaction } from '../session.ts'
import type { Applied, Change, Done, Sight, Told } from './change.ts'
import { answer } from './fetch.ts'
import { View } from './view.ts'
import { type Writing, type Written, write } from './write.ts'

/** What a transaction did, for when it turns out to be kept. */
export interface BatchResult {
  readonly told: readonly Told[]
  /** Undefined when no entry was added. */
  readonly grown: { readonly tree: TileTree; readonly head: TreeHead } | undefined
}

/** A step asks a few things, fetches them, and asks a little further; then it has an answer. */
const mostRounds = 20

/**
 * Takes the changes one after the other, each seeing what those before it made, and stores all that
 * came of them. One that is refused leaves the others as they are.
 */
export async function runBatch(options: {
  readonly transaction: Transaction
  readonly log: Log
  readonly changes: readonly Change[]
  readonly clock: () => string
}): Promise<BatchResult> {
  const { transaction, log, changes, clock } = options
  const locked = log.lock(transaction)
  const known = repeats(transaction, changes)
  const [row, answered] = await Promise.all([locked, known])
  const now = later(clock(), row.at)
  const batch = new Batch(log.origin, row.size)
  const view = new View()
  const sight: Sight = { record: (id) => view.record(id), lookup: view.lookup, now }
  const told: Told[] = []
  for (let round = 0; told.length < changes.length; round += 1) {
    if (round > mostRounds + changes.length) throw new Error('a step never stops asking')
    takeInTurn({ changes, told, answered, view, sight, batch })
    await answer(transaction, view, view.takeQuestions())
  }
  const grown = batch.entries.length === 0 ? undefined : log.grown(batch.leaves())
  const head = { size: row.size, root: row.root, ...grown?.head, at: now }
  await write(transaction, { ...batch.writing(), tiles: grown?.tiles ?? [], head })
  return { told, grown }
}

interface Turn {
  readonly changes: readonly Change[]
  readonly told: Told[]
  readonly answered: ReadonlyMap<string, Answered>
  readonly view: View
  readonly sight: Sight
  readonly batch: Batch
}

/**
 * Goes on with the first change that has no answer yet. Behind one that must wait the others are
 * run too, for what they will ask; what they answer does not count.
 */
function takeInTurn({ changes, told, answered, view, sight, batch }: Turn): void {
  let isWaiting = false
  for (let at = told.length; at < changes.length; at += 1) {
    const change = changes[at] as Change
    const before =
      change.idempotency === undefined ? undefined : answered.get(change.idempotency.key)
    const again = before ?? batch.answerTo(change)
    if (!isWaiting && again !== undefined) {
      told.push(repeated(change, again))
      continue
    }
    const outcome = change.decide(sight)
    isWaiting ||= view.isAsking
    if (isWaiting) continue
    told.push(
      outcome.ok
        ? { outcome: 'done', done: batch.take(change, outcome.value, view) }
        : { outcome: 'refused', step: outcome },
    )
  }
}

interface Answered {
  readonly digest: Uint8Array
  readonly answer: unknown
}

async function repeats(
  transaction: Transaction,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Answered>> {
  const keys = changes.flatMap(({ idempotency }) => idempotency?.key ?? [])
  if (keys.length === 0) return new Map()
  const { rows } = await transaction.query<Answered & { key: string }>({
    name: 'answers',
    text: 'select key, digest, answer from idempotency_keys where key = any($1::text[])',
    values: [keys],
  })
  return new Map(rows.map((row) => [row.key, row]))
}

function repeated({ idempotency }: Change, { digest, answer: told }: Answered): Told {
  const isSame = idempotency !== undefined && equalBytes(digest, idempotency.digest)
  // Stored from a `Done`, and only from one.
  return isSame ? { outcome: 'repeated', done: told as Done } : { outcome: 'key-reused' }
}

/** Everything the changes of one transaction come to. */
class Batch {
  readonly #origin: string
  readonly #size: number
  readonly entries: EntryBytes[] = []
  readonly #records = new Map<string, Written>()
  readonly #former: Written[] = []
  readonly #pending: { id: string; act: NonNullable<Applied['pending']> }[] = []
  readonly #errands: Writing['errands'][number][] = []
  readonly #answers = new Map<string, Answered>()
  /** Of the records that got an entry here. */
  readonly #leaves = new Map<string, Uint8Array>()

  constructor(origin: string, size: number) {
    this.#origin = origin
    this.#size = size
  }

  answerTo({ idempotency }: Change): Answered | undefined {
    return idempotency === undefined ? undefined : this.#answers.get(idempotency.key)
  }

  take(change: Change, applied: Applied, view: View): Done {
    const after = new Map<string, RecordVersion>()
    for (const record of [applied.record, ...applied.others]) {
      if (record !== null) after.set(record.id, record)
    }
    const entries = applied.entries.map((entry) => this.#add(entry, after.get(entry.id), view))
    if (applied.pending !== null) {
      if (change.pendingId === undefined)
        throw new Error('a step that waits has no id to wait under')
      this.#pending.push({ id: change.pendingId, act: applied.pending })
    }
    this.#errands.push(...(change.errands?.(applied) ?? []))
    const done: Done = {
      record: applied.record,
      others: applied.others.map(({ kind, id, version }) => ({ kind, id, version })),
      entries,
      pending: applied.pending === null ? null : (change.pendingId ?? null),
    }
    const { idempotency } = change
    if (idempotency !== undefined) {
      this.#answers.set(idempotency.key, { digest: idempotency.digest, answer: done })
    }
    return done
  }

  leaves(): readonly Uint8Array[] {
    return this.entries.map(({ leaf }) => leaf)
  }

  writing(): Omit<Writing, 'tiles' | 'head'> {
    return {
      entries: this.entries.map((entry, at) => ({ ...entry, index: this.#size + at })),
      records: [...this.#records.values()],
      former: this.#former,
      pending: this.#pending,
      errands: this.#errands,
      answers: [...this.#answers].map(([key, one]) => ({ key, ...one })),
    }
  }

  #add(entry: Entry, record: RecordVersion | undefined, view: View): number {
    if (record === undefined || record.version !== entry.version) {
      throw new Error(`an entry of ${entry.kind} ${entry.id} without its record`)
    }
    if (!isUuid(entry.id)) throw new TypeError(`the id of a record is a UUID, not ${entry.id}`)
    const index = this.#size + this.entries.length
    const standing = view.standing(entry.id)
    const made = this.#records.get(entry.id)
    const former = this.#leaves.get(entry.id) ?? standing?.leaf
    const bytes = entryBytes(entry, { origin: this.#origin, former })
    if (made !== undefined) this.#former.push(made)
    else if (standing !== undefined) {
      const { record: stored, entry: at } = standing
      this.#former.push({ record: stored, entry: at, stored })
    }
    this.entries.push(bytes)
    this.#leaves.set(entry.id, bytes.leaf)
    this.#records.set(entry.id, { record, entry: index, stored: standing?.record })
    view.put(record)
    return index
  }
}

/** Instants of the same spelling compare as texts. */
function later(one: string, other: string): string {
  return one > other ? one : other
}
