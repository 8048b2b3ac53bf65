// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Leave to depart from a rule, for a reason, under conditions, until a date. */
export const exception = {
  name: 'exception',
  fields: {
    code: usual.code,
    name: usual.name,
    policy: { type: 'reference', to: ['policy'], onRetire: 'keep' },
    requirements: usual.requirements,
    reason: { type: 'long_text', required: true, searchable: true },
    type: {
      type: 'choice',
      options: ['cannot_patch', 'end_of_support', 'supplier_refuses', 'cost', 'safety', 'other'],
    },
    assets: usual.assets,
    zones: usual.zones,
    processes: usual.processes,
    suppliers: usual.suppliers,
    risk: { type: 'reference', to: ['risk'], onRetire: 'keep' },
    compensating_measures: usual.measures,
    conditions: usual.longText,
    residual_loss_eur: usual.euro,
    requested_by: usual.person,
    owner: { ...usual.owner, required: true },
    starts_on: { type: 'date', required: true },
    ends_on: { type: 'date', required: true },
    review_on: usual.date,
    decision: usual.decision,
    note: usual.note,
  },
  title: ['name', 'ends_on'],
  key: ['code'],
  order: [
    ['starts_on', 'ends_on'],
    ['review_on', 'ends_on'],
  ],
  either: [],
  lifecycle: {
    states: ['requested', 'granted', 'refused', 'lapsed', 'ended'],
    initial: ['requested'],
    frozen: ['refused', 'ended'],
    transitions: [
      {
        from: ['requested', 'lapsed'],
        to: 'granted',
        by: ['ciso', 'it_manager', 'ot_engineer', 'process_owner'],
      },
      { from: ['requested', 'lapsed'], to: 'refused', by: ['ciso', 'director'], reason: true },
      { from: ['granted', 'lapsed'], to: 'ended', by: ['ciso', 'it_manager', 'ot_engineer'] },
    ],
    lapse: { from: ['granted'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, move: always, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: always },
    process_owner: {
      ...reads,
      create: mine('myProcesses', 'processes'),
      change: mine('myProcesses', 'processes'),
      move: mine('myProcesses', 'processes'),
    },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['granted'], by: ['ciso', 'director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [
    {
      what: 'approval',
      when: ['policy', 'assets', 'zones', 'compensating_measures', 'conditions', 'ends_on', 'risk'],
      of: 'itself',
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
