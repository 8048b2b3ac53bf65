// SPDX-License-Identifier: EUPL-1.2
import type { Transaction } from '../session.ts'

/** Longest page of rows that may hold a whole record each. */
const pageLength = 500

export interface AnswerAsStored {
  readonly key: string
  readonly digest: Uint8Array
  readonly answer: unknown
}

export async function storedAnswers(
  transaction: Transaction,
  after: string,
): Promise<readonly AnswerAsStored[]> {
  const { rows } = await transaction.query<AnswerAsStored>({
    name: 'inspect_answers',
    text: `select key, digest, answer from idempotency_keys where key > $1
      order by key limit ${pageLength}`,
    values: [after],
  })
  return rows
}

export interface ActAsStored {
  readonly id: string
  readonly kind: string
  readonly record: string
  readonly act: unknown
  readonly is_answered: boolean
  readonly asked_at: string
}

export async function storedActs(
  transaction: Transaction,
  after: string,
): Promise<readonly ActAsStored[]> {
  const { rows } = await transaction.query<ActAsStored>({
    name: 'inspect_acts',
    text: `select id, kind, record, act, is_answered, asked_at from pending_acts where id > $1
      order by id limit ${pageLength}`,
    values: [after],
  })
  return rows
}

/** Before every id there is. */
export const firstId = '00000000-0000-0000-0000-000000000000'
