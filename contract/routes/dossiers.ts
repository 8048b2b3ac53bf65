// SPDX-License-Identifier: EUPL-1.2
import { dossiers } from '@schouw/core/ledger'
import * as z from 'zod'
import type { Routes } from '../route.ts'

/** Everything that shows what was decided, in one file that anyone checks without us. */
export const dossierRoutes = {
  dossier: {
    method: 'GET',
    path: '/api/v1/dossier',
    tag: 'proof',
    who: ['director', 'ciso'],
    query: z.strictObject({
      scope: z.enum(dossiers.scopes),
      language: z.enum(['nl', 'en']),
      from: z.iso.date(),
      until: z.iso.date(),
      /** `1`: names of people are shown beside the numbers that stand for them. */
      names: z.literal('1').optional(),
      /** Registers, records or slots that are held back, with commas between. */
      withhold: z.string().max(2000).optional(),
    }),
    answer: { media: ['application/vnd.etsi.asic-e+zip'] },
    statuses: [200],
  },
} as const satisfies Routes
