// SPDX-License-Identifier: EUPL-1.2
import type { Continuity } from '@schouw/core/board/continuity'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const outcome = z.enum(['passed', 'partly', 'failed'])

/** What may stand still how long, against what was measured; copies, tests and their reports. */
export const continuityRoutes = {
  continuity: {
    method: 'GET',
    path: '/api/v1/continuity',
    tag: 'continuity',
    who: readers,
    query: z.strictObject({ as_of: z.string().max(40).optional() }),
    answer: z.object({
      as_of: z.int().min(0),
      now: z.iso.datetime(),
      today: z.iso.date(),
      /** Registers that the reader may not see: what rests on them is missing. */
      hidden: z.array(z.string()),
      continuity: z.looseObject({}) as unknown as z.ZodType<Continuity>,
    }),
    statuses: [200],
  },
  /** What backup software reports of its runs, held against the register of copies. */
  readBackupReports: {
    method: 'POST',
    path: '/api/v1/continuity/backup-reports',
    tag: 'continuity',
    who: ['ciso', 'it_manager', 'ot_engineer'],
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      text: z.string().min(1).max(700_000),
      /** Only looks: nothing is written. */
      is_rehearsal: z.boolean().default(true),
    }),
    answer: z.object({
      format: z.enum(['table', 'restic', 'borg']).nullable(),
      runs: z.int().min(0),
      unfinished: z.int().min(0),
      copies: z.array(
        z.object({
          backup: z.uuid(),
          name: z.string(),
          job: z.string(),
          runs: z.int(),
          failed: z.int(),
          last_outcome: outcome,
          last_ended_at: z.iso.datetime(),
          is_new: z.boolean(),
        }),
      ),
      unknown: z.array(z.object({ job: z.string(), runs: z.int() })),
      ambiguous: z.array(z.string()),
      problems: z.array(
        z.object({
          line: z.int().nullable(),
          column: z.int().nullable(),
          expected: z.string(),
          found: z.string(),
        }),
      ),
      /** Copies that were changed; null for a rehearsal. */
      written: z.int().nullable(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
