// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

/** It makes the server ask something of the outside. */
const keepers = ['ciso', 'it_manager'] as const

const count = z.int().min(0)
const sort = z.enum(['csaf', 'kev', 'epss'])
const name = z.string().trim().min(1).max(200)
const url = z.string().trim().min(1).max(2_000)
const licence = z.string().trim().max(500)

const outcome = z.object({
  state: z.enum(['done', 'failed', 'cancelled']),
  listed: count,
  fetched: count,
  unchanged: count,
  /** Their digest did not fit, or they did not come: asked for again the next time. */
  left_out: count,
  without_hash: count,
  /** With a signature beside them. */
  signed: count,
  is_more: z.boolean(),
  import: z.uuid().nullable(),
  problems: z.array(z.object({ path: z.string(), found: z.string() })),
})

const provider = z.object({
  id: z.uuid(),
  /** Advisories of a provider, what is known to be exploited, or chances of exploitation. */
  sort,
  name: z.string(),
  url: z.string(),
  licence: z.string(),
  /** Fetched once a day; else only by hand. */
  is_on: z.boolean(),
  seen_until: z.string(),
  last_at: z.string().nullable(),
  last_outcome: outcome.nullable(),
  /** The job of the last round, to follow and to cancel. */
  job: z.uuid().nullable(),
  at: z.string(),
  by: z.string(),
})

const key = z.object({
  id: z.uuid(),
  fingerprint: z.string(),
  /** What the key says of its owner. */
  owner: z.string(),
  /** With which provider it was found; empty where somebody brought it. */
  url: z.string(),
  /** On what it counts; null while it waits for somebody. */
  basis: z.enum(['first_contact', 'person']).nullable(),
  accepted_at: z.string().nullable(),
  accepted_by: z.string().nullable(),
  at: z.string(),
  by: z.string(),
})

const tag = 'vulnerabilities'
const keysPath = '/api/v1/advisory-keys'
const path = '/api/v1/advisory-providers'

/** Where advisories are fetched; nothing is fetched until somebody names an address. */
export const advisoryProviderRoutes = {
  listAdvisoryProviders: {
    method: 'GET',
    path,
    tag,
    who: readers,
    answer: z.object({ items: z.array(provider) }),
    statuses: [200],
  },
  addAdvisoryProvider: {
    method: 'POST',
    path,
    tag,
    who: keepers,
    body: z.strictObject({
      sort,
      name,
      url,
      licence: licence.default(''),
      is_on: z.boolean().default(false),
    }),
    answer: provider,
    statuses: [201],
  },
  changeAdvisoryProvider: {
    method: 'PATCH',
    path: `${path}/{id}`,
    tag,
    who: keepers,
    body: z.strictObject({ name: name.optional(), is_on: z.boolean().optional() }),
    answer: provider,
    statuses: [200],
  },
  /** What came from it stays. */
  deleteAdvisoryProvider: {
    method: 'DELETE',
    path: `${path}/{id}`,
    tag,
    who: keepers,
    statuses: [204],
  },
  /** By hand, now. */
  fetchAdvisories: {
    method: 'POST',
    path: `${path}/{id}/runs`,
    tag,
    who: keepers,
    answer: provider,
    statuses: [200],
  },
  /** Who publishes, by the list of an aggregator: to choose from. */
  listAggregated: {
    method: 'POST',
    path: '/api/v1/advisory-aggregators',
    tag,
    who: keepers,
    body: z.strictObject({ url }),
    answer: z.object({
      items: z.array(z.object({ name: z.string(), url: z.string(), role: z.string() })),
      /** Why there is no list; null where there is one. */
      fault: z.string().nullable(),
    }),
    statuses: [200],
  },
  /** Keys that signatures of advisories are held against. */
  listAdvisoryKeys: {
    method: 'GET',
    path: keysPath,
    tag,
    who: readers,
    answer: z.object({ items: z.array(key) }),
    statuses: [200],
  },
  /** One public key or more, brought by somebody who compared the fingerprints. */
  addAdvisoryKeys: {
    method: 'POST',
    path: keysPath,
    tag,
    who: keepers,
    body: z.strictObject({ armoured: z.string().max(500_000) }),
    answer: z.object({ items: z.array(key) }),
    statuses: [201],
  },
  acceptAdvisoryKey: {
    method: 'POST',
    path: `${keysPath}/{id}/acceptance`,
    tag,
    who: keepers,
    answer: key,
    statuses: [200],
  },
  /** What it proved stays as it was read. */
  deleteAdvisoryKey: {
    method: 'DELETE',
    path: `${keysPath}/{id}`,
    tag,
    who: keepers,
    statuses: [204],
  },
} as const satisfies Routes
