// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

/** What is taken away does not come back by itself. */
const keepers = ['ciso', 'it_manager'] as const

const count = z.int().min(0)

const deletion = z.object({
  id: z.uuid(),
  document: z.string(),
  name: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** Why it went; of bytes that are kept, also why they stay. */
  reason: z.string(),
  is_kept: z.boolean(),
  /** Verdicts on devices and software that were retired with it. */
  matches: count,
  /** Files it was carried in with that hold other things too, and stay. */
  files_left: count,
  /** SHA-256 in hex; the bytes of those that are kept can be asked for. */
  revisions: z.array(
    z.object({ digest: z.string(), revision: z.string(), released_at: z.string() }),
  ),
  entry: z.int(),
  at: z.string(),
  by: z.string(),
})

const tag = 'vulnerabilities'
const path = '/api/v1/advisory-deletions'

/** Advisories that somebody took away: what they were and why stays, and is in the log. */
export const advisoryDeletionRoutes = {
  listAdvisoryDeletions: {
    method: 'GET',
    path,
    tag,
    who: readers,
    answer: z.object({ items: z.array(deletion) }),
    statuses: [200],
  },
  /** With all its revisions. What was decided on it stays; brought again it is there again. */
  deleteAdvisory: {
    method: 'POST',
    path,
    tag,
    who: keepers,
    body: z.strictObject({
      document: z.string().regex(/^[0-9a-f]{32}$/),
      reason: z.string().trim().min(1).max(2_000),
      /** Else the bytes go as well. */
      is_kept: z.boolean().default(false),
    }),
    answer: deletion,
    statuses: [201],
  },
} as const satisfies Routes
