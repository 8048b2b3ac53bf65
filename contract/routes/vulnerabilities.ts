// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const keepers = ['ciso', 'it_manager', 'ot_engineer', 'consultant'] as const
const deciders = ['ciso', 'it_manager', 'ot_engineer'] as const

const count = z.int().min(0)
const verdict = z.enum(['affected', 'not_affected', 'cannot_decide'])
const mark = z.enum(['not_remediated', 'in_progress', 'done'])
const when = z.enum(['now', 'next_window', 'never', 'find_out'])
const problem = z.object({ path: z.string(), expected: z.string(), found: z.string() })

const importOfAdvisories = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'reading', 'matching', 'done', 'failed', 'cancelled']),
  file_name: z.string(),
  sha256: z.string(),
  bytes: count,
  origin: z.string(),
  licence: z.string(),
  /** Of what was read and of what it was held against; empty until it is done. */
  counters: z.record(z.string(), z.int()),
  problems: z.array(problem),
  /** To follow and to cancel; null where it was done at once. */
  job: z.uuid().nullable(),
  entry: z.int().nullable(),
  at: z.string(),
  by: z.string(),
  finished_at: z.string().nullable(),
})

const evidence = z.object({
  product_id: z.string(),
  path: z.string(),
  status: z.string(),
  route: z.string(),
  range: z.string(),
  comparator: z.string(),
  applies: z.enum(['yes', 'no', 'unclear']),
  because: z.string(),
})

const known = z.object({
  kev: z.object({ added: z.string(), due: z.string(), ransomware: z.boolean() }).nullable(),
  /** Of exploitation within thirty days, 0 to 1; null is not known. */
  chance: z.number().nullable(),
})

const step = z.object({
  from: z.string().nullable(),
  to: z.string(),
  services: z.array(z.string()),
  says: z.object({ kind: z.string(), id: z.uuid() }),
  rests: z.enum(['said', 'shown']),
})

const exposure = z.enum(['open', 'reachable', 'closed', 'unknown'])
const windowOf = z.object({ on: z.string(), from: z.string(), to: z.string() }).nullable()

/** One vulnerability in one device, with what to do about it. */
export const vulnerabilityLine = z.object({
  /** The record it is in: an asset, or a piece of software in one. */
  subject: z.uuid(),
  subject_title: z.string(),
  asset: z.uuid(),
  asset_title: z.string(),
  document: z.string(),
  advisory: z.string(),
  advisory_title: z.string(),
  /** Other documents about the same vulnerability in the same device. */
  others: count,
  weakness: z.string(),
  verdict,
  basis: z.string(),
  route: z.string(),
  stated_by: z.enum(['vendor', 'publisher', 'inference']),
  confidence: z.number(),
  fix: z.enum(['available', 'mitigation_only', 'none', 'unknown']),
  since: z.string(),
  changed_at: z.string(),
  ...known.shape,
  exposure,
  window: windowOf,
  proposal: z.object({
    when,
    act: z.enum(['patch', 'mitigate', 'look_up', 'nothing']),
    because: z.array(z.string()),
    on: z.string().nullable(),
  }),
  mark,
  /** What people decided; null while nobody has. */
  decision: z.enum(['now', 'next_window', 'never']).nullable(),
  reason: z.string(),
  due_on: z.string().nullable(),
  finding: z.uuid().nullable(),
  decided_at: z.string().nullable(),
  decided_by: z.string().nullable(),
})

const catalogue = z.object({ as_of: z.string(), count, at: z.string() }).nullable()

const standing = z.object({
  advisories: count,
  invalid: count,
  kev: catalogue,
  epss: catalogue,
  /** When devices were last held against everything; null: never. */
  matched_at: z.string().nullable(),
  subjects: count,
  unknown_vendor: count.nullable(),
  not_assessable: count.nullable(),
  unreadable_ranges: count.nullable(),
})

const advisoryRow = z.object({
  document: z.string(),
  digest: z.string(),
  name: z.string(),
  title: z.string(),
  publisher: z.string(),
  category: z.string(),
  format: z.string(),
  revision: z.string(),
  released_at: z.string(),
  at: z.string(),
  score: z.number().nullable(),
  weaknesses: count,
  exploited: count,
  is_invalid: z.boolean(),
  /** What of it changed with the last revision. */
  changes: z.array(z.string()),
  affected: count,
  cannot_decide: count,
  not_affected: count,
  assessed: z.enum(['relevant', 'not_relevant', 'unclear']).nullable(),
  /** By whoever asks, in this revision or in one that says the same. */
  is_read: z.boolean(),
})

const assessment = z.object({
  id: z.uuid(),
  digest: z.string(),
  relevance: z.enum(['relevant', 'not_relevant', 'unclear']),
  text: z.string(),
  at: z.string(),
  by: z.string(),
})

const named = z.string().trim().min(1).max(200)
const patterns = z.array(named).max(100)

const names = z.strictObject({
  /** Brands, former names and trade names of a maker; the id is ours or a new one. */
  vendors: z.array(z.strictObject({ id: named, names: z.array(named).min(1).max(50) })).max(500),
  /** What an order number says of the product: `?` is one character, `*` any. */
  families: z
    .array(z.strictObject({ vendor: named, catalogue: patterns.min(1), implies: named }))
    .max(500),
  /** Names of one product; the first is what others are read as. */
  aliases: z.array(z.array(named).min(2).max(20)).max(500),
})

const tag = 'vulnerabilities'

/** Advisories brought in, what they mean for the devices of the register, and what is done about it. */
export const vulnerabilityRoutes = {
  /** A document, an archive of them, the catalogue of what is exploited, or scores. */
  importAdvisories: {
    method: 'POST',
    path: '/api/v1/advisory-imports',
    tag,
    who: keepers,
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u)
        .optional(),
      origin: z.string().trim().max(500).optional(),
      licence: z.string().trim().max(500).optional(),
    }),
    body: { media: ['application/octet-stream', '*/*'] },
    answer: importOfAdvisories,
    statuses: [201],
  },
  listAdvisoryImports: {
    method: 'GET',
    path: '/api/v1/advisory-imports',
    tag,
    who: readers,
    answer: z.object({ items: z.array(importOfAdvisories) }),
    statuses: [200],
  },
  getAdvisoryImport: {
    method: 'GET',
    path: '/api/v1/advisory-imports/{id}',
    tag,
    who: readers,
    answer: importOfAdvisories,
    statuses: [200],
  },
  listAdvisories: {
    method: 'GET',
    path: '/api/v1/advisories',
    tag,
    who: readers,
    query: z.strictObject({
      q: z.string().max(200).optional(),
      only: z.enum(['matched', 'all']).optional(),
      /** By whoever asks. */
      unread: z.literal('true').optional(),
      sort: z.enum(['brought', 'released', 'score']).optional(),
      from: z
        .string()
        .regex(/^\d{1,7}$/)
        .optional(),
    }),
    answer: z.object({ items: z.array(advisoryRow), next: z.int().nullable(), standing }),
    statuses: [200],
  },
  getAdvisory: {
    method: 'GET',
    path: '/api/v1/advisories/{document}',
    tag,
    who: readers,
    answer: z.object({
      ...advisoryRow.shape,
      status: z.string(),
      publisher_category: z.string(),
      origin: z.string(),
      licence: z.string(),
      is_semantic: z.boolean(),
      verification: z.object({
        hash: z.enum(['matched', 'differs', 'absent']),
        signature: z.enum(['absent', 'not_checked', 'good', 'unknown_key', 'unreadable']),
        /** Fingerprint of the accepted key whose signature is good. */
        signed_by: z.string().nullable().optional(),
      }),
      oddities: z.array(z.object({ code: z.string(), place: z.string() })),
      vendors: z.array(z.string()),
      products: count,
      details: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          score: z.number().nullable(),
          ...known.shape,
          fix: z.string(),
          products: z.record(z.string(), z.array(z.string())),
          remediations: z.array(
            z.object({ category: z.string(), text: z.string(), url: z.string().nullable() }),
          ),
        }),
      ),
      revisions: z.array(
        z.object({
          digest: z.string(),
          revision: z.string(),
          released_at: z.string(),
          at: z.string(),
          is_current: z.boolean(),
          changes: z.array(z.string()),
          differences: z.array(
            z.object({
              what: z.string(),
              about: z.string().optional(),
              subject: z.string(),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          ),
        }),
      ),
      matches: z.array(vulnerabilityLine),
      /** Product types of the register that it is about, with how many of each. */
      types: z.array(
        z.object({ vendor: z.string(), model: z.string(), order_number: z.string(), count }),
      ),
      /** Counted in assets. */
      statistics: z.object({
        matching: count,
        not_remediated: count,
        in_progress: count,
        done: count,
      }),
      assessments: z.array(assessment),
    }),
    statuses: [200],
  },
  /** The bytes as they came. */
  getAdvisoryDocument: {
    method: 'GET',
    path: '/api/v1/advisories/{document}/revisions/{digest}',
    tag,
    who: readers,
    answer: { media: ['application/json'] },
    statuses: [200],
  },
  /** Of the reader alone: nobody else sees who has read what. */
  markAdvisory: {
    method: 'PUT',
    path: '/api/v1/advisories/{document}/reading',
    tag,
    who: readers,
    body: z.strictObject({ is_read: z.boolean() }),
    answer: z.object({ is_read: z.boolean() }),
    statuses: [200],
  },
  assessAdvisory: {
    method: 'POST',
    path: '/api/v1/advisories/{document}/assessments',
    tag,
    who: keepers,
    body: z.strictObject({
      relevance: z.enum(['relevant', 'not_relevant', 'unclear']),
      text: z.string().trim().min(1).max(4_000),
    }),
    answer: assessment,
    statuses: [201],
  },
  listVulnerabilities: {
    method: 'GET',
    path: '/api/v1/vulnerabilities',
    tag,
    who: readers,
    query: z.strictObject({
      /** Of one device, or of one sort of decision. */
      asset: z.uuid().optional(),
      when: when.optional(),
      done: z.enum(['true', 'false']).optional(),
      /** At least so sure, in percent. */
      confidence: z
        .string()
        .regex(/^(100|\d{1,2})$/)
        .optional(),
      /** `next` of the page before. */
      after: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,1000}$/)
        .optional(),
    }),
    answer: z.object({
      items: z.array(vulnerabilityLine),
      next: z.string().nullable(),
      /** When the queue was made; behind: what changed since then is being worked in. */
      made: z.object({ at: z.string().nullable(), is_behind: z.boolean() }),
      /** Of everything that is open, by what is proposed. */
      counts: z.object({
        now: count,
        next_window: count,
        never: count,
        find_out: count,
        undecided: count,
        done: count,
      }),
      standing,
    }),
    statuses: [200],
  },
  vulnerabilitiesOfAsset: {
    method: 'GET',
    path: '/api/v1/vulnerabilities/assets/{id}',
    tag,
    who: readers,
    answer: z.object({
      id: z.uuid(),
      title: z.string(),
      vendor: z.string(),
      model: z.string(),
      order_number: z.string(),
      version: z.string(),
      is_assessable: z.boolean(),
      exposure,
      path: z.array(step),
      is_safety_related: z.boolean().nullable(),
      crown_jewel: z.uuid().nullable(),
      process: z.uuid().nullable(),
      zone: z.uuid().nullable(),
      supplier: z.uuid().nullable(),
      window: windowOf,
      shield: z.object({ id: z.uuid(), until: z.string() }).nullable(),
      exception: z.object({ id: z.uuid(), until: z.string() }).nullable(),
      items: z.array(z.object({ ...vulnerabilityLine.shape, evidence: z.array(evidence) })),
      components: z.object({
        all: count,
        /** Neither a package URL, a CPE nor a version: nothing can be said of them. */
        not_assessable: count,
        affected: count,
      }),
      /** What was decided on what no advisory says of it any more. */
      past: z.array(
        z.object({
          subject: z.uuid(),
          subject_title: z.string(),
          weakness: z.string(),
          mark,
          decision: z.enum(['now', 'next_window', 'never']).nullable(),
          reason: z.string(),
          decided_at: z.string(),
          decided_by: z.string(),
        }),
      ),
    }),
    statuses: [200],
  },
  /** A mark or a decision on vulnerabilities in devices, one for all that are named. */
  decideVulnerabilities: {
    method: 'POST',
    path: '/api/v1/vulnerabilities/decisions',
    tag,
    who: deciders,
    body: z.strictObject({
      on: z
        .array(z.strictObject({ subject: z.uuid(), weakness: z.string().min(1).max(200) }))
        .min(1)
        .max(500),
      mark: mark.optional(),
      decision: z.enum(['now', 'next_window', 'never']).optional(),
      reason: z.string().trim().max(2_000).default(''),
      due_on: z.iso.date().optional(),
    }),
    answer: z.object({ changed: count, finding: z.uuid().nullable(), entry: z.int().nullable() }),
    statuses: [200],
  },
  /** Names that the organisation knows beyond ours. */
  getMatchingNames: {
    method: 'GET',
    path: '/api/v1/vulnerabilities/names',
    tag,
    who: readers,
    answer: names.extend({ at: z.string().nullable() }),
    statuses: [200],
  },
  setMatchingNames: {
    method: 'PUT',
    path: '/api/v1/vulnerabilities/names',
    tag,
    who: keepers,
    body: names,
    answer: names.extend({ at: z.string().nullable() }),
    statuses: [200],
  },
  /** By hand: these devices, or everything, against all advisories. */
  matchAgain: {
    method: 'POST',
    path: '/api/v1/vulnerabilities/runs',
    tag,
    who: keepers,
    body: z.strictObject({
      subjects: z.array(z.uuid()).max(500).optional(),
      documents: z
        .array(z.string().regex(/^[0-9a-f]{32}$/))
        .max(500)
        .optional(),
    }),
    answer: z.object({ job: z.uuid().nullable(), counters: z.record(z.string(), z.int()) }),
    statuses: [200],
  },
  /** Sorts of product in the register with what they have, for who keeps one of each in stock. */
  vulnerableProducts: {
    method: 'GET',
    path: '/api/v1/vulnerabilities/products',
    tag,
    who: readers,
    answer: z.object({
      items: z.array(
        z.object({
          vendor: z.string(),
          model: z.string(),
          order_number: z.string(),
          count,
          versions: z.array(z.string()),
          advisories: z.array(z.object({ document: z.string(), name: z.string() })),
          affected: count,
          cannot_decide: count,
          exploited: count,
        }),
      ),
    }),
    statuses: [200],
  },
} as const satisfies Routes
