// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '@schouw/core/board'
import { type KindName, kinds } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'

const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]

/** What the registers come to for whoever is answerable, now or as they stood on a day. */
export const standingRoutes = {
  standing: {
    method: 'GET',
    path: '/api/v1/standing',
    tag: 'board',
    who: 'signed-in',
    /** A size of the log, a date or an instant. */
    query: z.object({ as_of: z.string().max(40).optional() }),
    answer: z.object({
      /** Size of the log it was made from. */
      as_of: z.int().min(0),
      /** The day it was for the organisation. */
      today: z.iso.date(),
      /** Registers that the reader may not see, or not whole: what rests on them is missing. */
      hidden: z.array(z.string()),
      standing: z.looseObject({}) as unknown as z.ZodType<Standing>,
    }),
    statuses: [200],
  },
  /** What comes into force on the word of the board alone, was asked for, and has not got that word. */
  pendingForBoard: {
    method: 'GET',
    path: '/api/v1/pending/board',
    tag: 'board',
    who: 'signed-in',
    answer: z.object({
      items: z.array(
        z.object({
          pending: z.uuid(),
          kind: z.enum(kindNames),
          id: z.uuid(),
          title: z.string(),
          to: z.string().nullable(),
          asked: z.object({ at: z.iso.datetime(), by: z.uuid() }),
          because: z.enum([
            'board-not-asked',
            'board-not-decided',
            'board-rejected',
            'board-changed',
            'delegation-over',
          ]),
          /** A question about it that is written or on the table; null where there is none. */
          decision: z.uuid().nullable(),
        }),
      ),
    }),
    statuses: [200],
  },
  /** Acts of others that wait for somebody like the caller, the longest waiting first. */
  pendingForMe: {
    method: 'GET',
    path: '/api/v1/pending',
    tag: 'board',
    who: 'signed-in',
    answer: z.object({
      items: z.array(
        z.object({
          pending: z.uuid(),
          kind: z.enum(kindNames),
          id: z.uuid(),
          /** What is asked: `create`, `change`, `move`, `retire`, `reinstate` or `erase`. */
          action: z.string(),
          /** The state that is asked for, of a move. */
          to: z.string().nullable(),
          reason: z.string().nullable(),
          /** Of a record that is to come: what it would be named by. Empty for one that stands. */
          named_by: z.record(z.string(), z.unknown()),
          /** As it stands; 0 for one that is to come. */
          version: z.int().min(0),
          asked: z.object({ at: z.iso.datetime(), by: z.uuid() }),
          fields: z.array(z.string()),
        }),
      ),
      /** More wait than are told. */
      is_cut: z.boolean(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
