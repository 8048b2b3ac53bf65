// SPDX-License-Identifier: EUPL-1.2
import type { Transaction } from '../session.ts'

export interface StampAsStored {
  readonly size: number
  readonly nonce: Uint8Array
  readonly token: Uint8Array
  readonly stamped_at: string | null
  /** Null where the head it is about is not there. */
  readonly note: Uint8Array | null
}

/** Tokens above a size, in order; none where the database is older than they are. */
export async function storedStamps(
  transaction: Transaction,
  above: number,
): Promise<readonly StampAsStored[]> {
  const { rows: there } = await transaction.query<{ there: boolean }>({
    text: `select to_regclass('schouw.log_timestamps') is not null as there`,
  })
  if (there[0]?.there !== true) return []
  const { rows } = await transaction.query<StampAsStored>({
    name: 'inspect_stamps',
    text: `select s.size, s.nonce, s.token, s.stamped_at, h.note from log_timestamps s
      left join log_heads h on h.size = s.size
      where s.token is not null and s.size > $1 order by s.size limit 200`,
    values: [above],
  })
  return rows
}
