// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import type * as z from 'zod'
import {
  answerBody,
  declineBody,
  doneBody,
  historyBody,
  moveBody,
  pendingBody,
  proofBody,
  reasonBody,
} from './bodies.ts'
import type { KindSchemas } from './kind.ts'

type Action = 'read' | 'create' | 'change' | 'move' | 'retire' | 'approve'

/** What can be asked of every register, once for all of them. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH'
  /** Behind `/api/v1/{plural}`. */
  readonly path: '' | `/{id}${string}`
  /** What the person must be permitted at least. */
  readonly action: Action
  /** The version that the change was made on must be given in `If-Match`. */
  readonly isConditional: boolean
  /** Asks for a second factor that was shown a moment ago. */
  readonly isSensitive?: true
  readonly query: 'list' | 'one' | 'page' | 'none'
  readonly body: ((schemas: KindSchemas) => z.ZodType) | undefined
  readonly answer: (schemas: KindSchemas) => z.ZodType
  readonly statuses: readonly number[]
  /** False for a kind that knows no such thing. */
  readonly isFor?: (kind: RecordKind) => boolean
}

const reading = { method: 'GET', action: 'read', isConditional: false, body: undefined } as const
const acting = {
  method: 'POST',
  isConditional: true,
  query: 'none',
  answer: ({ record }: KindSchemas) => doneBody(record),
} as const

export const operations = {
  list: { ...reading, path: '', query: 'list', answer: ({ list }) => list, statuses: [200] },
  create: {
    ...acting,
    path: '',
    action: 'create',
    isConditional: false,
    body: ({ create }) => create,
    statuses: [201, 202],
  },
  get: { ...reading, path: '/{id}', query: 'one', answer: ({ record }) => record, statuses: [200] },
  change: {
    ...acting,
    method: 'PATCH',
    path: '/{id}',
    action: 'change',
    body: ({ change }) => change,
    statuses: [200, 202],
  },
  move: {
    ...acting,
    path: '/{id}/moves',
    action: 'move',
    body: () => moveBody,
    statuses: [200, 202],
    isFor: ({ lifecycle }) => lifecycle.transitions.length > 0,
  },
  retire: {
    ...acting,
    path: '/{id}/retire',
    action: 'retire',
    body: () => reasonBody,
    statuses: [200, 202],
  },
  reinstate: {
    ...acting,
    path: '/{id}/reinstate',
    action: 'retire',
    body: () => reasonBody,
    statuses: [200, 202],
  },
  approve: {
    ...acting,
    path: '/{id}/approve',
    action: 'approve',
    isConditional: false,
    isSensitive: true,
    body: () => answerBody,
    statuses: [200],
  },
  // Whoever asked may take it back without being able to approve; the core judges that.
  decline: {
    ...acting,
    path: '/{id}/decline',
    action: 'read',
    isConditional: false,
    body: () => declineBody,
    statuses: [200],
  },
  pending: {
    ...reading,
    path: '/{id}/pending',
    query: 'none',
    answer: () => pendingBody,
    statuses: [200],
  },
  history: {
    ...reading,
    path: '/{id}/history',
    query: 'page',
    answer: () => historyBody,
    statuses: [200],
  },
  proof: {
    ...reading,
    path: '/{id}/proof',
    query: 'none',
    answer: () => proofBody,
    statuses: [200],
  },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations
