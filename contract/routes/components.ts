// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const count = z.int().min(0)
const tag = 'vulnerabilities'

/** Software in devices, as far as lists of components say. */
export const componentRoutes = {
  listComponentsByDevice: {
    method: 'GET',
    path: '/api/v1/components',
    tag,
    who: readers,
    answer: z.object({
      items: z.array(
        z.object({
          asset: z.uuid(),
          title: z.string(),
          supplier: z.string().nullable(),
          all: count,
          affected: count,
          no_version: count,
          no_id: count,
          no_licence: count,
          /** Blind: nothing in it can be recognised, which is never good news. */
          verdict: z.enum(['affected', 'blind', 'partly', 'nothing_found']),
        }),
      ),
      licences: z.array(z.object({ licence: z.string().nullable(), count })),
      /** Devices in use of which nobody brought a list. */
      without: count,
    }),
    statuses: [200],
  },
  componentsOfDevice: {
    method: 'GET',
    path: '/api/v1/components/{id}',
    tag,
    who: readers,
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          version: z.string().nullable(),
          identifier: z.string().nullable(),
          licence: z.string().nullable(),
          part_of: z.uuid().nullable(),
          affected: count,
        }),
      ),
    }),
    statuses: [200],
  },
} as const satisfies Routes
