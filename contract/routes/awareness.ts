// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const heading = z.string().max(500).nullable()
const columns = z.strictObject({
  who: heading.optional(),
  sent: heading.optional(),
  opened: heading.optional(),
  clicked: heading.optional(),
  reported: heading.optional(),
  date: heading.optional(),
})

/** What a file with the results of a phishing simulation comes to; nobody is passed over in silence. */
export const awarenessRoutes = {
  readDrill: {
    method: 'POST',
    path: '/api/v1/awareness/{id}/results',
    tag: 'awareness',
    who: ['ciso', 'it_manager'],
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      csv: z.string().min(1).max(700_000),
      columns: columns.default({}),
      /** Only looks: nothing is written. */
      is_rehearsal: z.boolean().default(true),
    }),
    answer: z.object({
      head: z.array(z.string()),
      columns: z.record(z.string(), z.string().nullable()),
      delivered: z.number().int(),
      opened: z.number().int().nullable(),
      clicked: z.number().int().nullable(),
      reported: z.number().int().nullable(),
      not_sent: z.number().int(),
      /** People of the register; the rest is named below, and counted all the same. */
      known: z.number().int(),
      unknown: z.array(z.object({ line: z.number().int(), who: z.string() })),
      problems: z.array(
        z.object({
          line: z.number().int().nullable(),
          column: z.number().int().nullable(),
          expected: z.string(),
          found: z.string(),
        }),
      ),
      /** Results that were written or changed; null for a rehearsal. */
      written: z.number().int().nullable(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
