// SPDX-License-Identifier: EUPL-1.2
import type { AccessStanding } from '@schouw/core/board/access'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { importBody } from './exchange.ts'

const problem = z.object({
  line: z.int().nullable(),
  column: z.int().nullable(),
  expected: z.string(),
  found: z.string(),
})

/** Who can sign in where: what exports tell, beside the register of people. */
export const accessRoutes = {
  access: {
    method: 'GET',
    path: '/api/v1/access',
    tag: 'access',
    who: [
      'director',
      'supervisory_director',
      'ciso',
      'it_manager',
      'ot_engineer',
      'auditor',
      'consultant',
      'process_owner',
    ],
    query: z.strictObject({
      /** Days without a sign-in after which an account is unused. */
      stale_days: z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .optional(),
    }),
    answer: z.object({
      /** Size of the log it was made from. */
      as_of: z.int().min(0),
      today: z.iso.date(),
      stale_days: z.int(),
      standing: z.looseObject({}) as unknown as z.ZodType<AccessStanding>,
    }),
    statuses: [200],
  },
  /** An export as it came: read into a table of accounts, which is then an import like any other. */
  uploadAccounts: {
    method: 'POST',
    path: '/api/v1/access/exports',
    tag: 'access',
    who: ['ciso', 'it_manager', 'ot_engineer', 'consultant'],
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u),
      /** Of the directory or machine, where the file does not say. */
      system: z.string().trim().min(1).max(200),
      exported_on: z.iso.date(),
      language: z.enum(['nl', 'en']).default('nl'),
    }),
    body: { media: ['text/csv', 'application/octet-stream'] },
    answer: z.object({
      format: z.string(),
      rows: z.int(),
      problems: z.array(problem),
      import: importBody,
    }),
    statuses: [201],
  },
} as const satisfies Routes
