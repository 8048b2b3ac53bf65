// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import * as z from 'zod'
import { jsonOf, sightingLimits } from '../sightings/index.ts'

export interface BaselineProblem {
  readonly path: string
  readonly expected: string
  readonly found: string
}

export type BaselineOutcome =
  | { readonly baseline: Baseline }
  | { readonly baseline?: undefined; readonly problems: readonly BaselineProblem[] }

const text = z.string().max(20_000)
const texts = z.array(text).max(100_000)
const maybe = text.nullable()
const whole = z.number().nullable()
const sentence = z.looseObject({ code: text, facts: z.record(z.string(), z.unknown()) })
const sentences = z.array(sentence)
const money = z.looseObject({ low_eur: z.number(), high_eur: z.number() }).nullable()
const span = z.looseObject({ low: z.number(), high: z.number() }).nullable()

const asset = z.looseObject({
  id: text,
  parent: maybe,
  macs: texts,
  ipv4: texts,
  ipv6: texts,
  vlans: z.array(z.number()),
  external: z.boolean(),
  first_seen: maybe,
  last_seen: maybe,
  ...Object.fromEntries(
    ['vendor', 'model', 'order_number', 'firmware', 'serial', 'operating_system', 'role'].map(
      (name) => [name, maybe] as const,
    ),
  ),
  hostnames: texts,
  purdue_level: whole,
  services_offered: z.array(
    z.looseObject({ transport: text, port: z.number().nullable(), protocol: maybe }),
  ),
  services_used: z.array(
    z.looseObject({ transport: text, port: z.number().nullable(), protocol: maybe }),
  ),
  register: z.looseObject({ path: text, line: z.number(), name: text }).nullable(),
  zone: maybe,
  label: text,
})

const evidence = z.looseObject({
  file: maybe,
  sha256: maybe,
  description: maybe,
  dated: maybe,
  received: maybe,
  valid_until: maybe,
})

const requirement = z.looseObject({
  id: text,
  owner: maybe,
  note: maybe,
  not_applicable_reason: maybe,
  claimed_level: whole,
  evidence_level: maybe,
  evidence: z.array(evidence),
})

const shape = z.looseObject({
  schema: z.literal('schouw/baseline/1'),
  as_of: text.regex(/^\d{4}-\d{2}-\d{2}T/),
  organisation: z.looseObject({
    name: text,
    jurisdiction: text,
    time_zone: text,
    sites: z.array(z.looseObject({ id: text, name: text })),
  }),
  inputs: z.array(z.looseObject({ path: text, sha256: text })),
  scope: z.looseObject({ size_class: maybe, entity_class: maybe }),
  directors: z.array(
    z.looseObject({
      person: text,
      name: text,
      role: text,
      is_executive: z.boolean(),
      appointed_on: maybe,
    }),
  ),
  board_level: z.looseObject({ level: z.number() }).nullable(),
  inventory: z.looseObject({
    assets: z.array(asset).max(200_000),
    register_only: z.array(
      z.looseObject({ name: text, path: text, line: z.number(), zone: maybe }),
    ),
  }),
  network: z.looseObject({
    zones: z.array(
      z.looseObject({ id: text, name: text, kind: text, purdue_level: whole, site: maybe }),
    ),
  }),
  measures: z.array(
    z.looseObject({ id: text, level: whole, target: whole, requirements: z.array(requirement) }),
  ),
  contradictions: z.array(
    z.looseObject({
      id: text,
      severity: text,
      claim: sentence,
      seen: sentence,
      requirements: texts,
      assets: texts,
      frames: z.array(z.looseObject({ capture: text, frame: z.number() })),
    }),
  ),
  crown_jewels: z.array(
    z.looseObject({
      process: text,
      name: text,
      owner: maybe,
      site: maybe,
      outage_cost_eur_per_hour: whole,
      max_outage_hours: whole,
      assets: texts,
      suppliers: texts,
    }),
  ),
  suppliers: z.array(z.looseObject({ id: text, name: text, is_critical: z.boolean() })),
  risks: z.array(
    z.looseObject({
      id: text,
      sentence,
      cause: sentence,
      consequence: z.looseObject({
        continuity: sentence.nullable(),
        money,
        outage_hours: span,
        safety: sentence.nullable(),
        reputation: sentence.nullable(),
      }),
      likelihood: z.looseObject({ level: z.number(), reasons: sentences }),
      impact: z.looseObject({ level: z.number(), reasons: sentences }),
      processes: texts,
      assets: texts,
    }),
  ),
  actions: z.array(
    z.looseObject({
      id: text,
      title: sentence,
      owner: maybe,
      due: text,
      week: z.number(),
      cost_eur: money,
      requirements: texts,
      risks: texts,
      contradictions: texts,
    }),
  ),
  decisions: z.array(
    z.looseObject({
      id: text,
      question: sentence,
      if_yes: sentence.nullable(),
      if_no: sentence.nullable(),
      proposed_by: maybe,
      due: maybe,
      money,
    }),
  ),
})

const mostProblems = 100

export function readBaseline(bytes: Uint8Array): BaselineOutcome {
  if (bytes.length > sightingLimits.documentBytes) {
    const expected = `at most ${sightingLimits.documentBytes} bytes`
    return { problems: [{ path: '', expected, found: `${bytes.length}` }] }
  }
  const read = jsonOf(bytes)
  if (read.problem !== undefined) {
    const { expected, found } = read.problem
    return { problems: [{ path: '', expected, found }] }
  }
  const checked = shape.safeParse(read.value)
  if (!checked.success) {
    const problems = checked.error.issues.slice(0, mostProblems).map((issue) => ({
      path: issue.path.map((part) => `/${String(part)}`).join(''),
      expected: 'expected' in issue ? String(issue.expected) : issue.code,
      found: issue.message.slice(0, 120),
    }))
    return { problems }
  }
  // What the shape does not name is not looked at by anybody who gets it from here.
  return { baseline: read.value as Baseline }
}
