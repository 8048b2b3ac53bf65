// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const keepers = { tag: 'reading', who: ['ciso'] } as const
const readers = {
  tag: 'reading',
  who: [
    'director',
    'supervisory_director',
    'ciso',
    'it_manager',
    'ot_engineer',
    'process_owner',
    'auditor',
    'consultant',
  ],
} as const
const mine = { tag: 'reading', who: 'signed-in' } as const
const open = { tag: 'reading', who: 'public' } as const

const day = z.iso.date()
const instant = z.iso.datetime()

/** A link that is told once: nobody keeps it but whoever gets it. */
const told = z.object({
  receipt: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  link: z.string(),
})

const reached = z.object({
  /** People who were asked by this, or reminded. */
  asked: z.number().int(),
  /** Asked before: nothing was done. */
  already: z.number().int(),
  /** By mail. */
  mailed: z.number().int(),
  /** Those who have an account see it there. */
  with_account: z.number().int(),
  /** For whom no mail goes out: to be handed over by hand. */
  links: z.array(told),
})

const receipt = z.object({
  receipt: z.uuid(),
  version: z.number().int(),
  person: z.uuid(),
  name: z.string(),
  state: z.enum(['asked', 'read', 'withdrawn']),
  asked_at: instant.nullable(),
  due_on: day.nullable(),
  read_at: instant.nullable(),
  confirmed_by: z.enum(['account', 'personal_link']).nullable(),
  has_account: z.boolean(),
  has_address: z.boolean(),
  link: z
    .object({
      state: z.enum(['open', 'expired', 'revoked']),
      made_at: instant,
      expires_at: instant,
      opened_at: instant.nullable(),
    })
    .nullable(),
})

/** What somebody who is asked to read is shown, and nothing else of the organisation. */
const text = z.object({
  receipt: z.uuid(),
  policy: z.string(),
  version: z.string(),
  summary: z.string().nullable(),
  changes: z.string().nullable(),
  /** Whole, when the document is plain text that is not too long. */
  text: z.string().nullable(),
  file: z.object({ name: z.string(), type: z.string(), bytes: z.number().int() }).nullable(),
  due_on: day.nullable(),
  read_at: instant.nullable(),
  /** A version that no longer holds is not confirmed any more. */
  is_in_force: z.boolean(),
})

const token = z.strictObject({ token: z.string().min(1).max(200) })
const confirmed = z.object({ read_at: instant })
const bytes = { media: ['application/octet-stream'] } as const

/** Who was asked to read which version of a policy, who did, and reading itself. */
export const readingRoutes = {
  askToRead: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/reading/requests',
    body: z.strictObject({
      version: z.uuid(),
      /** Own people by where they work, or exactly these. */
      audience: z.enum(['all', 'it', 'ot', 'office', 'board']).default('all'),
      persons: z.array(z.uuid()).min(1).max(1000).optional(),
      due_on: day.optional(),
      valid_days: z.number().int().min(1).max(180).default(30),
    }),
    answer: reached,
    statuses: [200],
  },
  remindToRead: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/reading/versions/{id}/reminders',
    body: z.strictObject({ valid_days: z.number().int().min(1).max(180).default(30) }),
    answer: reached,
    statuses: [200],
  },
  renewReadingLink: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/reading/receipts/{id}/link',
    body: z.strictObject({ valid_days: z.number().int().min(1).max(180).default(30) }),
    answer: told,
    statuses: [201],
  },
  revokeReadingLink: {
    ...keepers,
    method: 'DELETE',
    path: '/api/v1/reading/receipts/{id}/link',
    statuses: [204],
  },
  readersOfVersion: {
    ...keepers,
    who: ['ciso', 'director'],
    method: 'GET',
    path: '/api/v1/reading/versions/{id}',
    answer: z.object({ items: z.array(receipt), has_mail: z.boolean() }),
    statuses: [200],
  },
  readingCounts: {
    ...readers,
    method: 'GET',
    path: '/api/v1/reading/counts',
    answer: z.object({
      today: day,
      items: z.array(
        z.object({
          version: z.uuid(),
          /** The base: everybody who was asked and not let off. */
          asked: z.number().int(),
          read: z.number().int(),
          overdue: z.number().int(),
        }),
      ),
    }),
    statuses: [200],
  },
  myReading: {
    ...mine,
    method: 'GET',
    path: '/api/v1/reading/mine',
    answer: z.object({ items: z.array(text) }),
    statuses: [200],
  },
  confirmMyReading: {
    ...mine,
    method: 'POST',
    path: '/api/v1/reading/mine/{id}',
    answer: confirmed,
    statuses: [200],
  },
  myReadingFile: {
    ...mine,
    method: 'GET',
    path: '/api/v1/reading/mine/{id}/file',
    answer: bytes,
    statuses: [200],
  },
  openReadingLink: {
    ...open,
    method: 'POST',
    path: '/api/v1/reading/link',
    body: token,
    answer: z.object({
      ...text.shape,
      organisation: z.string(),
      name: z.string(),
      language: z.enum(['nl', 'en']).nullable(),
      expires_at: instant,
    }),
    statuses: [200],
  },
  confirmReadingLink: {
    ...open,
    method: 'POST',
    path: '/api/v1/reading/link/confirm',
    body: token,
    answer: confirmed,
    statuses: [200],
  },
  readingLinkFile: {
    ...open,
    method: 'POST',
    path: '/api/v1/reading/link/file',
    body: token,
    answer: bytes,
    statuses: [200],
  },
} as const satisfies Routes
