// SPDX-License-Identifier: EUPL-1.2
import type { JointExercises } from '@schouw/core/board/exercises'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const tag = 'chain'
const instant = z.iso.datetime()
const as = <Of>() => z.looseObject({}) as unknown as z.ZodType<Of>

/** What happens with a supplier: what went wrong at theirs, and what was tried together. */
export const chainEventRoutes = {
  supplierEvents: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/events',
    tag,
    who: readers,
    answer: z.object({
      as_of: z.int().min(0),
      today: z.iso.date(),
      /** Registers that the reader may not see: what rests on them is unknown. */
      hidden: z.array(z.string()),
      incidents: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          type: z.string().nullable(),
          state: z.string(),
          noticed_at: instant.nullable(),
          /** The moment from which clocks run; null while nobody has decided on one. */
          aware_at: instant.nullable(),
          /** The supplier told it behind its own link. */
          is_from_supplier: z.boolean(),
        }),
      ),
      joint: as<JointExercises>(),
    }),
    statuses: [200],
  },
  /** What a supplier told us, by mail or telephone: an incident, with our clock from the moment a person says. */
  recordSupplierNotice: {
    method: 'POST',
    path: '/api/v1/chain/suppliers/{id}/notices',
    tag,
    who: ['ciso', 'it_manager', 'ot_engineer'],
    body: z.strictObject({
      is: z.enum(['incident', 'near_miss']),
      told: z.string().trim().min(1).max(8000),
      received_at: instant,
      /** Absent: no clock runs until somebody says when we became aware. */
      aware_at: instant.optional(),
    }),
    answer: z.object({ incident: z.uuid(), is_clock_running: z.boolean() }),
    statuses: [201],
  },
} as const satisfies Routes
