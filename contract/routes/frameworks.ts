// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const relationship = z.enum([
  'equal-to',
  'equivalent-to',
  'subset-of',
  'superset-of',
  'intersects-with',
])
const evidenceLevel = z.enum(['said', 'shown', 'tested'])

/** One thing in a document that is not as its format has it. */
export const documentProblem = z.object({
  path: z.string(),
  line: z.int().nullable(),
  code: z.string(),
  expected: z.string(),
  found: z.string(),
})

export const leftOut = z.object({ source: z.string(), code: z.string(), found: z.string() })

/** A framework that the organisation brought itself. */
export const frameworkBody = z.object({
  id: z.string(),
  key: z.string(),
  format: z.enum(['catalog', 'profile', 'ciso-assistant']),
  title: z.string(),
  version: z.string().nullable(),
  locale: z.string().nullable(),
  file_name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  result_sha256: z.string(),
  /** Groups and requirements; those that are answered to, and how many of these are mapped. */
  requirements: z.int(),
  assessable: z.int(),
  mapped: z.int(),
  problems: z.array(documentProblem),
  /** Index in the log. */
  entry: z.int().nullable(),
  at: z.string(),
  by: z.string(),
})

const maps = z.array(z.object({ requirement: z.string(), relationship }))

const requirementBody = z.object({
  number: z.int(),
  requirement: z.string(),
  parent: z.string().nullable(),
  ref: z.string().nullable(),
  title: z.string(),
  description: z.string().nullable(),
  is_assessable: z.boolean(),
  mapping: z
    .object({ origin: z.enum(['document', 'person']), maps, note: z.string().nullable() })
    .nullable(),
  /** What our answers say of it; null for those who may not read answers. */
  standing: z
    .object({
      covered: z.enum(['none', 'part', 'whole']),
      /** Null while anything that it goes together with is not answered. */
      level: z.int().nullable(),
      evidence_level: evidenceLevel.nullable(),
      answers: z.array(
        z.object({
          requirement: z.string(),
          relationship,
          answer: z.string().nullable(),
          site: z.string().nullable(),
          level: z.int().nullable(),
          not_applicable: z.boolean(),
          evidence_level: evidenceLevel.nullable(),
          evidence: z.int(),
        }),
      ),
    })
    .nullable(),
})

/** What a document of requirements came to, or would come to. */
export const frameworksTold = z.object({
  frameworks: z.array(
    z.object({
      id: z.string().nullable(),
      key: z.string(),
      title: z.string(),
      action: z.enum(['create', 'change', 'same']),
      requirements: z.int(),
    }),
  ),
  mappings: z.object({ set: z.int(), same: z.int() }),
  left_out: z.array(leftOut),
  problems: z.array(documentProblem),
  result_sha256: z.string(),
  entry: z.int().nullable(),
})

const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[^\p{Cc}/\\]+$/u)

export const frameworkRoutes = {
  /** An OSCAL catalogue, profile or mapping, a library of CISO Assistant, or a table as CSV. */
  importFramework: {
    method: 'POST',
    path: '/api/v1/frameworks',
    tag: 'frameworks',
    who: ['ciso', 'consultant'],
    query: z.strictObject({
      name: name.optional(),
      dry_run: z.enum(['true', 'false']).optional(),
      /** The framework that it is another edition of, or that its mapping is about. */
      framework: z.uuid().optional(),
    }),
    body: { media: ['application/json', 'application/yaml', '*/*'] },
    answer: frameworksTold,
    statuses: [200, 201],
  },
  listFrameworks: {
    method: 'GET',
    path: '/api/v1/frameworks',
    tag: 'frameworks',
    who: readers,
    answer: z.object({ items: z.array(frameworkBody) }),
    statuses: [200],
  },
  getFramework: {
    method: 'GET',
    path: '/api/v1/frameworks/{id}',
    tag: 'frameworks',
    who: readers,
    query: z.strictObject({
      from: z
        .string()
        .regex(/^\d{1,7}$/)
        .optional(),
      limit: z
        .string()
        .regex(/^\d{1,4}$/)
        .optional(),
      language: z.enum(['nl', 'en']).optional(),
    }),
    answer: z.object({
      framework: frameworkBody,
      items: z.array(requirementBody),
      next: z.int().nullable(),
      /** Mapped once, and no longer in the framework. */
      lost: z.array(z.string()),
    }),
    statuses: [200],
  },
  /** Says for one requirement how it goes together with ours, over what a document says. */
  setMapping: {
    method: 'PUT',
    path: '/api/v1/frameworks/{id}/mappings',
    tag: 'frameworks',
    who: ['ciso', 'consultant'],
    body: z.strictObject({
      requirement: z.string().min(1).max(500),
      /** None: nothing of ours. Null: what the document says counts again. */
      maps: z
        .array(z.strictObject({ requirement: z.string().max(3), relationship }))
        .max(80)
        .nullable(),
      note: z.string().max(2_000).optional(),
    }),
    answer: z.object({
      requirement: z.string(),
      mapping: requirementBody.shape.mapping,
      entry: z.int().nullable(),
    }),
    statuses: [200],
  },
} as const satisfies Routes
