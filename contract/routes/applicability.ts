// SPDX-License-Identifier: EUPL-1.2
import type { applicability } from '@schouw/core/board'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const query = {
  /** A standard that we have numbers of, or the id of a framework of one's own; ours when absent. */
  framework: z.string().max(60).optional(),
  language: z.enum(['nl', 'en']).optional(),
}

/** What applies of a framework and what does not, with the reason, and where each of it stands. */
export const applicabilityRoutes = {
  applicability: {
    method: 'GET',
    path: '/api/v1/applicability',
    tag: 'board',
    who: readers,
    query: z.strictObject(query),
    answer: z.object({
      as_of: z.int().min(0),
      today: z.iso.date(),
      /** Null: our own requirements. */
      framework: z.string().nullable(),
      title: z.string().nullable(),
      /** What the requirements stand under; each names its own parent. */
      groups: z.array(
        z.object({
          node: z.string(),
          parent: z.string().nullable(),
          ref: z.string(),
          title: z.string().nullable(),
        }),
      ),
      items: z.array(z.looseObject({}) as unknown as z.ZodType<applicability.ApplicabilityRow>),
    }),
    statuses: [200],
  },
  exportApplicability: {
    method: 'GET',
    path: '/api/v1/applicability/export',
    tag: 'import and export',
    who: readers,
    query: z.strictObject({ ...query, format: z.enum(['csv', 'xlsx']) }),
    answer: {
      media: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    },
    statuses: [200],
  },
} as const satisfies Routes
