// SPDX-License-Identifier: EUPL-1.2
import { base64 } from '@schouw/core/ledger/bytes'
import { logTypes } from '@schouw/core/ledger/entries'
import type { TreeHead } from '@schouw/core/ledger/notes'
import { writeEntries, writeHead } from '../changes/write-log.ts'
import { StorageFault } from '../fault.ts'
import { logEntryBytes } from '../ledger/entry-bytes.ts'
import type { LogRow } from '../ledger/log.ts'
import { storedTree } from '../ledger/tiles.ts'
import type { Transaction } from '../session.ts'

export interface Loss {
  /** The newest that was signed, of which the database has only the beginning. */
  readonly lost: TreeHead
  /** Base64 SHA-256 of the backup that it was put back from. */
  readonly backup: string
  readonly actor: string
  readonly at: string
}

/**
 * Goes on with a log that is older than what was signed: its next entry says so, with the head that
 * is lost. Whoever holds that head sees from the log itself that it was given up, and by whom.
 */
export async function declareLoss(
  transaction: Transaction,
  { lost, backup, actor, at }: Loss,
): Promise<void> {
  const { rows } = await transaction.query<LogRow>({
    text: 'select origin, size, root, at from logs where tenant = app_tenant() for update',
  })
  const [row] = rows
  const tree = row === undefined ? undefined : await storedTree(transaction, row.size)
  if (row === undefined || tree === undefined) {
    throw new StorageFault('ledger-refused', `the edge of ${lost.origin} is missing`)
  }
  const now = at > row.at ? at : row.at
  const entry = logEntryBytes({
    v: 1,
    log: row.origin,
    type: logTypes.restored,
    actor,
    at: now,
    body: { lost: { size: lost.size, root: base64(lost.root) }, backup },
  })
  tree.append(entry.leaf)
  const head = { size: tree.size, root: tree.root(), at: now }
  await Promise.all([
    ...writeEntries(transaction, [{ ...entry, index: row.size }]),
    ...writeHead(transaction, head, tree.filled()),
  ])
}
