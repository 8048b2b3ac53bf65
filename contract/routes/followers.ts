// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const name = z.string().trim().min(1).max(120)

const follower = z.object({
  id: z.uuid(),
  name: z.string(),
  made_at: z.iso.datetime(),
  made_by: z.string(),
  /** Null: until it is ended. */
  until: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
})

const keepers = { tag: 'log', who: ['ciso'] } as const

/** Links under which tools without an account follow the log. */
export const followerRoutes = {
  listFollowers: {
    ...keepers,
    method: 'GET',
    path: '/api/v1/log/followers',
    answer: z.object({ items: z.array(follower) }),
    statuses: [200],
  },
  createFollower: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/log/followers',
    isSensitive: true,
    body: z.strictObject({ name, until: z.iso.datetime().nullable().default(null) }),
    answer: z.object({
      ...follower.shape,
      /** What stands before `/checkpoint` and `/tile/…`; told this once. */
      prefix: z.string(),
      /** Verifier keys of the log, as C2SP writes them. */
      keys: z.array(z.string()),
    }),
    statuses: [201],
  },
  endFollower: {
    ...keepers,
    method: 'DELETE',
    path: '/api/v1/log/followers/{id}',
    statuses: [204],
  },
} as const satisfies Routes
