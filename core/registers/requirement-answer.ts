// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs, shared } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What the company says of one requirement, and what that rests on. */
export const requirementAnswer = {
  name: 'requirement-answer',
  fields: {
    requirement: { type: 'text', max: 3, format: 'requirement', required: true, searchable: true },
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    level: usual.maturity,
    target_level: usual.maturity,
    evidence_level: { type: 'choice', options: ['said', 'shown', 'tested'] },
    evidence: usual.evidence,
    not_applicable: { type: 'text', max: 2000, searchable: true },
    owner: usual.owner,
    answered_by: usual.person,
    answered_on: usual.date,
    next_review_on: usual.date,
    measures: usual.measures,
    exceptions: { type: 'reference', to: ['exception'], many: true, onRetire: 'keep' },
    shared_until: usual.sharedUntil,
    note: usual.note,
  },
  title: ['requirement', 'site'],
  key: ['requirement', 'site'],
  order: [['answered_on', 'next_review_on']],
  either: [['level', 'not_applicable']],
  lifecycle: {
    states: ['answered', 'checked', 'lapsed'],
    initial: ['answered'],
    frozen: [],
    transitions: [
      { from: ['answered', 'lapsed'], to: 'checked', by: ['ciso', 'it_manager', 'consultant'] },
      { from: ['checked'], to: 'answered', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['checked'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: prepares,
    process_owner: { ...reads, change: mine('me', 'owner') },
    customer: shared(['requirement', 'level', 'evidence_level', 'shared_until'], 'checked'),
    consultant: { ...prepares, move: always },
  },
  // "Not applicable" is a decision, not an answer; so is showing it to customers.
  fourEyes: [
    { on: 'move', to: ['checked'], by: ['ciso', 'director'] },
    { on: 'change', fields: ['shared_until'], by: ['ciso', 'director'] },
    {
      on: 'change',
      fields: ['not_applicable'],
      in: ['answered', 'checked', 'lapsed'],
      by: ['ciso', 'director'],
    },
  ],
  lapses: [
    {
      what: 'approval',
      when: ['level', 'evidence_level', 'evidence', 'not_applicable'],
      of: 'itself',
    },
  ],
  evidence: {
    field: 'evidence_level',
    levels: { said: 'said', shown: 'shown', tested: 'tested' },
  },
} as const satisfies RecordKind
