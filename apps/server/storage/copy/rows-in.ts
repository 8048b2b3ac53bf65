// SPDX-License-Identifier: EUPL-1.2
import { StorageFault } from '../fault.ts'
import type { Transaction } from '../session.ts'
import { quoted } from './rows-out.ts'
import { type CopiedTable, copiedTables } from './tables.ts'

/** There are rows already; the message names the first table that has some. */
export class DatabaseNotEmpty extends Error {}

/** Puts rows into the empty tables of a database, as their owner, in one transaction. */
export class RowsIn {
  readonly #transaction: Transaction
  readonly #tables: readonly CopiedTable[]
  readonly #columns: ReadonlyMap<string, readonly string[]>

  private constructor(transaction: Transaction, tables: readonly CopiedTable[]) {
    this.#transaction = transaction
    this.#tables = tables
    this.#columns = new Map(tables.map(({ name, columns }) => [name, columns]))
  }

  /** Refuses a database in which there is anything already. */
  static async begin(transaction: Transaction): Promise<RowsIn> {
    await transaction.script('reset role')
    const tables = await copiedTables(transaction)
    for (const { name } of tables) {
      // The owner is held to the tenants' policies too; in this transaction it is not.
      await transaction.script(`alter table ${name} no force row level security`)
      const { rows } = await transaction.query({ text: `select from ${name} limit 1` })
      if (rows.length > 0) {
        throw new DatabaseNotEmpty(name)
      }
    }
    return new RowsIn(transaction, tables)
  }

  /** Names of the tables here, and their columns. */
  get columns(): ReadonlyMap<string, readonly string[]> {
    return this.#columns
  }

  /** Lines as `rowsOut` gives them; gives how many rows came of them. */
  async add(name: string, lines: readonly string[]): Promise<number> {
    const columns = this.#columns.get(name)
    if (columns === undefined) throw new StorageFault('storage-version', `no table ${name}`)
    const names = quoted(columns)
    const { count } = await this.#transaction.query({
      text: `insert into ${name} (${names})
        select ${names} from json_populate_recordset(null::${name}, $1::json)`,
      values: [`[${lines.join(',')}]`],
    })
    return count
  }

  async end(): Promise<void> {
    for (const { name, isForced } of this.#tables) {
      if (!isForced) continue
      await this.#transaction.script(`alter table ${name} force row level security`)
    }
  }
}
