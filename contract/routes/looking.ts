// SPDX-License-Identifier: EUPL-1.2
import { type KindName, kinds } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'

const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]
const register = z.string().min(1).max(100)

const view = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The query of the page of the register. */
  address: z.string(),
  is_shared: z.boolean(),
  made: z.object({ at: z.iso.datetime(), by: z.string() }),
})

const looking = { tag: 'looking', who: 'signed-in', statuses: [200] } as const

/** How registers are looked at: kept views, what changed between two days, what refers to what. */
export const lookingRoutes = {
  /** One's own, and those that others share. */
  listViews: {
    ...looking,
    method: 'GET',
    path: '/api/v1/views',
    query: z.strictObject({ register }),
    answer: z.object({ items: z.array(view) }),
  },
  keepView: {
    ...looking,
    method: 'POST',
    path: '/api/v1/views',
    body: z.strictObject({
      register,
      name: z.string().trim().min(1).max(60),
      address: z.string().max(2_000),
      is_shared: z.boolean().default(false),
    }),
    answer: view,
    statuses: [201],
  },
  /** One's own; a shared one the CISO may take away too. */
  forgetView: {
    ...looking,
    method: 'DELETE',
    path: '/api/v1/views/{id}',
    statuses: [204],
  },
  differences: {
    ...looking,
    method: 'GET',
    path: '/api/v1/differences/{register}',
    query: z.strictObject({
      /** Sizes of the log, dates or instants. */
      from: z.string().min(1).max(40),
      to: z.string().min(1).max(40),
      after: z.uuid().optional(),
    }),
    answer: z.object({
      from: z.int().min(0),
      to: z.int().min(0),
      items: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          change: z.enum(['new', 'gone', 'changed']),
          state: z.object({ from: z.string(), to: z.string() }).nullable(),
          fields: z.array(
            z.object({
              field: z.string(),
              from: z.unknown().optional(),
              to: z.unknown().optional(),
            }),
          ),
        }),
      ),
      next: z.uuid().nullable(),
    }),
  },
  /** Records that name this one in one of their fields. */
  links: {
    ...looking,
    method: 'GET',
    path: '/api/v1/links/{id}',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          kind: z.enum(kindNames),
          field: z.string(),
          title: z.string().nullable(),
          state: z.string(),
          isRetired: z.boolean(),
        }),
      ),
      is_cut: z.boolean(),
    }),
  },
} as const satisfies Routes
