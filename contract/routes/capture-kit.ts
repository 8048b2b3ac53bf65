// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

export const captureKitRoutes = {
  /** How to record a plant safely, on paper (PDF/A-3a). */
  captureKit: {
    method: 'GET',
    path: '/api/v1/capture-kit',
    tag: 'network',
    who: readers,
    query: z.strictObject({ language: z.enum(['nl', 'en']) }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
} as const satisfies Routes
