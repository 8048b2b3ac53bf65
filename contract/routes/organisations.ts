// SPDX-License-Identifier: EUPL-1.2

import type { Worst } from '@schouw/core/board/worst'
import { roles } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** For whoever looks after several organisations. */
export const organisationRoutes = {
  /** Every organisation of the account, each as the person may see it there. */
  organisations: {
    method: 'GET',
    path: '/api/v1/account/organisations',
    tag: 'account',
    who: 'account',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          roles: z.array(z.enum(roles)),
          /** Null when the roles there do not see what it would be made from. */
          standing: z
            .object({
              /** Sections below the level of the board; null while it has set none. */
              below: z.int().nullable(),
              contradicted: z.int(),
              not_measured: z.int(),
              open_incidents: z.int(),
              late_actions: z.int(),
              worst: z.looseObject({}).nullable() as unknown as z.ZodType<Worst | null>,
            })
            .nullable(),
        }),
      ),
      /** There are more than are told. */
      is_cut: z.boolean(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
