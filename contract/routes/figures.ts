// SPDX-License-Identifier: EUPL-1.2
import type { figures } from '@schouw/core/board'
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** What the board steers by: counted from the registers, now, on a day, or month by month. */
export const figureRoutes = {
  figures: {
    method: 'GET',
    path: '/api/v1/figures',
    tag: 'board',
    who: 'signed-in',
    /** A size of the log, a date or an instant. */
    query: z.object({ as_of: z.string().max(40).optional() }),
    answer: z.object({
      /** Size of the log it was counted from. */
      as_of: z.int().min(0),
      today: z.iso.date(),
      /** Registers that the reader may not see: what rests on them is unknown. */
      hidden: z.array(z.string()),
      figures: z.looseObject({}) as unknown as z.ZodType<figures.Figures>,
    }),
    statuses: [200],
  },
  /** The same figures at the ends of months past, as the registers stood then; oldest first. */
  figureHistory: {
    method: 'GET',
    path: '/api/v1/figures/history',
    tag: 'board',
    who: 'signed-in',
    query: z.object({
      months: z
        .string()
        .regex(/^([1-9]|1\d|2[0-4])$/)
        .optional(),
    }),
    answer: z.object({
      points: z.array(
        z.object({
          on: z.iso.date(),
          as_of: z.int().min(0),
          /** Null: not known then. */
          values: z.record(z.string(), z.number().nullable()),
        }),
      ),
    }),
    statuses: [200],
  },
} as const satisfies Routes
