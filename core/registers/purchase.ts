// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A machine, component or service that is to be bought: what is asked of its security, what the
 * supplier answers and shows, and what was decided on it before the order.
 */
export const purchase = {
  name: 'purchase',
  fields: {
    code: usual.code,
    name: usual.name,
    sort: {
      type: 'choice',
      options: ['component', 'machine', 'system', 'software', 'service'],
      required: true,
    },
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    zone: { type: 'reference', to: ['zone'], onRetire: 'keep' },
    processes: usual.processes,
    value_eur: usual.euro,
    points: {
      type: 'rows',
      fields: {
        point: { type: 'text', max: 60, required: true },
        answer: { type: 'choice', options: ['yes', 'partly', 'no', 'not_applicable'] },
        explanation: { type: 'text', max: 2000 },
        files: usual.digests,
        judged: { type: 'choice', options: ['enough', 'enough_with_condition', 'not_enough'] },
      },
    },
    asked_on: usual.date,
    answered_on: usual.date,
    verdict: { type: 'choice', options: ['buy', 'buy_with_conditions', 'do_not_buy'] },
    conditions: usual.longText,
    reason: usual.longText,
    decided_on: usual.date,
    decided_by: usual.person,
    ordered_on: usual.date,
    assets: usual.assets,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [
    ['asked_on', 'answered_on'],
    // What was ordered first was not decided on.
    ['decided_on', 'ordered_on'],
  ],
  either: [],
  lifecycle: {
    states: ['draft', 'asked', 'answered', 'decided', 'ordered', 'cancelled'],
    initial: ['draft'],
    frozen: ['ordered', 'cancelled'],
    open: ['assets', 'note'],
    transitions: [
      {
        from: ['draft'],
        to: 'asked',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['points'],
      },
      { from: ['asked'], to: 'answered', by: ['ciso', 'it_manager', 'ot_engineer'] },
      { from: ['answered'], to: 'asked', by: ['ciso', 'it_manager', 'ot_engineer'], reason: true },
      {
        from: ['answered'],
        to: 'decided',
        by: ['ciso', 'it_manager'],
        needs: ['verdict', 'decided_on', 'decided_by', 'reason'],
      },
      { from: ['decided'], to: 'answered', by: ['ciso', 'it_manager'], reason: true },
      { from: ['decided'], to: 'ordered', by: ['ciso', 'it_manager'], needs: ['ordered_on'] },
      {
        from: ['draft', 'asked', 'answered', 'decided'],
        to: 'cancelled',
        by: ['ciso', 'it_manager'],
        reason: true,
      },
    ],
    lapse: { from: ['decided'], to: 'answered' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...runs, approve: notOwnWork },
    ot_engineer: { ...prepares, move: always },
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['decided'], by: ['ciso', 'it_manager', 'director'] }],
  // Whoever decided, decided on these answers.
  lapses: [{ what: 'approval', when: ['points', 'supplier'], of: 'itself' }],
  evidence: 'shown',
} as const satisfies RecordKind
