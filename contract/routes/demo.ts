// SPDX-License-Identifier: EUPL-1.2
import { roles } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { secretText, sessionBody } from './identity-shapes.ts'

const door = { method: 'POST', tag: 'demo', who: 'public' } as const

/**
 * Ways into the example factory, for whoever holds the link that `schouw demo` printed. Not among
 * the routes of a server: only the demonstration serves them.
 */
export const demoRoutes = {
  demoPeople: {
    ...door,
    path: '/api/v1/demo/people',
    body: z.strictObject({ token: secretText }),
    answer: z.object({
      items: z.array(z.object({ account: z.uuid(), name: z.string(), role: z.enum(roles) })),
    }),
    statuses: [200],
  },
  demoEnter: {
    ...door,
    path: '/api/v1/demo/enter',
    /** Without an account: as the CISO. */
    body: z.strictObject({ token: secretText, account: z.uuid().optional() }),
    answer: sessionBody,
    statuses: [200],
  },
} as const satisfies Routes

export type DemoPeople = z.infer<typeof demoRoutes.demoPeople.answer>
