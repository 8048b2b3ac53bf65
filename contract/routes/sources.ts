// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const counts = z.record(z.string(), z.int())

const problem = z.object({
  path: z.string(),
  line: z.int().nullable(),
  expected: z.string(),
  found: z.string(),
})

/** What the folder of a nulmeting came to, or would come to. */
export const firstStateBody = z.object({
  made: counts,
  waiting: counts,
  refused: z.array(
    z.object({
      kind: z.string(),
      source: z.string(),
      code: z.string(),
      path: z.string().nullable(),
    }),
  ),
  left_out: z.array(z.object({ source: z.string(), code: z.string(), found: z.string() })),
  problems: z.array(problem),
  result_sha256: z.string(),
  /** Index in the log; null when nothing was written. */
  entry: z.int().nullable(),
})

export const sourceRoutes = {
  importFirstState: {
    method: 'POST',
    path: '/api/v1/first-state',
    tag: 'sources',
    who: ['ciso'],
    query: z.strictObject({
      name: z.string().min(1).max(255).optional(),
      dry_run: z.enum(['true', 'false']).optional(),
      language: z.enum(['nl', 'en']).optional(),
    }),
    body: { media: ['application/zip', 'application/json', '*/*'] },
    answer: firstStateBody,
    statuses: [200, 201],
  },
} as const satisfies Routes
