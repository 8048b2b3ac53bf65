// SPDX-License-Identifier: EUPL-1.2
import { Audit, type AuditReport } from '@schouw/core/ledger/audits'
import { base64, equalBytes } from '@schouw/core/ledger/bytes'
import { type Header, isLogHeader } from '@schouw/core/ledger/entries'
import type { NoteKey } from '@schouw/core/ledger/notes'
import { tileWidth } from '@schouw/core/ledger/tiles'
import { hashBytes } from '@schouw/core/ledger/trees'
import type { Judgement } from '@schouw/core/ledger/verdicts'
import {
  type EntryAsStored,
  type LogAsStored,
  lastEntryBelow,
  outsideLog,
  type PayloadAsStored,
  storedUpperTiles,
  storedWindow,
  type TileAsStored,
  type Window,
} from '../storage/inspection/log.ts'
import { entryOf, isEvent } from '../storage/ledger/entry-reading.ts'
import { isUuid } from '../storage/records/derive.ts'
import type { Transaction } from '../storage/session.ts'
import { platform } from './crypto.ts'
import type { RecordCheck, Told } from './records.ts'
import { StoredEdge } from './tiles.ts'

/** Entries that are in memory at a time; whole tiles. */
const windowLength = 1024

export interface LogSubject {
  readonly origin: string
  readonly key: NoteKey
  readonly row: LogAsStored
  /** Signed heads from outside and inside the database. */
  readonly notes: readonly Uint8Array[]
  /** No entry can stand at this size or above it. */
  readonly bound: number
}

export interface ReadLog {
  readonly report: AuditReport
  /** Entries that the audit names. */
  readonly named: ReadonlySet<number>
  readonly erased: number
  readonly payloads: number
}

/** Reads one log from its first entry to its last, in one pass. */
export class LogReading {
  readonly #transaction: Transaction
  readonly #judgement: Judgement
  readonly #records: RecordCheck
  readonly #audit: Audit
  readonly #subject: LogSubject
  readonly #edge: StoredEdge
  /** Entries of which the stored leaf is not the one of the header. */
  readonly #leaves: number[] = []
  #lastAt = ''
  #payloads = 0
  #erased = 0

  constructor(
    transaction: Transaction,
    judgement: Judgement,
    { subject, records }: { readonly subject: LogSubject; readonly records: RecordCheck },
  ) {
    this.#transaction = transaction
    this.#judgement = judgement
    this.#records = records
    this.#subject = subject
    this.#audit = new Audit({ origin: subject.origin, key: subject.key }, platform)
    this.#edge = new StoredEdge(judgement)
  }

  async read(progress: (entries: number) => void): Promise<ReadLog> {
    const transaction = this.#transaction
    const { bound, notes } = this.#subject
    for (const note of notes) this.#audit.checkpoint(note)
    const end = ((await lastEntryBelow(transaction, bound)) ?? -1) + 1
    let coming = this.#fetch(0)
    for (let from = 0; from < end; from += windowLength) {
      const to = Math.min(from + windowLength, end)
      const window = await coming
      // The database gets the next one ready while this one is judged.
      if (to < end) coming = this.#fetch(to)
      const told = this.#window(window, from, to)
      await this.#records.window(told, { from, to })
      progress(to)
    }
    for (const tile of await storedUpperTiles(transaction)) this.#tile(tile)
    for (const tile of this.#edge.partial(end)) this.#audit.tile(tile)
    await this.#outside(end)
    const report = this.#audit.finish()
    const named = this.#tell(report)
    this.#compareRow(report)
    return { report, named, erased: this.#erased, payloads: this.#payloads }
  }

  #fetch(from: number): Promise<Window> {
    const fetched = storedWindow(this.#transaction, from, from + windowLength)
    // Looked at when its turn comes; until then nobody is to think that nobody does.
    fetched.catch(() => {})
    return fetched
  }

  #window(window: Window, from: number, to: number): readonly Told[] {
    const entries = Map.groupBy(window.entries, ({ entry }) => entry)
    const payloads = Map.groupBy(window.payloads, ({ entry }) => entry)
    const tiles = new Map(window.tiles.map((tile) => [tile.tile, tile]))
    const told: Told[] = []
    for (let index = from; index < to; index += 1) {
      const [row, ...more] = entries.get(index) ?? []
      if (more.length > 0) this.#judgement.refuse('entries', 'entry-unexpected', { index })
      const of = payloads.get(index) ?? []
      if (row === undefined) this.#absent(index, of, tiles.get(Math.floor(index / tileWidth)))
      else told.push(...this.#entry(row, of))
      if ((index + 1) % tileWidth > 0) continue
      const full = tiles.get((index + 1) / tileWidth - 1)
      if (full === undefined) this.#edge.absent(1)
      else this.#tile(full)
    }
    return told
  }

  #absent(
    index: number,
    payloads: readonly PayloadAsStored[],
    tile: TileAsStored | undefined,
  ): void {
    const at = (index % tileWidth) * hashBytes
    const leaf = tile?.hashes.subarray(at, at + hashBytes)
    const isThere = leaf !== undefined && leaf.length === hashBytes
    this.#audit.absent(isThere ? leaf : undefined)
    this.#edge.leaf(isThere ? leaf : undefined)
    for (const { slot } of payloads) {
      this.#judgement.refuse('payloads', 'payload-unknown', { index, slot })
    }
  }

  #entry(row: EntryAsStored, payloads: readonly PayloadAsStored[]): readonly Told[] {
    const { entry: index, header: bytes } = row
    this.#edge.leaf(row.leaf)
    const slots = payloads.flatMap(({ slot, salt, bytes: of }) => {
      if (salt !== null && of !== null) return [{ slot, salt, bytes: of }]
      this.#erased += 1
      if (salt !== of) this.#judgement.refuse('payloads', 'payload-half-erased', { index, slot })
      return []
    })
    this.#payloads += slots.length
    const { leaf, header } = this.#audit.entry({ index, header: bytes, slots })
    if (!equalBytes(row.leaf, leaf)) this.#leaves.push(index)
    if (header === undefined) return []
    this.#lastAt = header.at
    if (row.at !== header.at || !row.is_whole) {
      this.#judgement.refuse('entries', 'entry-time-differs', { index, at: header.at })
    }
    return this.#told(index, header, payloads)
  }

  #told(index: number, header: Header, payloads: readonly PayloadAsStored[]): readonly Told[] {
    if (isLogHeader(header) || isEvent(header)) return []
    try {
      const entry = entryOf(header, payloads)
      // A changed byte may have made something of it that no database can be asked about.
      return isUuid(entry.id) && isVersion(entry.version) ? [{ index, entry }] : []
    } catch {
      // What keeps it from being read, the audit names.
      return []
    }
  }

  #tile(tile: TileAsStored): void {
    const { level, tile: index } = tile
    const isPlace = level >= 0 && level < 64 && index >= 0
    if (isPlace) this.#audit.tile(this.#edge.tile(tile))
    else this.#judgement.refuse('tiles', 'tile-unexpected', { path: `tile/${level}/${index}` })
  }

  async #outside(end: number): Promise<void> {
    const { entries, payloads, tiles } = await outsideLog(this.#transaction, end)
    for (const index of entries) this.#judgement.refuse('entries', 'entry-unexpected', { index })
    for (const { entry: index, slot } of payloads) {
      this.#judgement.refuse('payloads', 'payload-unknown', { index, slot })
    }
    for (const { level, tile } of tiles) {
      this.#judgement.refuse('tiles', 'tile-unexpected', { path: `tile/${level}/${tile}` })
    }
  }

  /** What the audit found, and what of the stored leaves does not follow from that. */
  #tell({ findings }: AuditReport): ReadonlySet<number> {
    const named = new Set<number>()
    let roots = 0
    for (const { code, facts } of findings) {
      if (facts['index'] !== undefined && code !== 'previous-differs') {
        named.add(Number(facts['index']))
      }
      // Every head after the first that differs does, too.
      if (code === 'checkpoint-root-differs') roots += 1
      if (code === 'checkpoint-root-differs' && roots > 1) continue
      // An edge has no tile of its own: its leaves and roots are told of where they stand.
      if (/\.p\//.test(String(facts['path'] ?? ''))) continue
      this.#judgement.refuse(layerOf(code), code, facts)
    }
    for (const index of this.#leaves) {
      if (!named.has(index)) this.#judgement.refuse('tiles', 'leaf-differs', { index })
    }
    return named
  }

  #compareRow({ entries, root }: AuditReport): void {
    const { row, origin } = this.#subject
    const columns = [
      ...(row.origin === origin ? [] : ['origin']),
      ...(row.size === entries ? [] : ['size']),
      ...(equalBytes(row.root, root) ? [] : ['root']),
      ...(row.at === this.#lastAt && row.is_whole ? [] : ['at']),
    ]
    if (columns.length === 0) return
    const facts = {
      columns,
      size: row.size,
      entries,
      root: base64(row.root),
      computed: base64(root),
    }
    this.#judgement.refuse('entries', 'log-row-differs', facts)
  }
}

/** A whole number that a column of the database holds. */
export function isVersion(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31
}

function layerOf(code: string): 'entries' | 'payloads' | 'tiles' | 'signature' {
  if (code.startsWith('payload-')) return 'payloads'
  if (code.startsWith('tile-')) return 'tiles'
  return code.startsWith('checkpoint-') ? 'signature' : 'entries'
}
