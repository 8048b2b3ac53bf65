// SPDX-License-Identifier: EUPL-1.2
import { type Crisis, packReaders } from '@schouw/core/board/crisis'
import type { Drill, Exercises } from '@schouw/core/board/exercises'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const read = {
  as_of: z.int().min(0),
  today: z.iso.date(),
  /** Registers that the reader may not see: what rests on them is missing. */
  hidden: z.array(z.string()),
}

/** What lies ready for a crisis, and what is practised before one. */
export const crisisRoutes = {
  crisis: {
    method: 'GET',
    path: '/api/v1/crisis',
    tag: 'crisis',
    who: readers,
    answer: z.object({
      ...read,
      crisis: z.looseObject({}) as unknown as z.ZodType<Crisis>,
    }),
    statuses: [200],
  },
  /** The emergency pack on paper. The same registers give the same bytes. */
  crisisPack: {
    method: 'GET',
    path: '/api/v1/crisis/pack',
    tag: 'crisis',
    who: packReaders,
    query: z.strictObject({ language: z.enum(['nl', 'en']) }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
  /** The yearly duty, what was exercised and with whom, and scenarios of one's own to exercise. */
  drills: {
    method: 'GET',
    path: '/api/v1/drills',
    tag: 'crisis',
    who: readers,
    answer: z.object({
      ...read,
      exercises: z.looseObject({}) as unknown as z.ZodType<Exercises>,
    }),
    statuses: [200],
  },
  /** The exercise that an incident is the room of: what came in, and for who leads it what will. */
  incidentDrill: {
    method: 'GET',
    path: '/api/v1/incidents/{id}/drill',
    tag: 'crisis',
    who: readers,
    answer: z.object({
      now: z.iso.datetime(),
      drill: z.looseObject({}) as unknown as z.ZodType<Drill>,
    }),
    statuses: [200],
  },
} as const satisfies Routes
