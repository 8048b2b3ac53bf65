// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What is done about a risk, what it costs, and what remains of the risk afterwards. */
export const treatment = {
  name: 'treatment',
  fields: {
    code: usual.code,
    name: usual.name,
    risk: { type: 'reference', to: ['risk'], required: true, onRetire: 'retire' },
    option: {
      type: 'choice',
      options: ['reduce', 'avoid', 'transfer', 'retain'],
      required: true,
    },
    description: usual.description,
    measures: usual.measures,
    actions: usual.actions,
    cost_eur_once: usual.euro,
    cost_eur_per_year: usual.euro,
    insured_eur: usual.euro,
    deductible_eur: usual.euro,
    residual_times_per_year: {
      type: 'decimal',
      unit: 'per_year',
      decimals: 4,
      min: 0,
      max: 100_000,
    },
    residual_loss_eur_low: usual.euro,
    residual_loss_eur_high: usual.euro,
    residual_outage_hours_low: usual.hours,
    residual_outage_hours_high: usual.hours,
    residual_likelihood: { type: 'whole', min: 1, max: 5, unit: 'level' },
    residual_impact: { type: 'whole', min: 1, max: 5, unit: 'level' },
    owner: usual.owner,
    due_on: usual.date,
    done_on: usual.date,
    decision: usual.decision,
    note: usual.note,
  },
  title: ['name', 'option'],
  key: ['code'],
  order: [
    ['residual_loss_eur_low', 'residual_loss_eur_high'],
    ['residual_outage_hours_low', 'residual_outage_hours_high'],
  ],
  either: [],
  lifecycle: {
    states: ['proposed', 'chosen', 'lapsed', 'done', 'dropped'],
    initial: ['proposed'],
    frozen: ['done', 'dropped'],
    transitions: [
      {
        from: ['proposed', 'lapsed'],
        to: 'chosen',
        by: ['ciso', 'process_owner'],
        needs: ['owner'],
      },
      { from: ['chosen', 'lapsed'], to: 'done', by: ['ciso', 'process_owner'], needs: ['done_on'] },
      { from: ['proposed', 'chosen', 'lapsed'], to: 'dropped', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['chosen'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: {
      ...reads,
      create: mine('me', 'owner'),
      change: mine('me', 'owner'),
      move: mine('me', 'owner'),
    },
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['chosen', 'dropped'], by: ['director'] }],
  lapses: [
    {
      what: 'approval',
      when: ['option', 'measures', 'cost_eur_once', 'cost_eur_per_year', 'residual_loss_eur_high'],
      of: 'itself',
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
