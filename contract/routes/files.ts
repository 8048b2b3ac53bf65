// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What is on record of a file. */
export const storedFile = z.object({
  /** Of its bytes; also what the registers call it by. */
  sha256,
  bytes: z.int().nullable(),
  /** By what the bytes are, not by what was claimed. */
  type: z.string().nullable(),
  /**
   * `quarantined`: kept, and not handed out until somebody has looked. `absent`: a record names it
   * and its bytes were never brought here.
   */
  state: z.enum(['stored', 'quarantined', 'absent', 'leaving', 'erased']),
  /** Why it is or was kept apart. */
  doubts: z.array(z.string()),
  name: z.string().nullable(),
  claimed_type: z.string().nullable(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  released: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})

const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}/\\]+$/u)

/** Everybody who may put a file into a register. */
const bringers = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'employee',
  'supplier',
  'consultant',
] as const

export const fileRoutes = {
  uploadFile: {
    method: 'POST',
    path: '/api/v1/files',
    tag: 'files',
    who: bringers,
    query: z.strictObject({ name: name.optional() }),
    body: { media: ['application/octet-stream', '*/*'] },
    answer: storedFile,
    statuses: [201],
  },
  listFiles: {
    method: 'GET',
    path: '/api/v1/files',
    tag: 'files',
    who: bringers,
    query: z.strictObject({
      state: z.enum(['stored', 'quarantined']).optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
      cursor: z.string().max(500).optional(),
    }),
    answer: z.object({ items: z.array(storedFile), next: z.string().nullable() }),
    statuses: [200],
  },
  getFile: {
    method: 'GET',
    path: '/api/v1/files/{digest}',
    tag: 'files',
    who: 'signed-in',
    answer: storedFile,
    statuses: [200],
  },
  getFileContent: {
    method: 'GET',
    path: '/api/v1/files/{digest}/content',
    tag: 'files',
    who: 'signed-in',
    query: z.strictObject({
      name: name.optional(),
      /** The CISO says to know that the file is in quarantine, and looks at it all the same. */
      quarantined: z.literal('accept').optional(),
    }),
    answer: { media: ['application/octet-stream'] },
    statuses: [200, 206],
  },
  releaseFile: {
    method: 'POST',
    path: '/api/v1/files/{digest}/release',
    tag: 'files',
    who: ['ciso'],
    isSensitive: true,
    body: z.strictObject({ reason: z.string().trim().min(3).max(2_000) }),
    answer: storedFile,
    statuses: [200],
  },
} as const satisfies Routes
