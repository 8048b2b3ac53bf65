// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const limit = {
  type: 'decimal',
  unit: 'kpi_unit',
  decimals: 4,
  min: -1_000_000_000,
  max: 1_000_000_000,
} as const

/**
 * A question to a body and its answer, frozen to the documents that lay on the table. What happens
 * if yes, if no and if nothing stands beside it.
 */
export const decision = {
  name: 'decision',
  fields: {
    code: usual.code,
    name: usual.name,
    question: { type: 'long_text', required: true, searchable: true },
    body: {
      type: 'choice',
      options: [
        'board',
        'supervisory_board',
        'both_boards',
        'partners_meeting',
        'management',
        'crisis_team',
      ],
      required: true,
    },
    subject: {
      type: 'choice',
      options: [
        'approve_measures',
        'approve_policy',
        'accept_risk',
        'grant_budget',
        'set_level',
        'set_limits',
        'appoint',
        'scope',
        'incident',
        'supplier',
        'other',
      ],
    },
    requirements: usual.requirements,
    meeting: { type: 'reference', to: ['meeting'], onRetire: 'refuse' },
    proposed_by: usual.person,
    proposal: usual.longText,
    advice: usual.longText,
    if_yes: usual.longText,
    if_no: usual.longText,
    if_nothing: usual.longText,
    cost_eur: usual.euro,
    avoided_loss_eur: usual.euro,
    due_on: usual.date,
    about: {
      type: 'reference',
      to: [
        'acceptance',
        'appointment',
        'budget',
        'crown-jewel',
        'exception',
        'incident',
        'kpi',
        'measure',
        'playbook',
        'policy-version',
        'risk',
        'supplier',
        'treatment',
      ],
      many: true,
      onRetire: 'keep',
    },
    /** What the board is asked to steer by; it holds from the day the decision is taken. */
    limits: {
      type: 'rows',
      maxRows: 100,
      fields: {
        kpi: { type: 'reference', to: ['kpi'], required: true, onRetire: 'keep' },
        green_limit: limit,
        amber_limit: limit,
        target: limit,
      },
    },
    documents: usual.digests,
    outcome: { type: 'choice', options: ['approved', 'rejected', 'postponed', 'noted'] },
    decided_on: usual.date,
    conditions: usual.longText,
    conflicted: usual.persons,
    dissent: usual.longText,
    delegated_to: usual.person,
    /** Registers of which the person may say yes for the board; none is nothing handed on. */
    delegated_kinds: {
      type: 'choice',
      options: [
        'acceptance',
        'budget',
        'exception',
        'kpi',
        'measure',
        'playbook',
        'policy_version',
        'treatment',
      ],
      many: true,
    },
    delegation_limit_eur: usual.euro,
    delegated_until: usual.date,
    /** Signed elsewhere and kept beside it: a signature of another system, not ours. */
    annexes: usual.digests,
    actions: usual.actions,
    evaluate_on: usual.date,
    replaces: { type: 'reference', to: ['decision'], onRetire: 'keep' },
    note: usual.note,
  },
  title: ['name', 'decided_on'],
  key: ['code'],
  order: [
    ['decided_on', 'evaluate_on'],
    ['decided_on', 'delegated_until'],
  ],
  either: [],
  lifecycle: {
    states: ['draft', 'tabled', 'decided', 'withdrawn'],
    initial: ['draft'],
    frozen: ['decided', 'withdrawn'],
    open: ['actions', 'annexes', 'note'],
    transitions: [
      {
        from: ['draft'],
        to: 'tabled',
        by: ['ciso', 'director'],
        needs: ['proposed_by', 'if_yes', 'if_no'],
      },
      { from: ['tabled'], to: 'draft', by: ['ciso', 'director'], reason: true },
      {
        from: ['tabled'],
        to: 'decided',
        by: ['ciso', 'director'],
        needs: ['outcome', 'decided_on'],
      },
      { from: ['draft', 'tabled'], to: 'withdrawn', by: ['ciso', 'director'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...prepares, move: always, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: prepares,
    consultant: prepares,
  },
  // The count of votes decides; that it is recorded rightly, a director confirms.
  fourEyes: [
    { on: 'move', to: ['decided'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
