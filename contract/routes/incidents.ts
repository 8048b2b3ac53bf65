// SPDX-License-Identifier: EUPL-1.2
import type { incidents } from '@schouw/core/board'
import { kinds } from '@schouw/core/registers'
import * as z from 'zod'
import type { Route, Routes } from '../route.ts'
import { readers } from './readers.ts'

const writing = [
  'director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
] as const satisfies Route['who']

const types = kinds['incident-log-entry'].fields.type.options

/** A mail that somebody sent along, as plain values; nothing in it was opened or fetched. */
const mailShape = z.object({
  from: z.string(),
  reply_to: z.string(),
  return_path: z.string(),
  to: z.string(),
  subject: z.string(),
  /** As its sender wrote it. */
  date: z.string(),
  sent_at: z.iso.datetime().nullable(),
  message_id: z.string(),
  /** What servers on the way found of its sender, and which way it came. */
  authentication: z.array(z.string()),
  received: z.array(z.string()),
  text: z.string(),
  links: z.array(z.object({ to: z.string(), text: z.string() })),
  attachments: z.array(
    z.object({ name: z.string(), type: z.string(), bytes: z.int(), sha256: z.string() }),
  ),
  /** What was odd about it, counted by name. */
  oddities: z.record(z.string(), z.int()),
})

/** The room of an incident: its clocks, its log, its tasks, what it costs, what is reported. */
export const incidentRoutes = {
  incidentRoom: {
    method: 'GET',
    path: '/api/v1/incidents/{id}/room',
    tag: 'incidents',
    who: readers,
    answer: z.object({
      /** Size of the log it was made from. */
      as_of: z.int().min(0),
      /** The server's clock: countdowns run from this, not from the clock of a telephone. */
      now: z.iso.datetime(),
      /** Registers that the reader may not see: what rests on them is missing. */
      hidden: z.array(z.string()),
      room: z.looseObject({}) as unknown as z.ZodType<incidents.Room>,
    }),
    statuses: [200],
  },
  /** What has to be reported, over all incidents: for a line on every page. */
  runningClocks: {
    method: 'GET',
    path: '/api/v1/clocks',
    tag: 'incidents',
    who: readers,
    answer: z.object({
      now: z.iso.datetime(),
      /** Of the organisation: terms are told in it. Null while nobody has told. */
      time_zone: z.string().nullable(),
      clocks: z.array(z.looseObject({}) as unknown as z.ZodType<incidents.RunningClock>),
      /** Open incidents of which nobody is on record as aware: no term can be reckoned. */
      unaware: z.array(z.object({ incident: z.uuid(), name: z.string() })),
    }),
    statuses: [200],
  },
  /**
   * Writes one line in the log. Number, author and moment of writing are the server's. With an `id`
   * of the caller's own the same line sent twice is written once.
   */
  writeIncidentLog: {
    method: 'POST',
    path: '/api/v1/incidents/{id}/log',
    tag: 'incidents',
    who: writing,
    body: z.strictObject({
      id: z.uuid().optional(),
      type: z.enum(types),
      text: z.string().min(1).max(100_000),
      /** Now when absent. */
      happened_at: z.iso.datetime({ offset: true }).optional(),
      assignee: z.uuid().optional(),
      /** Number of the playbook's step. */
      step: z.int().min(1).max(1000).optional(),
      /** Number of the exercise's inject that is given, or that a note is about. */
      inject: z.int().min(1).max(1000).optional(),
      process: z.uuid().optional(),
      report: z.uuid().optional(),
      cost_eur: z.string().max(20).optional(),
      files: z.array(z.string().max(80)).max(20).optional(),
      corrects: z.uuid().optional(),
    }),
    answer: z.object({ id: z.uuid(), number: z.int().min(1) }),
    statuses: [200, 201],
  },
  /** What mails say that were sent along with what somebody reported. */
  incidentMails: {
    method: 'GET',
    path: '/api/v1/incidents/{id}/mails',
    tag: 'incidents',
    who: readers,
    answer: z.object({
      /** Those within mails follow them. */
      items: z.array(z.object({ file: z.string(), mail: mailShape })),
    }),
    statuses: [200],
  },
  /** One report as a PDF, as it stands: what was sent, or a draft that says it is one. */
  incidentReportPaper: {
    method: 'GET',
    path: '/api/v1/incidents/{id}/reports/{report}/paper',
    tag: 'incidents',
    who: readers,
    query: z.strictObject({ language: z.enum(['nl', 'en']) }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
  /** A draft of a report that is due, filled from the room as it stands. */
  draftIncidentReport: {
    method: 'POST',
    path: '/api/v1/incidents/{id}/drafts',
    tag: 'incidents',
    who: ['ciso', 'it_manager', 'consultant'],
    body: z.strictObject({
      /** Entry of the law pack, as the room's clocks name it. */
      rule: z.string().min(1).max(80),
      contract: z.uuid().optional(),
      language: z.enum(['nl', 'en']),
    }),
    answer: z.object({ id: z.uuid(), version: z.int().min(1) }),
    statuses: [200, 201],
  },
} as const satisfies Routes
