// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Something that is not as it should be, with where it came to light. */
export const finding = {
  name: 'finding',
  fields: {
    code: usual.code,
    name: usual.name,
    description: usual.description,
    source: {
      type: 'reference',
      to: ['audit', 'exercise', 'incident', 'restore-test', 'supplier-review', 'evidence-file'],
      onRetire: 'keep',
    },
    origin: {
      type: 'choice',
      options: [
        'audit',
        'measurement',
        'exercise',
        'incident',
        'advisory',
        'review',
        'report',
        'scan',
        'penetration_test',
      ],
      required: true,
    },
    type: {
      type: 'choice',
      options: ['major_nonconformity', 'minor_nonconformity', 'observation', 'improvement'],
    },
    severity: { ...usual.severity, required: true },
    requirements: usual.requirements,
    measures: usual.measures,
    assets: usual.assets,
    zones: usual.zones,
    processes: usual.processes,
    suppliers: usual.suppliers,
    // Of a scanner or tester: what it is known again by, and when it was last seen there.
    tool: usual.text,
    fingerprint: { type: 'text', max: 128, searchable: true },
    last_seen_on: usual.date,
    found_on: { type: 'date', required: true },
    cause: usual.longText,
    recommendation: usual.longText,
    response: usual.longText,
    owner: usual.owner,
    due_on: usual.date,
    solved_on: usual.date,
    verified_by: usual.person,
    evidence: usual.evidence,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [
    ['found_on', 'due_on'],
    ['found_on', 'solved_on'],
  ],
  either: [],
  lifecycle: {
    states: ['open', 'in_treatment', 'solved', 'verified', 'accepted', 'lapsed'],
    initial: ['open', 'in_treatment', 'solved'],
    frozen: ['verified'],
    open: ['last_seen_on'],
    transitions: [
      {
        from: ['open', 'lapsed'],
        to: 'in_treatment',
        by: ['ciso', 'it_manager', 'ot_engineer', 'process_owner'],
        needs: ['owner', 'due_on'],
      },
      {
        from: ['open', 'in_treatment', 'lapsed'],
        to: 'solved',
        by: ['ciso', 'it_manager', 'ot_engineer', 'process_owner'],
        needs: ['solved_on'],
      },
      { from: ['solved'], to: 'verified', by: ['ciso'], needs: ['verified_by'] },
      { from: ['solved', 'verified', 'accepted'], to: 'open', by: ['ciso'], reason: true },
      { from: ['open', 'in_treatment', 'lapsed'], to: 'accepted', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['accepted'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: mine('me', 'owner') },
    ot_engineer: { ...prepares, move: mine('me', 'owner') },
    process_owner: { ...reads, change: mine('me', 'owner'), move: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'retire', by: ['director'] },
    { on: 'move', to: ['verified'], by: ['ciso', 'director'] },
    { on: 'move', to: ['accepted'], by: ['director'] },
    // A deadline that moves is a decision too.
    {
      on: 'change',
      fields: ['due_on', 'severity'],
      in: ['in_treatment'],
      by: ['ciso', 'director'],
    },
  ],
  lapses: [{ what: 'acceptance', when: ['severity', 'assets', 'zones'], of: 'itself' }],
  evidence: 'shown',
} as const satisfies RecordKind
