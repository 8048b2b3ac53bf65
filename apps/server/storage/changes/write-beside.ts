// SPDX-License-Identifier: EUPL-1.2
import type { Sent, Transaction } from '../session.ts'
import type { Errand, Pending } from './change.ts'

/** What goes with changes and is no record. */
export interface Beside {
  readonly pending: readonly { readonly id: string; readonly act: Pending }[]
  readonly errands: readonly Errand[]
  readonly answers: readonly {
    readonly key: string
    readonly digest: Uint8Array
    readonly answer: unknown
  }[]
}

const putPending = `insert into pending_acts (id, kind, record, act, is_answered, asked_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (tenant, id) do update set act = excluded.act, is_answered = excluded.is_answered`

const addErrand = `insert into outbox (id, topic, payload, at, due_at) values ($1, $2, $3, $4, $5)`

const addAnswer = `insert into idempotency_keys (key, digest, answer, at) values ($1, $2, $3, $4)`

export function writeBeside(
  transaction: Transaction,
  { pending, errands, answers }: Beside,
  now: string,
): Sent {
  return [
    ...pending.map(({ id, act }) => {
      const { kind, id: record, answer, asked } = act
      const values = [id, kind, record, JSON.stringify(act), answer !== null, asked.at]
      return transaction.query({ name: 'put_pending', text: putPending, values })
    }),
    ...errands.map(({ id, topic, payload, dueAt = now }) => {
      const values = [id, topic, JSON.stringify(payload), now, dueAt]
      return transaction.query({ name: 'add_errand', text: addErrand, values })
    }),
    ...answers.map(({ key, digest, answer }) => {
      const values = [key, digest, JSON.stringify(answer), now]
      return transaction.query({ name: 'add_answer', text: addAnswer, values })
    }),
  ]
}
