// SPDX-License-Identifier: EUPL-1.2
import { base64, equalBytes } from '../bytes/index.ts'
import type { Crypto, Sha256 } from '../cryptography/index.ts'
import {
  type Header,
  isLogHeader,
  type KeyChanged,
  type KeyHistory,
  keyHistory,
  type LogHeader,
  type LogOpened,
  logTypes,
  type PayloadErased,
  parseHeader,
  type RecordHeader,
  type Slot,
  withKeyChange,
} from '../entries/index.ts'
import { type NoteKey, verifierKey } from '../notes/index.ts'
import { type Tile, TileTree, tileWidth } from '../tiles/index.ts'
import { hashBytes, leafHash } from '../trees/index.ts'
import { CheckpointCheck } from './checkpoints.ts'
import { type Finding, Findings } from './finding.ts'
import { PayloadCheck } from './payloads.ts'
import { TileComparison, type TileDifference } from './tile-comparison.ts'

/** What is believed before anything is read: from outside the data that is audited. */
export interface AuditTrust {
  readonly origin: string
  /** The log's first key; later ones follow from its entries. */
  readonly key: NoteKey
  /** Payloads may have been left out on purpose: counted, and no fault. */
  readonly mayWithhold?: true
}

export interface StoredEntry {
  readonly index: number
  readonly header: Uint8Array
  /** Payloads that are there; one that was erased is left out. */
  readonly slots: readonly Slot[]
}

export interface ReadEntry {
  readonly leaf: Uint8Array
  readonly header: Header | undefined
}

export interface AuditReport {
  /** Nothing is wrong and a signed checkpoint covers every entry. */
  readonly isWhole: boolean
  readonly entries: number
  readonly root: Uint8Array
  /** Entries above the newest checkpoint: stored, and promised to nobody yet. */
  readonly unsigned: number
  readonly findings: readonly Finding[]
  /** Findings in all; the list ends at a bound. */
  readonly count: number
  readonly keys: KeyHistory
  /** Payloads that were left out; 0 unless that was allowed. */
  readonly withheld: number
}

/**
 * A whole log, read once in order: entries from 0, a stored tile some time after the entries below
 * it (those of level 0 in order), a checkpoint before the entries pass its size. Memory holds the
 * tree's edge, one hash for each subject, and tiles not yet compared.
 */
export class Audit {
  readonly #trust: AuditTrust
  readonly #crypto: Crypto
  readonly #sha256: Sha256
  readonly #tree: TileTree
  readonly #tiles: TileComparison
  readonly #payloads: PayloadCheck
  readonly #checkpoints: CheckpointCheck
  readonly #findings = new Findings()
  readonly #latest = new Map<string, { readonly leaf: string; readonly index: number }>()
  #keys: KeyHistory
  #hasTiles = false
  /** Entries that are not there, in ascending order. */
  readonly #absent: number[] = []
  /** The size whose partial tiles are expected. */
  #edgeAt = -1
  #next = 0

  constructor(trust: AuditTrust, crypto: Crypto) {
    this.#trust = trust
    this.#crypto = crypto
    this.#sha256 = (bytes) => crypto.digest('sha256', bytes)
    this.#tree = TileTree.empty(this.#sha256)
    this.#tiles = new TileComparison(this.#sha256)
    this.#payloads = new PayloadCheck(this.#sha256)
    this.#checkpoints = new CheckpointCheck(crypto)
    this.#keys = keyHistory(trust.origin, trust.key)
  }

  /** Gives its leaf hash, and the header where there is one to be read. */
  entry({ index, header, slots }: StoredEntry): ReadEntry {
    if (index > this.#next) this.#findings.add('entry-missing', { index: this.#next, found: index })
    if (index < this.#next) this.#findings.add('entry-unexpected', { index })
    this.#next = index + 1
    const leaf = leafHash(header, this.#sha256)
    const read = this.#read(index, header, leaf, slots)
    this.#tree.append(leaf)
    if (this.#tree.size % tileWidth === 0) this.#tiles.expect(this.#tree.filled())
    this.#meetCheckpoints()
    return { leaf, header: read }
  }

  /**
   * The entry that comes next is not there. With its leaf hash, out of a stored tile, the entries
   * behind it keep their places, and the root its value.
   */
  absent(leaf?: Uint8Array): void {
    const index = this.#next
    this.#findings.add('entry-missing', { index })
    this.#absent.push(index)
    this.#next = index + 1
    this.#tree.append(leaf ?? new Uint8Array(hashBytes))
    if (this.#tree.size % tileWidth === 0) this.#tiles.expect(this.#tree.filled())
    this.#meetCheckpoints()
  }

  tile(tile: Tile): void {
    this.#hasTiles = true
    if (tile.width < tileWidth) this.#expectEdge()
    this.#tiles.compare(tile)
  }

  checkpoint(note: Uint8Array): void {
    this.#checkpoints.add(note, this.#tree.size, this.#findings)
    this.#meetCheckpoints()
  }

  finish(): AuditReport {
    const { size } = this.#tree
    const root = this.#tree.root()
    const { last } = this.#checkpoints
    const withheld = this.#trust.mayWithhold === true ? this.#payloads.withheld() : 0
    if (this.#trust.mayWithhold !== true) this.#payloads.finish(this.#findings)
    if (this.#hasTiles) this.#expectEdge()
    const changed = this.#changedEntries()
    for (const index of changed) this.#findings.add('entry-changed', { index })
    if (changed.length === 0) this.#addTileFindings()
    const wrong = [...changed, ...this.#absent].sort((a, b) => a - b)
    this.#checkpoints.finish(wrong[0] ?? Number.POSITIVE_INFINITY, size, this.#findings)
    const findings = this.#findings.kept.filter((one) => !isConsequence(one, wrong))
    const dropped = this.#findings.kept.length - findings.length
    const count = this.#findings.count - dropped
    const unsigned = size - (last?.isSigned === true ? last.size : 0)
    return {
      isWhole: count === 0 && unsigned === 0,
      entries: size,
      root,
      unsigned,
      findings,
      count,
      keys: this.#keys,
      withheld,
    }
  }

  /** Partial tiles count only at the size at which they are asked about. */
  #expectEdge(): void {
    if (this.#edgeAt === this.#tree.size) return
    this.#edgeAt = this.#tree.size
    this.#tiles.expect(this.#tree.partial())
  }

  #meetCheckpoints(): void {
    const { size } = this.#tree
    if (!this.#checkpoints.has(size)) return
    this.#checkpoints.meet(size, this.#tree.root(), this.#keys, this.#findings)
  }

  #read(
    index: number,
    bytes: Uint8Array,
    leaf: Uint8Array,
    slots: readonly Slot[],
  ): Header | undefined {
    const parsed = parseHeader(bytes)
    if (!parsed.ok) {
      this.#findings.add('header-malformed', { index, why: parsed.refusal, ...parsed.facts })
      return undefined
    }
    const header: Header = parsed.value
    if (header.log !== this.#trust.origin) {
      this.#findings.add('header-other-log', { index, log: header.log })
    }
    if ((header.type === logTypes.opened) !== (index === 0)) {
      this.#findings.add('opening-misplaced', { index, type: header.type })
    }
    if (isLogHeader(header)) {
      this.#readOwn(index, header)
      this.#payloads.entry(index, undefined, slots, this.#findings)
    } else {
      this.#readRecord(index, header, leaf)
      this.#payloads.entry(index, header, slots, this.#findings)
    }
    return header
  }

  #readRecord(index: number, header: RecordHeader, leaf: Uint8Array): void {
    const subject = `${header.register}/${header.subject}`
    const former = this.#latest.get(subject)
    if (header.prev !== former?.leaf) {
      this.#findings.add('previous-differs', { index, previous: former?.index })
    }
    this.#latest.set(subject, { leaf: base64(leaf), index })
  }

  #readOwn(index: number, header: LogHeader): void {
    // The reader of headers has looked at each body by its type.
    if (header.type === logTypes.opened) {
      const { key } = header.body as LogOpened
      if (key !== verifierKey(this.#trust.key)) {
        this.#findings.add('key-change-refused', { index, why: 'key-not-the-trusted-one' })
      }
    } else if (header.type === logTypes.keyChanged) {
      const change = header.body as KeyChanged
      const changed = withKeyChange(this.#keys, change, index, this.#crypto)
      if (changed.ok) this.#keys = changed.value
      else this.#findings.add('key-change-refused', { index, why: changed.refusal })
    } else if (header.type === logTypes.erased) {
      this.#payloads.erasure(index, header.body as PayloadErased, this.#findings)
    }
  }

  /** Entries that differ from the stored tiles, when the newest checkpoint sides with the tiles. */
  #changedEntries(): readonly number[] {
    const { last } = this.#checkpoints
    if (last === undefined || equalBytes(last.claimed, last.computed)) return []
    const ofTiles = this.#tiles.rootOfTiles(this.#tree.size)
    const isByTiles =
      last.size === this.#tree.size && ofTiles !== undefined && equalBytes(ofTiles, last.claimed)
    if (isByTiles) {
      for (const { path, offsets } of this.#tiles.fromTiles) {
        this.#findings.add('tile-changed', { path, offsets })
      }
      return this.#tiles.fromEntries.filter(({ level }) => level === 0).flatMap(indexesOf)
    }
    if (last.isSigned) {
      const entries = this.#tiles.fromEntries.flatMap(indexesOf).slice(0, 16)
      this.#findings.add('root-differs', { size: last.size, entries })
    }
    return []
  }

  #addTileFindings(): void {
    for (const { path, offsets } of this.#tiles.fromEntries) {
      this.#findings.add('tile-changed', { path, offsets })
    }
    for (const path of this.#tiles.unexpected) this.#findings.add('tile-unexpected', { path })
    if (!this.#hasTiles) return
    for (const path of this.#tiles.missing) this.#findings.add('tile-missing', { path })
  }
}

function indexesOf({ level, index, offsets }: TileDifference): readonly number[] {
  return level === 0 ? offsets.map((offset) => index * tileWidth + offset) : []
}

const ofTheEntryItself: readonly string[] = ['entry-changed', 'tile-changed', 'entry-missing']

/**
 * What only follows from a changed entry: its own members read wrong, and whatever refers to it.
 * Named alone, the change is found; mended, the audit is run again.
 */
function isConsequence({ code, facts }: Finding, changed: readonly number[]): boolean {
  const [first] = changed
  if (first === undefined || ofTheEntryItself.includes(code)) return false
  const { index, at } = facts
  if (changed.some((one) => one === index || one === at)) return true
  if (code === 'previous-differs') return Number(index) > first
  if (code === 'root-differs') return Number(facts['size']) > first
  if (code === 'checkpoint-refused') return Number(facts['size']) > first
  // The erasure that explains it may be the entry that changed.
  return code === 'payload-missing' && changed.some((one) => one > Number(index))
}
