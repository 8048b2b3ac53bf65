// SPDX-License-Identifier: EUPL-1.2
import type { incidents } from '@schouw/core/board'
import * as z from 'zod'
import type { Route, Routes } from '../route.ts'
import { readers } from './readers.ts'

const tag = 'monitoring'

const watching = ['ciso', 'it_manager', 'ot_engineer'] as const satisfies Route['who']

const intake = z.object({
  id: z.uuid(),
  name: z.string(),
  made_at: z.iso.datetime(),
  made_by: z.string(),
  /** When it last delivered something; null: never. */
  last_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
})

const taken = z.object({
  made: z.int().min(0),
  /** Known already: seen once more. */
  again: z.int().min(0),
  left_out: z.int().min(0),
  problems: z.array(z.object({ line: z.int(), code: z.string() })),
})

/** One alert as an outside party says it. */
export const deliveredAlert = z.strictObject({
  name: z.string().trim().min(1).max(200),
  rule: z.string().max(200).optional(),
  severity: z.enum(['low', 'medium', 'high', 'critical']).optional(),
  description: z.string().max(8_000).optional(),
  seen_at: z.iso.datetime({ offset: true }).optional(),
  addresses: z.array(z.string().min(1).max(200)).max(20).optional(),
})

export type DeliveredAlert = z.infer<typeof deliveredAlert>

const mostDelivered = 100

/** One of them or a list. */
export const deliveredAlerts = z.union([deliveredAlert, z.array(deliveredAlert).max(mostDelivered)])

/** What sensors say is odd: taken in, looked at, handed over, made into an incident. */
export const monitoringRoutes = {
  alertQueue: {
    method: 'GET',
    path: '/api/v1/monitoring',
    tag,
    who: readers,
    answer: z.object({
      as_of: z.int().min(0),
      today: z.iso.date(),
      queue: z.looseObject({}) as unknown as z.ZodType<incidents.alerts.AlertQueue>,
    }),
    statuses: [200],
  },
  /** The event log of Suricata, notices of Zeek, or what `schouw inspect --json` wrote; at most 16 MiB. */
  readAlerts: {
    method: 'POST',
    path: '/api/v1/monitoring/files',
    tag,
    who: watching,
    body: { media: ['application/octet-stream', '*/*'] },
    answer: taken,
    statuses: [200],
  },
  /** A room with what the devices of the alert belong to; who asks is on record as aware. */
  alertToIncident: {
    method: 'POST',
    path: '/api/v1/monitoring/alerts/{id}/incident',
    tag,
    who: watching,
    answer: z.object({ incident: z.uuid() }),
    statuses: [200, 201],
  },
  listAlertIntakes: {
    method: 'GET',
    path: '/api/v1/monitoring/intakes',
    tag,
    who: ['ciso'],
    answer: z.object({ items: z.array(intake) }),
    statuses: [200],
  },
  /** The key is told once. It signs deliveries to the one address and opens nothing else. */
  makeAlertIntake: {
    method: 'POST',
    path: '/api/v1/monitoring/intakes',
    tag,
    who: ['ciso'],
    isSensitive: true,
    body: z.strictObject({ name: z.string().trim().min(1).max(120) }),
    answer: z.object({ ...intake.shape, url: z.string(), key: z.string() }),
    statuses: [201],
  },
  endAlertIntake: {
    method: 'DELETE',
    path: '/api/v1/monitoring/intakes/{id}',
    tag,
    who: ['ciso'],
    statuses: [204],
  },
  /**
   * Signed as Standard Webhooks 1.0 says: HMAC-SHA256 over `id.timestamp.body`, at most five minutes
   * old. The body is one alert or a list of at most a hundred; the same twice is one alert.
   */
  deliverAlerts: {
    method: 'POST',
    path: '/api/v1/monitoring/deliveries/{intake}',
    tag,
    who: 'public',
    body: { media: ['application/json'] },
    answer: taken,
    statuses: [200],
  },
} as const satisfies Routes
