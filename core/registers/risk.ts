// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const timesPerYear = {
  type: 'decimal',
  unit: 'per_year',
  decimals: 4,
  min: 0,
  max: 100_000,
} as const

/** A scale of five for those who count in steps; the figures beside it decide. */
const step = { type: 'whole', min: 1, max: 5, unit: 'level' } as const

/** What can happen, how often, and what it costs: the company's own estimate as 90 % intervals. */
export const risk = {
  name: 'risk',
  fields: {
    code: usual.code,
    name: usual.name,
    scenario: { type: 'long_text', required: true, searchable: true },
    category: {
      type: 'choice',
      options: [
        'ransomware',
        'sabotage',
        'theft_of_data',
        'fraud',
        'supplier_failure',
        'human_error',
        'technical_failure',
        'physical',
        'legal',
        'other',
      ],
    },
    /** Of the catalogue of hazards, where it was proposed from there. */
    hazard: { type: 'text', max: 40 },
    threat: usual.text,
    weakness: usual.longText,
    consequence: usual.longText,
    owner: usual.owner,
    crown_jewels: { type: 'reference', to: ['crown-jewel'], many: true, onRetire: 'keep' },
    processes: usual.processes,
    assets: usual.assets,
    zones: usual.zones,
    sites: usual.sites,
    suppliers: usual.suppliers,
    findings: { type: 'reference', to: ['finding'], many: true, onRetire: 'keep' },
    restore_tests: { type: 'reference', to: ['restore-test'], many: true, onRetire: 'keep' },
    incidents: { type: 'reference', to: ['incident', 'exercise'], many: true, onRetire: 'keep' },
    brands: { type: 'reference', to: ['brand'], many: true, onRetire: 'keep' },
    times_per_year_low: timesPerYear,
    times_per_year_high: timesPerYear,
    loss_eur_low: usual.euro,
    loss_eur_high: usual.euro,
    outage_hours_low: usual.hours,
    outage_hours_high: usual.hours,
    likelihood: step,
    impact: step,
    likelihood_before: step,
    impact_before: step,
    likelihood_target: step,
    impact_target: step,
    continuity_impact: usual.ladder,
    money_impact: usual.ladder,
    safety_impact: usual.ladder,
    environment_impact: usual.ladder,
    reputation_impact: usual.ladder,
    estimated_by: usual.persons,
    estimated_on: usual.date,
    grounds: usual.longText,
    measures: usual.measures,
    requirements: usual.requirements,
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [
    ['times_per_year_low', 'times_per_year_high'],
    ['loss_eur_low', 'loss_eur_high'],
    ['outage_hours_low', 'outage_hours_high'],
    ['estimated_on', 'next_review_on'],
  ],
  either: [],
  lifecycle: {
    states: ['identified', 'assessed', 'closed', 'rejected'],
    initial: ['identified'],
    frozen: ['closed', 'rejected'],
    transitions: [
      {
        from: ['identified'],
        to: 'assessed',
        by: ['ciso', 'process_owner'],
        needs: ['owner', 'estimated_on'],
      },
      { from: ['assessed', 'closed', 'rejected'], to: 'identified', by: ['ciso'], reason: true },
      // A proposal that somebody has looked at and found to be none.
      { from: ['identified'], to: 'rejected', by: ['ciso', 'process_owner'], reason: true },
      { from: ['identified', 'assessed'], to: 'closed', by: ['ciso'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: {
      ...reads,
      create: mine('myProcesses', 'processes'),
      change: mine('me', 'owner'),
      move: mine('me', 'owner'),
    },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['closed'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  // An acceptance names the risk as it stood that day. A weightier one was never accepted.
  lapses: [
    {
      what: 'acceptance',
      when: [
        'scenario',
        'times_per_year_low',
        'times_per_year_high',
        'loss_eur_low',
        'loss_eur_high',
        'outage_hours_high',
        'likelihood',
        'impact',
        'safety_impact',
        'crown_jewels',
      ],
      of: { kind: 'acceptance', field: 'subject' },
    },
    {
      what: 'approval',
      when: ['scenario', 'loss_eur_high', 'times_per_year_high', 'likelihood', 'impact'],
      of: { kind: 'treatment', field: 'risk' },
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
