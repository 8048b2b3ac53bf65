// SPDX-License-Identifier: EUPL-1.2
import type { TenantId, Transaction } from '../session.ts'
import type { CopiedTable } from './tables.ts'

/** Rows fetched at once give about this many characters; a single large one gives more. */
const wantedLength = 1 << 19
const mostRows = 2_000

/** All rows of a table, each as one line of JSON, in bunches. The transaction changes its role. */
export async function* rowsOut(
  transaction: Transaction,
  { name, columns, seenBy }: CopiedTable,
  tenants: readonly TenantId[],
): AsyncGenerator<readonly string[]> {
  if (seenBy !== 'tenants') {
    await asOwner(transaction)
    await transaction.script(`set local role ${seenBy.role}`)
    yield* rowsSeen(transaction, name, columns)
    return
  }
  for (const tenant of tenants) {
    await asOwner(transaction)
    await transaction.become(tenant)
    yield* rowsSeen(transaction, name, columns)
  }
}

/** Back to whoever opened the connection. */
export function asOwner(transaction: Transaction): Promise<void> {
  return transaction.script(`reset role;set local app.tenant = ''`)
}

async function* rowsSeen(
  transaction: Transaction,
  name: string,
  columns: readonly string[],
): AsyncGenerator<readonly string[]> {
  // Engine-neutral: text in UTF-8, instants in UTC, bytes in hex, numbers with all their digits.
  await transaction.script(
    `declare copied no scroll cursor for
      select row_to_json(r)::text as line from (select ${quoted(columns)} from ${name}) r`,
  )
  let count = 50
  for (;;) {
    const { rows } = await transaction.query<{ line: string }>({
      text: `fetch ${count} from copied`,
    })
    if (rows.length === 0) break
    const lines = rows.map(({ line }) => line)
    const length = lines.reduce((sum, line) => sum + line.length, 0)
    yield lines
    count = Math.max(1, Math.min(mostRows, Math.floor(wantedLength / (length / rows.length))))
  }
  await transaction.script('close copied')
}

export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
}

/** Work that has left the outbox for the queue and is not done; it is copied as it came. */
export async function queuedWork(transaction: Transaction): Promise<readonly string[]> {
  await asOwner(transaction)
  const { rows: there } = await transaction.query<{ is_there: boolean }>({
    text: `select to_regclass('jobs.job') is not null as is_there`,
  })
  if (there[0]?.is_there !== true) return []
  await transaction.script('set local role schouw_system')
  const { rows } = await transaction.query<{ line: string }>({
    text: `select json_build_object('tenant', data->>'tenant', 'id', id, 'topic', name,
        'payload', data->'data', 'at', created_on, 'due_at', start_after, 'attempts', 0)::text as line
      from jobs.job where state in ('created', 'retry', 'active') and jsonb_typeof(data) = 'object'
        and data ? 'tenant' and data ? 'data'`,
  })
  return rows.map(({ line }) => line)
}
