// SPDX-License-Identifier: EUPL-1.2
import { always, among, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A look at a supplier. The supplier answers its own questionnaire over a link that expires, and
 * sees and writes nothing else.
 */
export const supplierReview = {
  name: 'supplier-review',
  fields: {
    supplier: { type: 'reference', to: ['supplier'], required: true, onRetire: 'keep' },
    planned_on: { type: 'date', required: true },
    type: {
      type: 'choice',
      options: ['questionnaire', 'certificate', 'audit', 'visit', 'document_review'],
      required: true,
    },
    questionnaire: usual.text,
    tier: usual.supplierTier,
    asked_of: usual.person,
    sent_at: usual.instant,
    answer_until: usual.instant,
    answered_at: usual.instant,
    answered_by_name: { type: 'text', max: 200, personal: 'asked_of' },
    answers: {
      type: 'rows',
      fields: {
        code: { type: 'text', max: 20 },
        question: { type: 'text', max: 500, required: true },
        answer: { type: 'choice', options: ['yes', 'partly', 'no', 'not_applicable'] },
        explanation: { type: 'long_text' },
        // Against what the same supplier answered the time before.
        changed: usual.yesNo,
        files: usual.digests,
      },
    },
    files: usual.digests,
    remarks: usual.longText,
    reviewer: usual.person,
    reviewed_on: usual.date,
    score_percent: usual.percent,
    verdict: { type: 'choice', options: ['acceptable', 'acceptable_with_actions', 'unacceptable'] },
    conclusion: usual.longText,
    actions: usual.actions,
    valid_until: usual.date,
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['supplier', 'planned_on'],
  key: ['supplier', 'type', 'tier', 'planned_on'],
  order: [
    ['sent_at', 'answered_at'],
    ['reviewed_on', 'next_review_on'],
  ],
  either: [],
  lifecycle: {
    states: ['planned', 'sent', 'answered', 'assessed', 'cancelled'],
    initial: ['planned'],
    frozen: ['assessed', 'cancelled'],
    open: ['next_review_on', 'note'],
    transitions: [
      { from: ['planned'], to: 'sent', by: ['ciso', 'it_manager'], needs: ['answer_until'] },
      {
        from: ['sent'],
        to: 'answered',
        by: ['supplier', 'ciso', 'it_manager'],
        needs: ['answers'],
      },
      { from: ['answered'], to: 'sent', by: ['ciso', 'it_manager'], reason: true },
      {
        from: ['planned', 'answered'],
        to: 'assessed',
        by: ['ciso', 'it_manager'],
        needs: ['reviewed_on', 'verdict'],
      },
      { from: ['planned', 'sent'], to: 'cancelled', by: ['ciso', 'it_manager'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, erase: always, approve: notOwnWork },
    it_manager: runs,
    ot_engineer: prepares,
    process_owner: reads,
    supplier: {
      read: {
        ...mine('mySupplier', 'supplier'),
        fields: ['supplier', 'questionnaire', 'answer_until', 'answers', 'files', 'remarks'],
      },
      change: {
        where: [
          { oneOf: ['supplier'], holds: 'mySupplier' },
          { oneOf: ['answer_until'], holds: 'notPast' },
          among('state', 'sent'),
        ],
        fields: ['answers', 'files', 'remarks', 'answered_at', 'answered_by_name'],
      },
      move: {
        where: [
          { oneOf: ['supplier'], holds: 'mySupplier' },
          { oneOf: ['answer_until'], holds: 'notPast' },
          among('state', 'sent'),
        ],
      },
    },
    consultant: prepares,
  },
  fourEyes: [{ on: 'erase', by: ['ciso', 'director'] }],
  lapses: [],
  evidence: {
    field: 'type',
    levels: {
      questionnaire: 'said',
      certificate: 'shown',
      audit: 'tested',
      visit: 'shown',
      document_review: 'shown',
    },
  },
} as const satisfies RecordKind
