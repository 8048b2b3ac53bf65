// SPDX-License-Identifier: EUPL-1.2
import type { losses, Ref } from '@schouw/core/board'
import type { LossInput, LossResult } from '@schouw/core/risk'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const asked = z.object({
  /** A size of the log, a date or an instant. */
  as_of: z.string().max(40).optional(),
  /**
   * `off`, `chosen` (the default: those chosen or done), `all`, or ids of treatments with commas
   * between them.
   */
  treatments: z.string().max(40_000).optional(),
  /** Of one site, process or risk by its id; of everything when absent. */
  of: z.uuid().optional(),
  /** Simulated; 100,000 when absent. */
  years: z.coerce.number().int().min(1).max(1_000_000).optional(),
  seed: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
})

const moment = {
  /** Size of the log it was made from. */
  as_of: z.int().min(0),
  /** The day it was for the organisation. */
  today: z.iso.date(),
  /** Registers that the reader may not see: what rests on them is missing. */
  hidden: z.array(z.string()),
}

/** What risks cost a year, from the registers as they stand or stood. */
export const riskRoutes = {
  riskInput: {
    method: 'GET',
    path: '/api/v1/risk/input',
    tag: 'risk',
    who: readers,
    query: asked,
    /** What `schouw simulate` takes, as it is: the same figures come out of both. */
    answer: z.looseObject({}) as unknown as z.ZodType<LossInput>,
    statuses: [200],
  },
  riskCurve: {
    method: 'GET',
    path: '/api/v1/risk/curve',
    tag: 'risk',
    who: readers,
    query: asked,
    answer: z.object({
      ...moment,
      book: z.looseObject({}) as unknown as z.ZodType<losses.LossBook>,
      /** Ids of the treatments that count in it. */
      treatments: z.array(z.string()),
      /**
       * `running`: ask again for the rest; a run that nobody asks for any more is ended. `nothing`:
       * no risk has both estimates, and that is no loss of nothing. `stopped`: somebody stopped it
       * among the work under way; asked again after some seconds it begins anew.
       */
      state: z.enum(['done', 'running', 'nothing', 'stopped']),
      /** Blocks of years. */
      progress: z.object({ done: z.int().min(0), of: z.int().min(0) }).nullable(),
      result: z.looseObject({}).nullable() as unknown as z.ZodType<LossResult | null>,
      /** Null while the board has named no amount. */
      appetite: z.looseObject({}).nullable() as unknown as z.ZodType<losses.AgainstAppetite | null>,
    }),
    statuses: [200],
  },
  /** Drafts of risks with their grounds, from hazards, findings and restore tests. */
  riskProposals: {
    method: 'GET',
    path: '/api/v1/risk/proposals',
    tag: 'risk',
    who: readers,
    query: asked.pick({ as_of: true }),
    answer: z.object({
      ...moment,
      proposals: z.array(z.looseObject({ key: z.string() })) as unknown as z.ZodType<
        losses.Proposed['proposals']
      >,
      checks: z.array(z.looseObject({ code: z.string() })) as unknown as z.ZodType<
        losses.Proposed['checks']
      >,
    }),
    statuses: [200],
  },
  riskTrail: {
    method: 'GET',
    path: '/api/v1/risk/trail/{id}',
    tag: 'risk',
    who: readers,
    query: asked.pick({ as_of: true }),
    answer: z.object({
      ...moment,
      trail: z.looseObject({ risk: z.looseObject({}) }) as unknown as z.ZodType<
        losses.Trail & { readonly risk: Ref }
      >,
    }),
    statuses: [200],
  },
} as const satisfies Routes
