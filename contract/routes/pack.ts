// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const overseers = ['director', 'supervisory_director', 'ciso', 'auditor'] as const
const language = z.enum(['nl', 'en'])
/** A size of the log, or a day: as it stood at the end of it. */
const moment = z
  .string()
  .regex(/^(\d{1,15}|\d{4}-\d{2}-\d{2})$/)
  .optional()

const cell = z.object({ text: z.string(), tone: z.string().optional() })
const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    text: z.string(),
    tone: z.string().optional(),
  }),
  z.object({ kind: z.literal('text'), text: z.string(), tone: z.string().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('picture'),
    svg: z.string(),
    alt: z.string(),
    widthMm: z.number(),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    heads: z.array(z.string()),
    widths: z.array(z.number()),
    aligns: z.array(z.enum(['left', 'right'])),
    rows: z.array(z.array(cell)),
  }),
  z.object({ kind: z.literal('page') }),
])

/** What a body gets before it meets, as an archival PDF. */
export const packRoutes = {
  boardPack: {
    method: 'GET',
    path: '/api/v1/board-pack',
    tag: 'board',
    who: overseers,
    query: z.strictObject({
      language,
      /** A size of the log: the pack is frozen there, and the same bytes for ever. */
      as_of: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
  /** A paper as a file: the pack, what an insurer asks, a review, one’s own file. */
  paperFile: {
    method: 'GET',
    path: '/api/v1/papers/{paper}/file',
    tag: 'board',
    who: overseers,
    query: z.strictObject({ language, as_of: moment, form: z.enum(['pdf', 'xlsx', 'pptx']) }),
    answer: {
      media: [
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      ],
    },
    statuses: [200],
  },
  /** The same paper for a screen. */
  paper: {
    method: 'GET',
    path: '/api/v1/papers/{paper}',
    tag: 'board',
    who: overseers,
    query: z.strictObject({ language, as_of: moment }),
    answer: z.object({
      title: z.string(),
      organisation: z.string(),
      kind: z.string(),
      asOf: z.string(),
      blocks: z.array(block),
    }),
    statuses: [200],
  },
  /** The minutes of a meeting as they stand: made again until they are adopted. */
  minutes: {
    method: 'GET',
    path: '/api/v1/minutes/{meeting}',
    tag: 'board',
    who: overseers,
    query: z.strictObject({ language }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
} as const satisfies Routes
