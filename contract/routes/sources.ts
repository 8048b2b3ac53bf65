// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { documentProblem, frameworksTold, leftOut } from './frameworks.ts'

/** As the readers are called; documented in the guide on sources. */
const sourceFormats = [
  'nmap',
  'zeek',
  'eve',
  'netbox',
  'cyclonedx',
  'spdx',
  'inspect',
  'leases',
  'endpoints',
  'automationml',
  'l5x',
  'twincat',
  'gsdml',
] as const

const counts = z.record(z.string(), z.int())

const problem = z.object({
  path: z.string(),
  line: z.int().nullable(),
  expected: z.string(),
  found: z.string(),
})

/** What the folder of a nulmeting came to, or would come to. */
export const firstStateBody = z.object({
  made: counts,
  waiting: counts,
  refused: z.array(
    z.object({
      kind: z.string(),
      source: z.string(),
      code: z.string(),
      path: z.string().nullable(),
    }),
  ),
  left_out: z.array(z.object({ source: z.string(), code: z.string(), found: z.string() })),
  problems: z.array(problem),
  result_sha256: z.string(),
  /** Index in the log; null when nothing was written. */
  entry: z.int().nullable(),
})

const keepers = ['ciso', 'it_manager', 'ot_engineer', 'consultant'] as const

const where = z.looseObject({
  line: z.int().optional(),
  path: z.string().optional(),
  frame: z.int().optional(),
  row: z.int().optional(),
})

/** A file of another tool, as it was read. */
export const sourceBody = z.object({
  id: z.string(),
  /** What a sensor delivers is a source of each day. */
  format: z.enum([...sourceFormats, 'sensor']),
  file_name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  result_sha256: z.string(),
  site: z.string().nullable(),
  /** Lines, hosts, rows or components that were looked at. */
  read: z.int(),
  sightings: z.int(),
  /** Pieces of software that it names. */
  components: z.int(),
  /** Who talks to whom. */
  conversations: z.int(),
  /** Whether its bytes are among the files, under `sha256`. */
  is_kept: z.boolean(),
  document: z.record(z.string(), z.string()),
  problems: z.array(z.object({ where, code: z.string(), expected: z.string(), found: z.string() })),
  /** Index in the log. */
  entry: z.int().nullable(),
  at: z.string(),
  by: z.string(),
})

const key = z.object({
  mac: z.string().optional(),
  ip: z.string().optional(),
  name: z.string().optional(),
  serial: z.string().optional(),
})

const sightingBody = z.object({
  number: z.int(),
  key,
  isLocal: z.boolean().optional(),
  facts: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      protocol: z.string(),
      at: z.string().optional(),
      lastAt: z.string().optional(),
      times: z.int(),
      where,
    }),
  ),
})

/** What a person may accept of what a source says. */
export const proposalBody = z.object({
  number: z.int(),
  action: z.enum(['create', 'change', 'choose']),
  key,
  matched_by: z.string().nullable(),
  assets: z.array(z.object({ id: z.string(), version: z.int(), name: z.string() })),
  because: z.string().nullable(),
  set: z.record(z.string(), z.unknown()),
  differs: z.record(z.string(), z.object({ now: z.unknown(), seen: z.unknown() })),
  digest: z.string(),
})

/** What a person may accept of the software that a source names. */
const componentProposal = z.object({
  number: z.int(),
  action: z.enum(['create', 'change', 'choose']),
  /** Null where nobody knows yet which one it is in. */
  asset: z.object({ id: z.string(), name: z.string() }).nullable(),
  component: z.string().nullable(),
  within: z.int().nullable(),
  part_of: z.int().nullable(),
  path: z.string(),
  set: z.record(z.string(), z.string()),
  differs: z.record(z.string(), z.object({ now: z.unknown(), seen: z.string() })),
  /** Said in a form that no register takes. */
  unusable: z.array(z.string()),
  /** Whether it has a name that advisories can be matched by. */
  is_identified: z.boolean(),
  others: z.array(z.object({ id: z.string(), version: z.string().nullable() })),
  digest: z.string(),
})

const page = z.strictObject({
  from: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
})

/** What is accepted of what was proposed, each as it was shown, by its digest. */
function accepting<More extends z.ZodRawShape>(more: More) {
  const one = z.strictObject({
    number: z.int().min(0),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** Which of several it is, or is in. */
    asset: z.uuid().optional(),
    /** Fields to take over, of `set` and `differs`; all of `set` when absent. */
    fields: z.array(z.string().max(40)).max(40).optional(),
    ...more,
  })
  return z.array(one).min(1).max(1_000)
}

/** What came of each thing that was accepted; the record that it stands in is named by its kind. */
function accepted<Named extends z.ZodRawShape>(named: Named) {
  const item = z.object({
    number: z.int(),
    outcome: z.enum(['created', 'changed', 'same', 'waiting', 'refused', 'stale']),
    ...named,
    errors: z.array(z.looseObject({ code: z.string() })),
  })
  return z.object({ items: z.array(item), entry: z.int().nullable() })
}

/** What an OSCAL document came to, or would come to. */
const oscalTold = z.object({
  model: z.string(),
  uuid: z.string().nullable(),
  title: z.string().nullable(),
  /** Records by kind. */
  made: counts,
  changed: counts,
  same: counts,
  waiting: counts,
  refused: z.array(
    z.object({
      kind: z.string(),
      source: z.string(),
      code: z.string(),
      path: z.string().nullable(),
    }),
  ),
  left_out: z.array(leftOut),
  /** Where the register says something else, and keeps it. */
  differs: z.array(
    z.object({ kind: z.string(), id: z.string(), source: z.string(), field: z.string() }),
  ),
  /** Of a catalogue, profile or mapping. */
  frameworks: frameworksTold.shape.frameworks,
  mappings: frameworksTold.shape.mappings,
  problems: z.array(documentProblem),
  result_sha256: z.string(),
  /** Index in the log; null when nothing was written. */
  entry: z.int().nullable(),
})

export const sourceRoutes = {
  uploadSource: {
    method: 'POST',
    path: '/api/v1/sources',
    tag: 'sources',
    who: keepers,
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u)
        .optional(),
      format: z.enum(sourceFormats).optional(),
      site: z.uuid().optional(),
    }),
    body: { media: ['application/octet-stream', '*/*'] },
    answer: sourceBody,
    statuses: [201],
  },
  listSources: {
    method: 'GET',
    path: '/api/v1/sources',
    tag: 'sources',
    who: keepers,
    answer: z.object({ items: z.array(sourceBody) }),
    statuses: [200],
  },
  getSource: {
    method: 'GET',
    path: '/api/v1/sources/{id}',
    tag: 'sources',
    who: keepers,
    answer: sourceBody,
    statuses: [200],
  },
  listSightings: {
    method: 'GET',
    path: '/api/v1/sources/{id}/sightings',
    tag: 'sources',
    who: keepers,
    query: page,
    answer: z.object({ items: z.array(sightingBody), next: z.int().nullable() }),
    statuses: [200],
  },
  listProposals: {
    method: 'GET',
    path: '/api/v1/sources/{id}/proposals',
    tag: 'sources',
    who: keepers,
    query: page,
    answer: z.object({
      items: z.array(proposalBody),
      /** Sightings of this page that ask for nothing. */
      same: z.int(),
      outside: z.int(),
      /** Left alone because somebody said why. */
      ignored: z.int(),
      next: z.int().nullable(),
    }),
    statuses: [200],
  },
  exportOscal: {
    method: 'GET',
    path: '/api/v1/oscal',
    tag: 'sources',
    who: ['director', 'supervisory_director', 'ciso', 'auditor', 'consultant'],
    query: z.strictObject({
      model: z.enum([
        'catalog',
        'component-definition',
        'assessment-results',
        'plan-of-action-and-milestones',
      ]),
      language: z.enum(['nl', 'en']).optional(),
    }),
    /** A document of OSCAL 1.2.2, by its own schema. */
    answer: z.record(z.string(), z.unknown()),
    statuses: [200],
  },
  listComponents: {
    method: 'GET',
    path: '/api/v1/sources/{id}/components',
    tag: 'sources',
    who: keepers,
    query: page,
    answer: z.object({
      items: z.array(componentProposal),
      /** Of the whole source; none is said as such. */
      total: z.int(),
      /** Of this page: known as they are, no software, and with or without an asset. */
      same: z.int(),
      devices: z.int(),
      linked: z.int(),
      unlinked: z.int(),
      next: z.int().nullable(),
    }),
    statuses: [200],
  },
  acceptComponents: {
    method: 'POST',
    path: '/api/v1/sources/{id}/components',
    tag: 'sources',
    who: keepers,
    body: z.strictObject({
      /** Which asset all of them are in, where the source does not tell. */
      asset: z.uuid().optional(),
      accept: accepting({}),
    }),
    answer: accepted({ component: z.string().nullable() }),
    statuses: [200],
  },
  importOscal: {
    method: 'POST',
    path: '/api/v1/oscal',
    tag: 'sources',
    who: keepers,
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u)
        .optional(),
      dry_run: z.enum(['true', 'false']).optional(),
      /** Whether what stands is only filled up, or replaced where the document says otherwise. */
      rule: z.enum(['fill', 'replace']).optional(),
      /** Of findings that say none; without it these are left out. */
      severity: z.enum(['low', 'medium', 'high', 'critical']).optional(),
      framework: z.uuid().optional(),
    }),
    body: { media: ['application/json', 'application/yaml', '*/*'] },
    answer: oscalTold,
    statuses: [200, 201],
  },
  acceptProposals: {
    method: 'POST',
    path: '/api/v1/sources/{id}/accept',
    tag: 'sources',
    who: keepers,
    body: z.strictObject({
      accept: accepting({
        /** Makes a new one although several fit. */
        is_new: z.literal(true).optional(),
      }),
    }),
    answer: accepted({ asset: z.string().nullable() }),
    statuses: [200],
  },
  importFirstState: {
    method: 'POST',
    path: '/api/v1/first-state',
    tag: 'sources',
    who: ['ciso'],
    query: z.strictObject({
      name: z.string().min(1).max(255).optional(),
      dry_run: z.enum(['true', 'false']).optional(),
      language: z.enum(['nl', 'en']).optional(),
    }),
    body: { media: ['application/zip', 'application/json', '*/*'] },
    answer: firstStateBody,
    statuses: [200, 201],
  },
  /** The same with the example factory that comes along. */
  importExample: {
    method: 'POST',
    path: '/api/v1/first-state/example',
    tag: 'sources',
    who: ['ciso'],
    query: z.strictObject({ language: z.enum(['nl', 'en']).optional() }),
    answer: firstStateBody,
    statuses: [201],
  },
} as const satisfies Routes
