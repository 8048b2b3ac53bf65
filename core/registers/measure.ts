// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * Something the company does or has against its risks. The board approves it; a supervisory board
 * takes note of it and approves nothing.
 */
export const measure = {
  name: 'measure',
  fields: {
    code: usual.code,
    name: usual.name,
    description: usual.description,
    duties: { ...usual.duties, required: true },
    requirements: usual.requirements,
    function: { type: 'choice', options: ['govern', 'prevent', 'detect', 'respond', 'recover'] },
    nature: { type: 'choice', options: ['technical', 'organisational', 'physical', 'human'] },
    applies_to: { type: 'choice', options: ['it', 'ot', 'products'], many: true },
    owner: usual.owner,
    sites: usual.sites,
    zones: usual.zones,
    assets: usual.assets,
    processes: usual.processes,
    suppliers: usual.suppliers,
    risks: { type: 'reference', to: ['risk'], many: true, onRetire: 'keep' },
    policy: { type: 'reference', to: ['policy'], onRetire: 'keep' },
    cost_eur_once: usual.euro,
    cost_eur_per_year: usual.euro,
    effort_hours: usual.hours,
    level: usual.maturity,
    target_level: usual.maturity,
    planned_on: usual.date,
    in_place_on: usual.date,
    test_method: usual.longText,
    test_months: { type: 'whole', min: 1, max: 60, unit: 'months' },
    tested_on: usual.date,
    effectiveness: {
      type: 'choice',
      options: ['not_tested', 'effective', 'partly_effective', 'ineffective'],
    },
    evidence: usual.evidence,
    decision: usual.decision,
    references: usual.texts,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['proposed', 'approved', 'in_place', 'lapsed', 'ended'],
    initial: ['proposed'],
    frozen: ['ended'],
    transitions: [
      {
        from: ['proposed', 'lapsed'],
        to: 'approved',
        by: ['ciso', 'it_manager'],
        needs: ['owner'],
      },
      {
        from: ['approved'],
        to: 'in_place',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['in_place_on'],
      },
      { from: ['approved', 'in_place', 'lapsed'], to: 'proposed', by: ['ciso'], reason: true },
      {
        from: ['proposed', 'approved', 'in_place', 'lapsed'],
        to: 'ended',
        by: ['ciso'],
        reason: true,
      },
    ],
    lapse: { from: ['approved', 'in_place'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: mine('me', 'owner') },
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['approved', 'ended'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [
    {
      what: 'approval',
      when: [
        'description',
        'duties',
        'applies_to',
        'sites',
        'zones',
        'cost_eur_once',
        'cost_eur_per_year',
      ],
      of: 'itself',
    },
  ],
  evidence: {
    field: 'effectiveness',
    levels: {
      not_tested: 'said',
      effective: 'tested',
      partly_effective: 'tested',
      ineffective: 'tested',
    },
  },
} as const satisfies RecordKind
