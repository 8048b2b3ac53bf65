// SPDX-License-Identifier: EUPL-1.2
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { StorageFault } from './fault.ts'
import type { Session } from './session.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/**
 * Queries with types, each run in the transaction of the calling code. The handle has no connection
 * of its own, so it cannot be the wrong one.
 */
export function databaseOf(session: Session): Database {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new SessionDriver(session),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

class SessionDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(session: Session) {
    this.#connection = new SessionConnection(session)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  beginTransaction(): Promise<void> {
    throw new StorageFault('storage-nested', 'transactions are opened by the session')
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class SessionConnection implements DatabaseConnection {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, count } = await this.#session.transaction.query<Row>({
      text: sql,
      values: parameters,
    })
    return { rows: [...rows], numAffectedRows: BigInt(count) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and there is none.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new StorageFault('storage-setup', 'rows are read by pages, not as a stream')
  }
}
