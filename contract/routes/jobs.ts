// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const jobNames = [
  'advisories-import',
  'advisories-match',
  'advisories-fetch',
  'import-judge',
  'import-write',
  'import-undo',
  'export',
  'simulation',
  'source',
  'first-state',
  'other',
] as const

/** Work that takes a while and that somebody asked for, whoever does it. */
export const jobRun = z.object({
  id: z.uuid(),
  /** What is done. */
  name: z.enum(jobNames),
  /** A register by its plural, or a file by its name; null where it is about everything. */
  about: z.object({ register: z.string().nullable(), file: z.string().nullable() }).nullable(),
  asked_by: z.string(),
  asked_at: z.iso.datetime(),
  /** `lost`: its server has ended, and nothing goes on. */
  state: z.enum(['waiting', 'active', 'done', 'failed', 'cancelled', 'lost']),
  can_cancel: z.boolean(),
  /** It is to stop and has not yet. */
  is_cancel_asked: z.boolean(),
  /**
   * What stays when it is cancelled: nothing; what is written by then, which can be taken back as
   * one; or what is done by then.
   */
  leaves: z.enum(['nothing', 'undoable', 'done']),
  /** Counted; null until it says how far it is. A total that nobody knows beforehand is null. */
  progress: z
    .object({
      done: z.int(),
      total: z.int().nullable(),
      of: z.enum(['documents', 'devices', 'rows', 'records', 'years']),
    })
    .nullable(),
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
  /** What goes on now, then what ended last. */
  listJobs: {
    ...mine,
    method: 'GET',
    path: '/api/v1/jobs',
    answer: z.object({ items: z.array(jobRun) }),
    statuses: [200],
  },
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
