// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** What the registers come to for whoever is answerable, now or as they stood on a day. */
export const standingRoutes = {
  standing: {
    method: 'GET',
    path: '/api/v1/standing',
    tag: 'board',
    who: 'signed-in',
    /** A size of the log, a date or an instant. */
    query: z.object({ as_of: z.string().max(40).optional() }),
    answer: z.object({
      /** Size of the log it was made from. */
      as_of: z.int().min(0),
      /** The day it was for the organisation. */
      today: z.iso.date(),
      /** Registers that the reader may not see, or not whole: what rests on them is missing. */
      hidden: z.array(z.string()),
      standing: z.looseObject({}) as unknown as z.ZodType<Standing>,
    }),
    statuses: [200],
  },
} as const satisfies Routes
