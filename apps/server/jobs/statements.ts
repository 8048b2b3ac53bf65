// SPDX-License-Identifier: EUPL-1.2
import type { PgBoss } from 'pg-boss'
import type { Engine } from '../storage/engine/engine.ts'
import type { Transaction } from '../storage/session.ts'

/** The library's port to a database, which it does not export by name. */
type Statements = NonNullable<NonNullable<Parameters<PgBoss['complete']>[3]>['db']>

/** Where the library's statements run when nobody gives it a transaction. */
export function statementsOn({ pool }: Engine): Statements {
  return {
    executeSql: async (text, values) => {
      if (values !== undefined && values.length > 0) return pool.query(text, values)
      // Without values it may be several statements with their own begin and commit. Failing in
      // the middle it must not leave a connection, let alone the only one, in a broken transaction.
      const client = await pool.connect()
      try {
        const result = await client.query(text)
        client.release()
        return flat(result)
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        )
        throw error
      }
    },
  }
}

/** Inside a transaction of ours: kept or undone with it. */
export function statementsIn(transaction: Transaction): Statements {
  return {
    executeSql: async (text, values = []) => {
      const { rows } = await transaction.query({ text, values })
      return { rows: [...rows] }
    },
  }
}

/** Several statements come back as a list, against what the driver's types say. */
function flat(result: unknown): { rows: unknown[] } {
  const results: readonly { rows?: unknown[] }[] = Array.isArray(result)
    ? result
    : [result as { rows?: unknown[] }]
  return { rows: results.flatMap(({ rows }) => rows ?? []) }
}
