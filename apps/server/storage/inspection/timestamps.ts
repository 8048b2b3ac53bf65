// SPDX-License-Identifier: EUPL-1.2
import type { Transaction } from '../session.ts'

export interface StampAsStored {
  readonly size: number
  readonly nonce: Uint8Array
  readonly token: Uint8Array
  readonly stamped_at: string | null
  /** What it was believed by; null of a token that is older than the column. */
  readonly validation: Uint8Array | null
  readonly chain_ends_at: string | null
  /** Null where the head it is about is not there. */
  readonly note: Uint8Array | null
}

/** Tokens above a size, in order; none where the database is older than they are. */
export async function storedStamps(
  transaction: Transaction,
  above: number,
): Promise<readonly StampAsStored[]> {
  if (!(await isThere(transaction, 'log_timestamps'))) return []
  const has = await isThere(transaction, 'log_renewals')
  const columns = has
    ? 's.validation, s.chain_ends_at'
    : 'null as validation, null as chain_ends_at'
  const { rows } = await transaction.query<StampAsStored>({
    name: `inspect_stamps_${has}`,
    text: `select s.size, s.nonce, s.token, s.stamped_at, ${columns}, h.note from log_timestamps s
      left join log_heads h on h.size = s.size
      where s.token is not null and s.size > $1 order by s.size limit 200`,
    values: [above],
  })
  return rows
}

export interface RenewalAsStored {
  readonly number: number
  readonly list: Uint8Array
  readonly nonce: Uint8Array
  readonly token: Uint8Array
  readonly validation: Uint8Array | null
  readonly stamped_at: string | null
  readonly chain_ends_at: string | null
}

/** All of them: a log has one every few years. */
export async function storedRenewals(
  transaction: Transaction,
): Promise<readonly RenewalAsStored[]> {
  if (!(await isThere(transaction, 'log_renewals'))) return []
  const { rows } = await transaction.query<RenewalAsStored>({
    name: 'inspect_renewals',
    text: `select number, list, nonce, token, validation, stamped_at, chain_ends_at
      from log_renewals where token is not null order by number`,
  })
  return rows
}

export interface CosignatureAsStored {
  readonly size: number
  readonly witness: string
  readonly line: string
  /** Null where the head it is under is not there. */
  readonly note: Uint8Array | null
}

/** Lines of witnesses above a size, in order; of one size all of them. */
export async function storedCosignatures(
  transaction: Transaction,
  above: number,
): Promise<readonly CosignatureAsStored[]> {
  if (!(await isThere(transaction, 'log_cosignatures'))) return []
  const { rows } = await transaction.query<CosignatureAsStored>({
    name: 'inspect_cosignatures',
    text: `select c.size, c.witness, c.line, h.note from log_cosignatures c
      left join log_heads h on h.size = c.size
      where c.size in (
        select distinct size from log_cosignatures where size > $1 order by size limit 200)
      order by c.size, c.witness`,
    values: [above],
  })
  return rows
}

export interface SealAsStored {
  /** SHA-256 of the list of files. */
  readonly digest: Uint8Array
  readonly authority: string
  readonly token: Uint8Array
}

/** Tokens over dossiers behind one of them, in the order of their digests. */
export async function storedSeals(
  transaction: Transaction,
  after: Pick<SealAsStored, 'digest' | 'authority'>,
): Promise<readonly SealAsStored[]> {
  if (!(await isThere(transaction, 'dossier_seals'))) return []
  const { rows } = await transaction.query<SealAsStored>({
    name: 'inspect_seals',
    text: `select digest, authority, token from dossier_seals
      where (digest, authority) > ($1, $2) order by digest, authority limit 200`,
    values: [after.digest, after.authority],
  })
  return rows
}

async function isThere(transaction: Transaction, table: string): Promise<boolean> {
  const { rows } = await transaction.query<{ there: boolean }>({
    text: `select to_regclass($1) is not null as there`,
    values: [`schouw.${table}`],
  })
  return rows[0]?.there === true
}
