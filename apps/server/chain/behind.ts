// SPDX-License-Identifier: EUPL-1.2
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Answer } from '../http/answer.ts'
import { type StoredRecord, textOf } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { ChainAround } from './around.ts'
import type { LinkRow } from './links.ts'

/** What a link of a supplier opened. */
export interface Behind {
  readonly tenant: TenantId
  readonly link: LinkRow
  readonly review: StoredRecord
}

export interface Serving {
  readonly app: FastifyInstance
  readonly around: ChainAround
  readonly behind: (
    token: string,
    work: (db: Database, found: Behind) => Promise<Answer>,
  ) => Promise<Answer>
  readonly admit: (request: FastifyRequest) => Promise<void>
}

export const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/** What is handed in is read, and written no more; nor is what is past its day. */
export function isOpen({ review }: Behind, now: string): boolean {
  const until = textOf(review.values, 'answer_until')
  return review.state === 'sent' && (until === null || until > now)
}
