// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** What a body gets before it meets, as an archival PDF. */
export const packRoutes = {
  boardPack: {
    method: 'GET',
    path: '/api/v1/board-pack',
    tag: 'board',
    who: ['director', 'supervisory_director', 'ciso', 'auditor'],
    query: z.strictObject({
      language: z.enum(['nl', 'en']),
      /** A size of the log: the pack is frozen there, and the same bytes for ever. */
      as_of: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
} as const satisfies Routes
