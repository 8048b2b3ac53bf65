// SPDX-License-Identifier: EUPL-1.2
import type { PgBoss } from 'pg-boss'
import type { Engine } from '../storage/engine/engine.ts'
import { faultOf, StorageFault } from '../storage/fault.ts'
import type { Transaction } from '../storage/session.ts'

/** The library's port to a database, which it does not export by name. */
type Statements = NonNullable<NonNullable<Parameters<PgBoss['complete']>[3]>['db']>

/**
 * Where the library's statements run when nobody gives it a transaction. After a fault it is left
 * alone for a while: an embedded database that finds its disk full starts anew with each write that
 * is tried, and whoever reads would wait for that again and again.
 */
export function statementsOn({ pool }: Engine, restMs: number): Statements {
  let resting: { readonly until: number; readonly fault: StorageFault } | undefined
  return {
    executeSql: async (text, values) => {
      if (resting !== undefined && performance.now() < resting.until) throw resting.fault
      try {
        const result = await execute(pool, text, values)
        resting = undefined
        return result
      } catch (error) {
        const fault = faultOf(error)
        if (fault instanceof StorageFault) resting = { until: performance.now() + restMs, fault }
        throw fault
      }
    },
  }
}

async function execute(pool: Engine['pool'], text: string, values: unknown[] = []) {
  if (values.length > 0) return pool.query(text, values)
  // Without values it may be several statements with their own begin and commit. Failing in the
  // middle it must not leave a connection, let alone the only one, in a broken transaction.
  const client = await pool.connect()
  try {
    const result = await client.query(text)
    client.release()
    return flat(result)
  } catch (error) {
    // Only a whole connection goes back to the others; a broken one may never answer.
    if (faultOf(error) instanceof StorageFault) client.release(true)
    else {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      )
    }
    throw error
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
