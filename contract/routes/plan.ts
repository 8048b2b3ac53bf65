// SPDX-License-Identifier: EUPL-1.2
import type { plan } from '@schouw/core/board'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const link = z.object({
  id: z.uuid(),
  language: z.enum(['nl', 'en']),
  made_at: z.iso.datetime(),
  /** When a calendar last asked; null: never. */
  used_at: z.iso.datetime().nullable(),
})

/** The work with its days and its money, and the same days in somebody's own calendar. */
export const planRoutes = {
  plan: {
    method: 'GET',
    path: '/api/v1/plan',
    tag: 'board',
    who: readers,
    /** A size of the log, a date or an instant. */
    query: z.object({ as_of: z.string().max(40).optional() }),
    answer: z.object({
      as_of: z.int().min(0),
      today: z.iso.date(),
      hidden: z.array(z.string()),
      plan: z.looseObject({}) as unknown as z.ZodType<plan.Plan>,
    }),
    statuses: [200],
  },
  /** The plan to take along: bars and tables on paper, tables for a spreadsheet. */
  exportPlan: {
    method: 'GET',
    path: '/api/v1/plan/export',
    tag: 'import and export',
    who: readers,
    query: z.strictObject({
      as_of: z.string().max(40).optional(),
      format: z.enum(['pdf', 'xlsx', 'csv']),
      language: z.enum(['nl', 'en']).optional(),
    }),
    answer: {
      media: [
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'text/csv',
      ],
    },
    statuses: [200],
  },
  /** Links to one's own days that still work. */
  listCalendarLinks: {
    method: 'GET',
    path: '/api/v1/calendar/links',
    tag: 'calendar',
    who: 'signed-in',
    answer: z.object({ items: z.array(link) }),
    statuses: [200],
  },
  /** The link is shown once; what is kept of it is a digest. */
  createCalendarLink: {
    method: 'POST',
    path: '/api/v1/calendar/links',
    tag: 'calendar',
    who: 'signed-in',
    body: z.strictObject({ language: z.enum(['nl', 'en']) }),
    answer: z.object({ ...link.shape, path: z.string() }),
    statuses: [201],
  },
  endCalendarLink: {
    method: 'DELETE',
    path: '/api/v1/calendar/links/{id}',
    tag: 'calendar',
    who: 'signed-in',
    statuses: [204],
  },
} as const satisfies Routes
