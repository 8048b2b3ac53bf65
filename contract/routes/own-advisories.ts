// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const settings = z.object({
  is_on: z.boolean(),
  name: z.string(),
  namespace: z.string(),
  contact: z.string(),
  address: z.string(),
  /** Where the world finds the metadata; null while nothing is published. */
  metadata_url: z.string().nullable(),
})

const own = z.object({
  record: z.uuid(),
  code: z.string(),
  name: z.string(),
  state: z.string(),
  /** What keeps it from being published: what is missing, or the number of the test it fails. */
  problems: z.array(z.string()),
  /** Numbers of recommended tests it fails: they keep nothing from being published. */
  warnings: z.array(z.string()),
  publication: z
    .object({ revision: z.int(), url: z.string(), sha256: z.string(), at: z.string() })
    .nullable(),
})

const tag = 'own advisories'
const path = '/api/v1/own-advisories'
const open = { method: 'GET', tag, who: 'public', statuses: [200] } as const

/** Advisories about one's own products: written here, and read by the world where that is on. */
export const ownAdvisoryRoutes = {
  listOwnAdvisories: {
    method: 'GET',
    path,
    tag,
    who: readers,
    answer: z.object({ settings, items: z.array(own) }),
    statuses: [200],
  },
  changeOwnPublishing: {
    method: 'PUT',
    path: `${path}/settings`,
    tag,
    who: ['ciso'],
    isSensitive: true,
    body: z.strictObject({
      is_on: z.boolean(),
      name: z.string().trim().min(1).max(200),
      namespace: z.url().max(500),
      contact: z.string().trim().max(500).default(''),
      address: z.url().max(500),
    }),
    answer: settings,
    statuses: [200],
  },
  /** The document as it would be published now. */
  draftOwnAdvisory: {
    method: 'GET',
    path: `${path}/{id}/draft`,
    tag,
    who: readers,
    answer: { media: ['application/json'] },
    statuses: [200],
  },
  /** Of an advisory whose record is in the state `published`. */
  publishOwnAdvisory: {
    method: 'POST',
    path: `${path}/{id}/publication`,
    tag,
    who: ['ciso', 'it_manager'],
    answer: own,
    statuses: [200],
  },
  /** What is known to be in an own product, as CycloneDX. */
  componentsOfProduct: {
    method: 'GET',
    path: `${path}/products/{id}/components`,
    tag,
    who: readers,
    answer: { media: ['application/vnd.cyclonedx+json'] },
    statuses: [200],
  },
  ownProviderMetadata: {
    ...open,
    path: '/api/v1/csaf/{organisation}/provider-metadata.json',
    answer: { media: ['application/json'] },
  },
  ownFeed: {
    ...open,
    path: '/api/v1/csaf/{organisation}/feed-tlp-white.json',
    answer: { media: ['application/json'] },
  },
  ownDocument: {
    ...open,
    path: '/api/v1/csaf/{organisation}/white/{year}/{file}',
    answer: { media: ['application/json', 'text/plain'] },
  },
} as const satisfies Routes
