// SPDX-License-Identifier: EUPL-1.2
import { boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What a customer wants to know, as it came: their file, and where in it questions and answers stand. */
export const customerQuestionnaire = {
  name: 'customer-questionnaire',
  fields: {
    code: usual.code,
    name: usual.name,
    party_name: { ...usual.text, required: true },
    contract: { type: 'reference', to: ['contract'], onRetire: 'keep' },
    language: { type: 'choice', options: ['nl', 'en'] },
    received_on: usual.date,
    due_on: usual.date,
    sent_on: usual.date,
    file: usual.digest,
    sheet: usual.text,
    // Columns count from one; their file is filled in where it asks.
    question_column: { type: 'whole', min: 1, max: 1000, unit: 'count' },
    answer_column: { type: 'whole', min: 1, max: 1000, unit: 'count' },
    explanation_column: { type: 'whole', min: 1, max: 1000, unit: 'count' },
    filled_file: usual.digest,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'party_name'],
  key: ['code'],
  order: [['received_on', 'sent_on']],
  either: [],
  lifecycle: {
    states: ['open', 'sent', 'cancelled'],
    initial: ['open'],
    frozen: ['sent', 'cancelled'],
    transitions: [
      { from: ['open'], to: 'sent', by: ['ciso', 'it_manager'], needs: ['sent_on'] },
      { from: ['open'], to: 'cancelled', by: ['ciso', 'it_manager'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    ciso: runs,
    it_manager: runs,
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
