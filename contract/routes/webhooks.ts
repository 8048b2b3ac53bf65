// SPDX-License-Identifier: EUPL-1.2
import { kinds as declared, type KindName } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'

// The catalogue has at least one kind.
const kindNames = Object.keys(declared) as [KindName, ...KindName[]]
const actionNames = [
  'create',
  'change',
  'move',
  'retire',
  'reinstate',
  'erase',
  'lapse',
  // Of an incident: a report is due soon, now, or too late. No entry of the log.
  'due',
] as const

const kinds = z.array(z.enum(kindNames)).min(1).max(kindNames.length).nullable()
const actions = z.array(z.enum(actionNames)).min(1).max(actionNames.length).nullable()
const url = z.string().min(1).max(2_000)
const description = z.string().max(200)
const at = z.iso.datetime().nullable()

export const webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  /** Null is all of them. */
  kinds,
  actions,
  /** How messages are signed, as Standard Webhooks has it. */
  scheme: z.enum(['v1', 'v1a']),
  /** With `v1a`: what the receiver checks signatures with. */
  public_key: z.string().nullable(),
  state: z.enum(['active', 'disabled']),
  /** `person`, `failing` after days without success, `gone` when the receiver said so. */
  disabled_because: z.enum(['person', 'failing', 'gone']).nullable(),
  created_by: z.string(),
  created_at: z.iso.datetime(),
  failing_since: at,
  last_success_at: at,
})

/** What came of one attempt: a status, or why there was none. */
const attempt = z.object({
  at: z.iso.datetime(),
  status: z.int().optional(),
  fault: z.string().optional(),
  ms: z.int(),
})

export const webhookDelivery = z.object({
  id: z.uuid(),
  event: z.string(),
  /** Index in the log; null for a test, and for what is due. */
  entry: z.int().nullable(),
  state: z.enum(['waiting', 'delivered', 'failed']),
  at: z.iso.datetime(),
  /** When it is tried next, while it waits. */
  due_at: at,
  attempts: z.int(),
  tries: z.array(attempt),
  ended_at: at,
})

const accepted = z.object({ delivery: z.uuid() })
const keepers = { tag: 'webhooks', who: ['ciso'] } as const
const acting = { ...keepers, method: 'POST', statuses: [202], answer: accepted } as const

export const webhookRoutes = {
  listWebhooks: {
    ...keepers,
    method: 'GET',
    path: '/api/v1/webhooks',
    answer: z.object({ items: z.array(webhook) }),
    statuses: [200],
  },
  createWebhook: {
    ...keepers,
    method: 'POST',
    path: '/api/v1/webhooks',
    isSensitive: true,
    body: z.strictObject({
      url,
      description: description.default(''),
      kinds: kinds.default(null),
      actions: actions.default(null),
      scheme: z.enum(['v1', 'v1a']).default('v1'),
    }),
    /** The secret is shown here and never again. */
    answer: z.object({ webhook, secret: z.string().nullable() }),
    statuses: [201],
  },
  changeWebhook: {
    ...keepers,
    method: 'PATCH',
    path: '/api/v1/webhooks/{id}',
    isSensitive: true,
    body: z.strictObject({
      url: url.optional(),
      description: description.optional(),
      kinds: kinds.optional(),
      actions: actions.optional(),
      /** One that is switched on again goes on from the present. */
      state: z.enum(['active', 'disabled']).optional(),
    }),
    answer: webhook,
    statuses: [200],
  },
  deleteWebhook: {
    ...keepers,
    method: 'DELETE',
    path: '/api/v1/webhooks/{id}',
    statuses: [204],
  },
  testWebhook: { ...acting, path: '/api/v1/webhooks/{id}/test' },
  listWebhookDeliveries: {
    ...keepers,
    method: 'GET',
    path: '/api/v1/webhooks/{id}/deliveries',
    query: z.strictObject({ cursor: z.string().max(4_096).optional() }),
    /** Newest first. */
    answer: z.object({ items: z.array(webhookDelivery), next: z.string().nullable() }),
    statuses: [200],
  },
  /** Under the same id, so that a receiver that has it already can tell. */
  redeliverWebhook: { ...acting, path: '/api/v1/webhooks/{id}/deliveries/{delivery}/redeliver' },
} as const satisfies Routes
