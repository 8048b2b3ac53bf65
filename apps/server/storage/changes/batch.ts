// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '@schouw/core/ledger/bytes'
import type { TreeHead } from '@schouw/core/ledger/notes'
import type { TileTree } from '@schouw/core/ledger/tiles'
import type { Entry, RecordVersion } from '@schouw/core/registers'
import { type EntryBytes, entryBytes, eventBytes } from '../ledger/entry-bytes.ts'
import type { Grown, Log } from '../ledger/log.ts'
import { isUuid } from '../records/derive.ts'
import type { Sent, Transaction } from '../session.ts'
import type { Applied, Change, Done, Errand, Sight, Told } from './change.ts'
import { erasureBytes, pastOf, payloadsToErase, writeErasure } from './erase.ts'
import { answer } from './fetch.ts'
import { View } from './view.ts'
import { writeAtOnce } from './write-at-once.ts'
import { type Beside, writeBeside } from './write-beside.ts'
import { type IndexedEntry, writeEntries, writeHead } from './write-log.ts'
import { areRowsAlone, type Written, writeRecords } from './write-records.ts'

/** What a transaction did, for when it turns out to be kept. */
export interface BatchResult {
  readonly told: readonly Told[]
  /** Undefined when no entry was added. */
  readonly grown:
    | { readonly tree: TileTree; readonly head: TreeHead; readonly entries: number }
    | undefined
  /** Settles when the database has answered; nothing of this counts before it has. */
  readonly stored: Promise<void>
}

/** A step asks a few things, fetches them, and asks a little further; then it has an answer. */
const mostRounds = 20
/** The database stores so many while the next ones are being thought about. */
const sliceLength = 50

interface BatchOptions {
  readonly transaction: Transaction
  readonly log: Log
  readonly changes: readonly Change[]
  readonly clock: () => string
  readonly sketch: Sketch
}

/**
 * Takes the changes one after the other, each seeing what those before it made, and stores all that
 * came of them. One that is refused leaves the others as they are.
 */
export async function runBatch(options: BatchOptions): Promise<BatchResult> {
  const { transaction, log, changes, clock, sketch } = options
  const locked = log.lock(transaction)
  const known = repeats(transaction, changes)
  // Behind the lock in the same go: whatever they find is as the changes before these left it.
  const answers = answer(transaction, sketch.view, sketch.view.takeQuestions())
  const [row, answered] = await Promise.all([locked, known, answers])
  const now = later(clock(), row.at)
  const batch = new Batch({ origin: log.origin, size: row.size, now, view: sketch.view })
  const told: Told[] = []
  const turn = { changes, told, answered, batch, transaction }
  for (let round = 0; told.length < changes.length; round += 1) {
    if (round > mostRounds + changes.length) throw new Error('a step never stops asking')
    await takeInTurn(turn)
    await answer(transaction, batch.view, batch.view.takeQuestions())
  }
  const grown = batch.leaves.length === 0 ? undefined : log.grown(batch.leaves)
  const isWhole = batch.finish(transaction, grown)
  const stored = batch.stored()
  stored.catch(() => {})
  if (!isWhole) await stored
  const entries = batch.leaves.length
  return { told, grown: grown === undefined ? undefined : { ...grown, entries }, stored }
}

/**
 * What changes ask about, found out before the database is there to answer: each is run on nothing,
 * and what it answers then does not count.
 */
export class Sketch {
  readonly view = new View()
  readonly #sight: Sight
  #count = 0

  constructor(now: string) {
    this.#sight = sightOf(this.view, now)
  }

  /** Of all changes of the batch, from the first on; those it has seen before it leaves alone. */
  draw(changes: readonly Change[]): void {
    for (; this.#count < changes.length; this.#count += 1) {
      changes[this.#count]?.decide(this.#sight)
    }
  }
}

function sightOf(view: View, now: string): Sight {
  return {
    record: (id) => view.record(id),
    pending: (id) => view.pending(id),
    lookup: view.lookup,
    now,
  }
}

interface Turn {
  readonly changes: readonly Change[]
  readonly told: Told[]
  readonly answered: ReadonlyMap<string, Answered>
  readonly batch: Batch
  readonly transaction: Transaction
}

/**
 * Goes on with the first change that has no answer yet. Behind one that must wait the others are
 * run too, for what they will ask; what they answer does not count.
 */
async function takeInTurn({ changes, told, answered, batch, transaction }: Turn): Promise<void> {
  let isWaiting = false
  for (let at = told.length; at < changes.length; at += 1) {
    const change = changes[at] as Change
    const { idempotency } = change
    const before = idempotency === undefined ? undefined : answered.get(idempotency.key)
    const again = before ?? batch.answerTo(change)
    if (again !== undefined) {
      if (!isWaiting) told.push(repeated(change, again))
      continue
    }
    const outcome = change.decide(batch.sight)
    isWaiting ||= batch.view.isAsking
    if (isWaiting) continue
    if (outcome.ok) {
      told.push({ outcome: 'done', done: batch.take(change, outcome.value) })
      for (const entry of outcome.value.entries) {
        if (entry.action === 'erase') await batch.erase(transaction, entry)
      }
    } else told.push({ outcome: 'refused', step: outcome })
    if (batch.waiting < sliceLength) continue
    batch.send(transaction)
    // The bytes leave for the database before this thread goes on thinking.
    await new Promise((resolve) => setImmediate(resolve))
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
  readonly view: View
  readonly sight: Sight
  readonly leaves: Uint8Array[] = []
  readonly #origin: string
  readonly #size: number
  readonly #answers = new Map<string, Answered>()
  #sent: Promise<unknown>[] = []
  // What follows is not sent yet.
  #entries: IndexedEntry[] = []
  #records = new Map<string, Written & { readonly leaf: Uint8Array }>()
  #former: Written[] = []
  #beside: {
    pending: Beside['pending'][number][]
    errands: Errand[]
    answers: Beside['answers'][number][]
  } = { pending: [], errands: [], answers: [] }

  constructor(of: {
    readonly origin: string
    readonly size: number
    readonly now: string
    readonly view: View
  }) {
    this.#origin = of.origin
    this.#size = of.size
    this.view = of.view
    this.sight = sightOf(of.view, of.now)
  }

  /** Entries not sent yet. */
  get waiting(): number {
    return this.#entries.length
  }

  answerTo({ idempotency }: Change): Answered | undefined {
    return idempotency === undefined ? undefined : this.#answers.get(idempotency.key)
  }

  take(change: Change, applied: Applied): Done {
    const after = new Map<string, RecordVersion>()
    for (const record of [applied.record, ...applied.others]) {
      if (record !== null) after.set(record.id, record)
    }
    const entries = applied.entries.map((entry) => this.#take(entry, after.get(entry.id)))
    if (applied.pending !== null) {
      if (change.pendingId === undefined)
        throw new Error('a step that waits has no id to wait under')
      this.#beside.pending.push({ id: change.pendingId, act: applied.pending })
      this.view.learnPending(change.pendingId, applied.pending)
    }
    this.#beside.errands.push(...(change.errands?.(applied) ?? []))
    for (const event of change.events?.(applied) ?? []) {
      const bytes = eventBytes(event, { origin: this.#origin, at: this.sight.now })
      entries.push(this.#append(bytes))
    }
    const done: Done = {
      record: applied.record,
      others: applied.others.map(({ kind, id, version }) => ({ kind, id, version })),
      entries,
      pending: applied.pending === null ? null : (change.pendingId ?? null),
    }
    const { idempotency } = change
    if (idempotency !== undefined) {
      const { key, digest } = idempotency
      this.#answers.set(key, { digest, answer: done })
      this.#beside.answers.push({ key, digest, answer: done })
    }
    return done
  }

  /** After the entry that erases: destroys what it names, and has the log say so. */
  async erase(transaction: Transaction, entry: Entry): Promise<void> {
    this.send(transaction)
    const past = await pastOf(transaction, entry.id)
    const earlier = past.filter((one) => one.entry.version < entry.version)
    const entries = payloadsToErase(entry, earlier)
    if (entries.length === 0) return
    const bytes = erasureBytes(this.#origin, entry, entries)
    this.#entries.push({ ...bytes, index: this.#size + this.leaves.length })
    this.leaves.push(bytes.leaf)
    this.add(writeErasure(transaction, entry, earlier, entries))
  }

  /** Sends what has gathered, without waiting for it. */
  send(transaction: Transaction): void {
    const records = [...this.#records.values()]
    this.add(writeEntries(transaction, this.#entries))
    this.add(writeRecords(transaction, records, this.#former))
    this.add(writeBeside(transaction, this.#beside, this.sight.now))
    for (const { record, entry, firstEntry, leaf } of records) {
      this.view.learnRecord(record.id, { record, entry, firstEntry, leaf })
    }
    this.#entries = []
    this.#records = new Map()
    this.#former = []
    this.#beside = { pending: [], errands: [], answers: [] }
  }

  /** Sends what is left, with the head; gives whether all there was went in one statement. */
  finish(transaction: Transaction, grown: Grown | undefined): boolean {
    if (grown === undefined) {
      this.send(transaction)
      return false
    }
    const head = { ...grown.head, at: this.sight.now }
    const records = [...this.#records.values()]
    if (grown.tiles.length === 0 && this.#isPlain && areRowsAlone(records)) {
      this.add(writeAtOnce(transaction, records, this.#entries, head))
      return true
    }
    this.send(transaction)
    this.add(writeHead(transaction, head, grown.tiles))
    return false
  }

  /** Nothing was sent, and there is nothing but new versions of records. */
  get #isPlain(): boolean {
    const { pending, errands, answers } = this.#beside
    const others = [this.#sent, this.#former, pending, errands, answers]
    return this.#records.size > 0 && others.every(({ length }) => length === 0)
  }

  add(sent: Sent): void {
    // Its failure is looked at by `stored`; until then nobody is to think that nobody does.
    for (const one of sent) one.catch(() => {})
    this.#sent.push(...sent)
  }

  /** Throws what the first failing statement threw: those behind it fail only because it did. */
  async stored(): Promise<void> {
    const results = await Promise.allSettled(this.#sent)
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  #append(bytes: EntryBytes): number {
    const index = this.#size + this.leaves.length
    this.#entries.push({ ...bytes, index })
    this.leaves.push(bytes.leaf)
    return index
  }

  #take(entry: Entry, record: RecordVersion | undefined): number {
    if (record === undefined || record.version !== entry.version) {
      throw new Error(`an entry of ${entry.kind} ${entry.id} without its record`)
    }
    if (!isUuid(entry.id)) throw new TypeError(`the id of a record is a UUID, not ${entry.id}`)
    const standing = this.view.standing(entry.id)
    const between = this.#records.get(entry.id)
    const before = between ?? standing
    const bytes = entryBytes(entry, { origin: this.#origin, former: before?.leaf })
    if (between !== undefined) this.#former.push({ ...between, stored: undefined })
    const index = this.#append(bytes)
    this.#records.set(entry.id, {
      record,
      entry: index,
      firstEntry: before?.firstEntry ?? index,
      stored: standing?.record,
      leaf: bytes.leaf,
    })
    this.view.put(record)
    return index
  }
}

/** Instants of the same spelling compare as texts. */
function later(one: string, other: string): string {
  return one > other ? one : other
}
