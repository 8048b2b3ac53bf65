// SPDX-License-Identifier: EUPL-1.2
import type { Transaction } from '../session.ts'

export interface FileAsStored {
  readonly digest: string
  readonly size: number
}

/** Files whose bytes must be there, after a digest. */
export async function storedFiles(
  transaction: Transaction,
  after: string,
): Promise<readonly FileAsStored[]> {
  const { rows } = await transaction.query<FileAsStored>({
    name: 'inspect_files',
    text: `select digest, size from files
      where state in ('stored', 'quarantined') and digest > $1 order by digest limit 500`,
    values: [after],
  })
  return rows
}
