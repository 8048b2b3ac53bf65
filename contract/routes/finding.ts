// SPDX-License-Identifier: EUPL-1.2
import { kinds } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'

const kindNames = Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]]

/** As much of a record as it takes to name it. */
const named = z.object({
  id: z.uuid(),
  kind: z.enum(kindNames),
  /** Null when the reader may not see what it is called by. */
  title: z.string().nullable(),
  state: z.string(),
  isRetired: z.boolean(),
})

const finding = { tag: 'finding', who: 'signed-in', statuses: [200] } as const

/** Records found without knowing their register. */
export const findingRoutes = {
  /** What is referred to; what is not there or may not be read is left out. */
  names: {
    ...finding,
    method: 'POST',
    path: '/api/v1/names',
    body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
    answer: z.object({ items: z.array(named) }),
  },
  search: {
    ...finding,
    method: 'GET',
    path: '/api/v1/search',
    query: z.object({
      q: z.string().min(1).max(200),
      kind: z.enum(kindNames).optional(),
      limit: z.coerce.number().int().min(1).max(50).optional(),
    }),
    answer: z.object({ items: z.array(named) }),
  },
} as const satisfies Routes
