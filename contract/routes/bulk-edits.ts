// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** Everybody who may change something in a register. */
const makers = [
  'director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'consultant',
] as const

const act = z.union([
  /** Null clears the field. */
  z.strictObject({ field: z.string().min(1).max(64), value: z.unknown() }),
  z.strictObject({ to: z.string().min(1).max(64), reason: z.string().max(20_000).optional() }),
])

const asked = z.strictObject({
  register: z.string().min(1).max(100),
  /** Each at the version that was looked at, as `If-Match` names it for one. */
  rows: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
    .min(1)
    .max(500),
  act,
})

const row = z.object({
  id: z.uuid(),
  /** Null when what it is called may not be seen, or it is not there. */
  title: z.string().nullable(),
  outcome: z.enum(['changed', 'waiting', 'same', 'refused', 'undone', 'kept']),
  /** Of the record before; absent when it was not known. */
  from: z.unknown().optional(),
  errors: z.array(z.looseObject({ code: z.string() })),
})

const counts = z.object({
  changed: z.int(),
  waiting: z.int(),
  same: z.int(),
  refused: z.int(),
  undone: z.int(),
  kept: z.int(),
})

const told = z.object({ id: z.uuid(), rows: z.array(row), counts })

const shared = { tag: 'many at once', who: makers, statuses: [200] } as const

/** One field or state for many records: looked at first, done as one, taken back as one. */
export const bulkEditRoutes = {
  tryBulkEdit: {
    ...shared,
    method: 'POST',
    path: '/api/v1/bulk-edits/dry-run',
    body: asked,
    answer: z.object({ rows: z.array(row), counts }),
  },
  makeBulkEdit: {
    ...shared,
    method: 'POST',
    path: '/api/v1/bulk-edits',
    body: asked,
    answer: told,
  },
  listBulkEdits: {
    ...shared,
    method: 'GET',
    path: '/api/v1/bulk-edits',
    query: z.strictObject({ register: z.string().max(100) }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          act: z.object({ field: z.string().optional(), to: z.string().optional() }),
          counts,
          made: z.object({ at: z.iso.datetime(), by: z.string() }),
          undone_at: z.iso.datetime().nullable(),
        }),
      ),
    }),
  },
  undoBulkEdit: {
    ...shared,
    method: 'POST',
    path: '/api/v1/bulk-edits/{id}/undo',
    body: z.strictObject({ reason: z.string().trim().min(3).max(2_000) }),
    answer: told,
  },
} as const satisfies Routes
