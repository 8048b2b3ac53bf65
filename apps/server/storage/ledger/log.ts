// SPDX-License-Identifier: EUPL-1.2
import { base64, equalBytes } from '@schouw/core/ledger/bytes'
import { type Signer, signCheckpoint, type TreeHead } from '@schouw/core/ledger/notes'
import type { Tile, TileTree } from '@schouw/core/ledger/tiles'
import { StorageFault } from '../fault.ts'
import type { TenantId, Transaction } from '../session.ts'
import type { KnownHeads } from './known-heads.ts'

/** The row under whose lock a tenant's changes are put in order. */
export interface LogRow {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly at: string
}

export interface SigningKey {
  readonly signer: Signer
  /** Sizes for which it signs: from `since`, up to and including `until`. */
  readonly since: number
  readonly until: number | null
}

/** What the entries of a batch come to, before it is sure that they are kept. */
export interface Grown {
  readonly tree: TileTree
  readonly tiles: readonly Tile[]
  readonly head: TreeHead
}

const sizeRow = 'select size from logs where tenant = app_tenant()'
const lockRow = 'select origin, size, root, at from logs where tenant = app_tenant() for update'

/** One tenant's log in this process: the tree's edge, the keys, the newest published checkpoint. */
export class Log {
  readonly tenant: TenantId
  readonly origin: string
  readonly #keys: readonly SigningKey[]
  readonly #heads: KnownHeads
  #tree: TileTree
  #published: TreeHead
  #note: Uint8Array
  #refusal: StorageFault | undefined

  constructor(options: {
    readonly tenant: TenantId
    readonly origin: string
    readonly keys: readonly SigningKey[]
    readonly heads: KnownHeads
    readonly tree: TileTree
  }) {
    this.tenant = options.tenant
    this.origin = options.origin
    this.#keys = options.keys
    this.#heads = options.heads
    this.#tree = options.tree
    this.#published = this.#headOf(options.tree)
    this.#note = this.#signed(this.#published)
  }

  /** The newest published checkpoint, and its bytes. */
  get head(): TreeHead {
    return this.#published
  }

  get checkpoint(): Uint8Array {
    return this.#note
  }

  /** Why nothing is signed any more; undefined while all is well. */
  get refusal(): StorageFault | undefined {
    return this.#refusal
  }

  refuse(fault: StorageFault): void {
    this.#refusal ??= fault
  }

  /**
   * Takes the lock and makes sure that the tree at hand is the database's: entries that another
   * process added are read in, and a log that went back or took another way is refused.
   */
  async lock(transaction: Transaction): Promise<LogRow> {
    const { rows } = await transaction.query<LogRow>({ name: 'lock_log', text: lockRow })
    const [row] = rows
    if (row === undefined) throw new StorageFault('ledger-refused', `no log of ${this.tenant}`)
    await this.#follow(transaction, row)
    return row
  }

  /** Entries that the database has, whichever server added them. */
  async storedSize(transaction: Transaction): Promise<number> {
    const { rows } = await transaction.query<{ size: number }>({
      name: 'size_of_log',
      text: sizeRow,
    })
    return rows[0]?.size ?? 0
  }

  grown(leaves: readonly Uint8Array[]): Grown {
    const tree = this.#tree.copy()
    for (const leaf of leaves) tree.append(leaf)
    return { tree, tiles: tree.filled(), head: this.#headOf(tree) }
  }

  /** Once the entries are kept; the tree stays as it was when they are not. */
  keep(tree: TileTree): void {
    this.#tree = tree
  }

  /**
   * 1. Entries and the new head were stored in one transaction. A crash before that loses nothing
   *    that was acknowledged.
   * 2. Here the checkpoint is signed and put where it outlives the database. A crash between 1 and
   *    2 leaves a head nobody has seen; start-up publishes it with this same call.
   * 3. Only now do callers learn their index.
   */
  async publish(head: TreeHead): Promise<void> {
    const note = this.#signed(head)
    await this.#heads.add(this.tenant, note)
    if (head.size < this.#published.size) return
    this.#published = head
    this.#note = note
  }

  /** Appending what others appended proves as it goes that their log continues ours. */
  async #follow(transaction: Transaction, row: LogRow): Promise<void> {
    if (row.size < this.#tree.size) throw this.#refused('rollback', row)
    if (row.size > this.#tree.size) {
      const { rows } = await transaction.query<{ leaf: Uint8Array }>({
        name: 'leaves_from',
        text: 'select leaf from log_entries where entry >= $1 and entry < $2 order by entry',
        values: [this.#tree.size, row.size],
      })
      if (rows.length !== row.size - this.#tree.size) throw this.#refused('tree-incomplete', row)
      const tree = this.#tree.copy()
      for (const { leaf } of rows) tree.append(leaf)
      tree.filled()
      if (!equalBytes(tree.root(), row.root)) throw this.#refused('fork', row)
      this.#tree = tree
    } else if (!equalBytes(this.#tree.root(), row.root)) throw this.#refused('fork', row)
  }

  #refused(reason: string, { size, root }: LogRow): StorageFault {
    const { size: signed, root: signedRoot } = this.#published
    const fault = new StorageFault(
      'ledger-refused',
      `the log ${this.origin} is refused (${reason}): the database has ${size} entries with root ${base64(root)}, signed are ${signed} with root ${base64(signedRoot)}`,
    )
    this.refuse(fault)
    return fault
  }

  #headOf(tree: TileTree): TreeHead {
    return { origin: this.origin, size: tree.size, root: tree.root() }
  }

  #signed(head: TreeHead): Uint8Array {
    const signers = this.#keys
      .filter(({ since, until }) => since <= head.size && (until === null || head.size <= until))
      .map(({ signer }) => signer)
    const note = signCheckpoint(head, signers)
    if (!note.ok) throw new Error(`checkpoint of ${this.origin}: ${note.refusal}`)
    return note.value
  }
}
