// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** Work in the background that somebody asked for. */
export const jobRun = z.object({
  id: z.uuid(),
  name: z.string(),
  asked_by: z.string(),
  asked_at: z.iso.datetime(),
  state: z.enum(['waiting', 'active', 'done', 'failed', 'cancelled']),
  /** It is to stop and has not yet. */
  is_cancel_asked: z.boolean(),
  /** In steps of its own; null until it says how far it is. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  started_at: z.iso.datetime().nullable(),
  finished_at: z.iso.datetime().nullable(),
})

/** Counts and ages. Null is not known, which is not zero. */
export const health = z.object({
  jobs: z
    .object({
      waiting: z.int(),
      active: z.int(),
      given_up: z.int(),
      oldest_seconds: z.int(),
    })
    .nullable(),
  mail: z
    .object({
      /** `unknown` until something was sent since the start. */
      state: z.enum(['off', 'unknown', 'ok', 'away']),
      /** Of the last failure, while it is away. */
      code: z.string().nullable(),
      waiting: z.int(),
      oldest_seconds: z.int(),
      failed_this_week: z.int(),
    })
    .nullable(),
})

const mine = { tag: 'jobs', who: 'signed-in', answer: jobRun } as const

/** For whoever asked for the job, and the CISO. */
export const jobRoutes = {
  getJob: { ...mine, method: 'GET', path: '/api/v1/jobs/{id}', statuses: [200] },
  cancelJob: { ...mine, method: 'POST', path: '/api/v1/jobs/{id}/cancel', statuses: [200] },
  getHealth: {
    method: 'GET',
    path: '/api/v1/health',
    tag: 'jobs',
    who: ['ciso', 'it_manager'],
    answer: health,
    statuses: [200],
  },
} as const satisfies Routes
