// SPDX-License-Identifier: EUPL-1.2
import type { AccessStanding, ReviewTable, SinceThen } from '@schouw/core/board/access'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { importBody } from './exchange.ts'
import { readers } from './readers.ts'

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
    who: readers,
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
  /** What a review is about, as it stood when it was listed, and what came of that since. */
  accessReview: {
    method: 'GET',
    path: '/api/v1/access/reviews/{id}',
    tag: 'access',
    who: readers,
    answer: z.object({
      id: z.uuid(),
      /** Size of the log at which the accounts were listed. */
      log_size: z.int(),
      lines: z.array(z.looseObject({}) as unknown as z.ZodType<ReviewTable['lines'][number]>),
      counts: z.looseObject({}) as unknown as z.ZodType<ReviewTable['counts']>,
      /** SHA-256 of the accounts as they stood then. */
      digest: z.string(),
      /** Whether that is the digest which was signed; null while nothing was. */
      holds: z.boolean().nullable(),
      since: z.array(z.looseObject({}) as unknown as z.ZodType<SinceThen>),
    }),
    statuses: [200],
  },
  /** Signs: the counts and the digest are made by the server, from the list as it stood. */
  signAccessReview: {
    method: 'POST',
    path: '/api/v1/access/reviews/{id}/signature',
    tag: 'access',
    who: ['director', 'ciso', 'it_manager', 'ot_engineer', 'process_owner'],
    body: z.strictObject({
      version: z.int().min(1),
      verdicts: z
        .array(
          z.strictObject({
            account: z.uuid(),
            verdict: z.enum(['keep', 'remove', 'change']),
            reason: z.string().max(500).optional(),
          }),
        )
        .min(1)
        .max(500),
    }),
    answer: z.object({ id: z.uuid(), version: z.int(), digest: z.string() }),
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
