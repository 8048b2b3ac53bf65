// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const speakers = [
  'director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'consultant',
] as const
const instant = z.iso.datetime()

export const noticeKinds = [
  'mention',
  'decision_waits',
  'act_waits',
  'action_assigned',
  'action_due',
  'action_overdue',
  'finding_assigned',
  'policy_to_read',
  'sensor_silent',
  'sensor_two_senders',
] as const

const notice = z.object({
  /** The same thing for the same reason has the same key; another day is another notice. */
  key: z.string(),
  kind: z.enum(noticeKinds),
  at: instant,
  subject: z.object({ kind: z.string(), id: z.uuid(), title: z.string().nullable() }),
  /** Who did it; null when it came by itself. */
  by: z.uuid().nullable(),
  text: z.string().nullable(),
  due_on: z.iso.date().nullable(),
  is_read: z.boolean(),
})

const settings = z.strictObject({
  digest: z.enum(['none', 'daily', 'weekly']),
  language: z.enum(['nl', 'en']),
})

const comment = z.object({
  id: z.uuid(),
  version: z.number().int(),
  author: z.uuid(),
  said_at: instant,
  /** Null when it was taken back: that it was said stays. */
  text: z.string().nullable(),
  mentions: z.array(z.uuid()),
  retracted: z.object({ at: instant, by: z.string() }).nullable(),
})

/** What is said about records, and what somebody is to know of. */
export const noticeRoutes = {
  commentsOn: {
    method: 'GET',
    path: '/api/v1/records/{id}/comments',
    tag: 'comments',
    who: readers,
    answer: z.object({ items: z.array(comment) }),
    statuses: [200],
  },
  commentOn: {
    method: 'POST',
    path: '/api/v1/records/{id}/comments',
    tag: 'comments',
    who: speakers,
    body: z.strictObject({
      text: z.string().trim().min(1).max(10_000),
      mentions: z.array(z.uuid()).max(50).default([]),
    }),
    answer: z.object({ id: z.uuid() }),
    statuses: [201],
  },
  mentionable: {
    method: 'GET',
    path: '/api/v1/notices/people',
    tag: 'comments',
    who: readers,
    answer: z.object({ items: z.array(z.object({ person: z.uuid(), name: z.string() })) }),
    statuses: [200],
  },
  myNotices: {
    method: 'GET',
    path: '/api/v1/notices',
    tag: 'notices',
    who: 'signed-in',
    answer: z.object({ items: z.array(notice), unread: z.number().int(), settings }),
    statuses: [200],
  },
  readNotices: {
    method: 'POST',
    path: '/api/v1/notices/read',
    tag: 'notices',
    who: 'signed-in',
    body: z.strictObject({ keys: z.array(z.string().min(1).max(200)).min(1).max(500) }),
    statuses: [204],
  },
  noticeSettings: {
    method: 'PUT',
    path: '/api/v1/notices/settings',
    tag: 'notices',
    who: 'signed-in',
    body: settings,
    statuses: [204],
  },
} as const satisfies Routes
