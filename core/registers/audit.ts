// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A look by somebody who did not do the work. */
export const audit = {
  name: 'audit',
  fields: {
    code: usual.code,
    name: usual.name,
    type: {
      type: 'choice',
      options: [
        'internal',
        'external',
        'certification',
        'regulator',
        'customer',
        'penetration_test',
        'effectiveness_review',
      ],
      required: true,
    },
    scope: usual.longText,
    standards: usual.texts,
    requirements: usual.requirements,
    sites: usual.sites,
    zones: usual.zones,
    processes: usual.processes,
    auditors: usual.persons,
    /** Under which a customer asked for it. */
    contract: { type: 'reference', to: ['contract'], onRetire: 'keep' },
    audit_firm: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    auditees: usual.persons,
    is_independent: usual.yesNo,
    planned_on: usual.date,
    started_on: usual.date,
    ended_on: usual.date,
    reported_on: usual.date,
    conclusion: usual.longText,
    verdict: {
      type: 'choice',
      options: ['passed', 'passed_with_findings', 'failed', 'no_verdict'],
    },
    report: usual.digest,
    cost_eur: usual.euro,
    next_on: usual.date,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'ended_on'],
  key: ['code'],
  order: [
    ['started_on', 'ended_on'],
    ['ended_on', 'reported_on'],
  ],
  either: [],
  lifecycle: {
    states: ['planned', 'running', 'reported', 'closed', 'cancelled'],
    initial: ['planned', 'running', 'reported'],
    frozen: ['closed', 'cancelled'],
    transitions: [
      { from: ['planned'], to: 'running', by: ['ciso'] },
      {
        from: ['planned', 'running'],
        to: 'reported',
        by: ['ciso'],
        needs: ['report', 'reported_on'],
      },
      { from: ['reported'], to: 'closed', by: ['ciso'], needs: ['conclusion'] },
      { from: ['planned', 'running'], to: 'cancelled', by: ['ciso'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: reads,
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  // Who runs the cycle does not declare its audit done.
  fourEyes: [
    { on: 'move', to: ['closed', 'cancelled'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [],
  evidence: 'tested',
} as const satisfies RecordKind
