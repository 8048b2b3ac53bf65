// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const keepers = { tag: 'report points', who: ['ciso'] } as const
const open = { tag: 'report points', who: 'public' } as const

const point = z.object({
  id: z.uuid(),
  name: z.string(),
  made_at: z.iso.datetime(),
  made_by: z.string(),
  ended_at: z.iso.datetime().nullable(),
})
const token = z.string().min(1).max(200)
const photo = z.strictObject({
  name: z.string().min(1).max(200),
  /** Base64 of a picture or a mail; at most 3 MiB of them in a report. */
  content: z.base64().max(4_194_304),
})

/** A place to tell what looked odd: one page behind a link, on a poster or a wall, for anybody. */
export const reportPointRoutes = {
  listReportPoints: {
    ...keepers,
    method: 'GET',
    path: '/api/v1/report-points',
    answer: z.object({ items: z.array(point) }),
    statuses: [200],
  },
  /** The link is told once. It is for everybody who works there: it opens one form and nothing else. */
  makeReportPoint: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/report-points',
    body: z.strictObject({ name: z.string().trim().min(1).max(120) }),
    answer: z.object({ ...point.shape, link: z.string() }),
    statuses: [201],
  },
  /** The poster with the link, as the answer that made it told it: nobody else has it. */
  printReportPoint: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/report-points/poster',
    body: z.strictObject({ token, language: z.enum(['nl', 'en']) }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
  endReportPoint: {
    ...keepers,
    method: 'DELETE',
    path: '/api/v1/report-points/{id}',
    statuses: [204],
  },
  openReportPoint: {
    ...open,
    method: 'POST',
    path: '/api/v1/report-point',
    body: z.strictObject({ token }),
    answer: z.object({
      organisation: z.string(),
      name: z.string(),
      language: z.enum(['nl', 'en']).nullable(),
    }),
    statuses: [200],
  },
  /** Anonymous unless a contact is given. The code is told once, to follow what became of it. */
  reportSomething: {
    ...open,
    method: 'POST',
    path: '/api/v1/report-point/reports',
    body: z.strictObject({
      token,
      what: z.string().trim().min(1).max(8000),
      where: z.string().trim().max(200).optional(),
      contact: z.string().trim().max(254).optional(),
      files: z.array(photo).max(3).default([]),
    }),
    // Four characters for three bytes, and the words around them.
    bodyBytes: 4_194_304 + 65_536,
    answer: z.object({ code: z.string() }),
    statuses: [201],
  },
  followReport: {
    ...open,
    method: 'POST',
    path: '/api/v1/report-point/follow',
    body: z.strictObject({ token, code: z.string().max(40) }),
    answer: z.object({
      at: z.iso.datetime(),
      /** `looked_at`: it became an incident, or is being handled; `closed`: nothing, or over. */
      state: z.enum(['received', 'looked_at', 'closed']),
      /** What the organisation says back; null while it said nothing. */
      feedback: z.string().nullable(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
