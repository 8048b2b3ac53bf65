// SPDX-License-Identifier: EUPL-1.2
import { boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * One question of a customer and what is answered, with the proof it rests on. A draft is nobody's
 * word; what a person has approved is, and changes no more without being approved again.
 */
export const customerAnswer = {
  name: 'customer-answer',
  fields: {
    questionnaire: {
      type: 'reference',
      to: ['customer-questionnaire'],
      required: true,
      onRetire: 'retire',
    },
    /** Where it stands in their file: `Sheet1!B12`. */
    place: { type: 'text', max: 120, required: true },
    number: { type: 'whole', min: 1, max: 10_000, unit: 'count' },
    question: { type: 'long_text', required: true, searchable: true },
    requirements: usual.requirements,
    answer: { type: 'choice', options: ['yes', 'partly', 'no', 'not_applicable'] },
    explanation: usual.longText,
    evidence: usual.evidence,
    drawn_from: { type: 'reference', to: ['customer-answer'], onRetire: 'keep' },
    fresh_until: usual.date,
    note: usual.note,
  },
  title: ['question', 'place'],
  key: ['questionnaire', 'place'],
  order: [],
  either: [],
  lifecycle: {
    states: ['draft', 'approved', 'lapsed'],
    initial: ['draft'],
    frozen: [],
    transitions: [
      {
        from: ['draft', 'lapsed'],
        to: 'approved',
        by: ['ciso', 'it_manager'],
        needs: ['answer'],
      },
      { from: ['approved', 'lapsed'], to: 'draft', by: ['ciso', 'it_manager'] },
    ],
    lapse: { from: ['approved'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    ciso: runs,
    it_manager: runs,
    ot_engineer: prepares,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [
    { what: 'approval', when: ['question', 'answer', 'explanation', 'evidence'], of: 'itself' },
  ],
  evidence: 'said',
} as const satisfies RecordKind
