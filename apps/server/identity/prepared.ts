// SPDX-License-Identifier: EUPL-1.2
import type { CompiledQuery } from 'kysely'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'

/** Stands in a query for the one value that differs each time. */
const slot = '\u0000'

/**
 * A query on the way of every request: made into text once, and planned once for each connection.
 * Under row-level security planning takes longer than reading these few rows.
 */
export function prepared<Row>(
  name: string,
  build: (db: Database, value: never) => { compile(): CompiledQuery<Row> },
): (storage: Storage, value: unknown) => Promise<readonly Row[]> {
  let made: { readonly text: string; readonly values: readonly unknown[] } | undefined
  return async (storage, value) => {
    if (made === undefined) {
      const { sql: text, parameters: values } = build(storage.db, slot as never).compile()
      made = { text, values }
    }
    const { text, values } = made
    const filled = values.map((one) => (one === slot ? value : one))
    return (await storage.session.transaction.query<Row>({ name, text, values: filled })).rows
  }
}
