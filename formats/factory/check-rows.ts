// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import { type Problem, quoted } from '../problem/index.ts'
import { type Columns, namedRows, type Table } from '../table/index.ts'
import { expectedOf } from './check.ts'

/**
 * The rows of a table checked against the schema of a row. A row with a mistake is listed and left
 * out; a table without the columns a row needs is listed once instead of row by row.
 */
export function checkedRows<Schema extends z.ZodObject>(
  table: Table,
  columns: Columns,
  schema: Schema,
): {
  readonly value: readonly z.output<Schema>[] | undefined
  readonly problems: readonly Problem[]
} {
  const { path, headLine } = table
  const named = namedRows(table, columns)
  const problems = [...table.problems, ...named.problems]
  if (table.head.length === 0) return { value: undefined, problems }
  const missing = Object.keys(columns).filter((key) => {
    const isRequired = !schema.shape[key].safeParse(undefined).success
    return isRequired && named.columnOf[key] === undefined
  })
  if (missing.length > 0) {
    const found = table.head.slice(0, 12).join(', ')
    for (const key of missing) {
      problems.push({ path, line: headLine, column: null, expected: `a column "${key}"`, found })
    }
    return { value: undefined, problems }
  }
  const value: z.output<Schema>[] = []
  for (const { line, cells } of named.rows) {
    if (Object.keys(cells).length === 0) continue
    const result = schema.safeParse({ ...cells, at: { path, line } }, { reportInput: true })
    if (result.success) value.push(result.data)
    else {
      for (const issue of result.error.issues) {
        const column = named.columnOf[String(issue.path[0])] ?? null
        problems.push({
          path,
          line,
          column,
          expected: expectedOf(issue),
          found: quoted(issue.input),
        })
      }
    }
  }
  return { value, problems }
}
