// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * The moment a person of the company became aware of an incident: what starts the legal clock. It
 * is written once; a mistake is corrected by a second event that says what it corrects and why.
 */
export const awareness = {
  name: 'awareness',
  fields: {
    incident: { type: 'reference', to: ['incident'], required: true, onRetire: 'keep' },
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    aware_at: { type: 'instant', required: true },
    how: {
      type: 'choice',
      options: [
        'own_detection',
        'employee_report',
        'supplier_notice',
        'customer_notice',
        'authority_notice',
        'attacker_message',
        'media',
        'other',
      ],
      required: true,
    },
    how_in_words: usual.longText,
    recorded_by: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    recorded_at: { type: 'instant', required: true },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    evidence: usual.evidence,
    corrects: { type: 'reference', to: ['awareness'], onRetire: 'keep' },
    correction_reason: usual.longText,
  },
  title: ['incident', 'aware_at'],
  key: ['incident', 'person', 'aware_at', 'legal_entity'],
  order: [['aware_at', 'recorded_at']],
  either: [],
  lifecycle: usual.written,
  may: {
    ...boardroom,
    director: { ...reads, create: always, approve: always },
    ciso: { ...reads, create: always, approve: notOwnWork },
    it_manager: { ...reads, create: always },
    ot_engineer: { ...reads, create: always },
    process_owner: { ...reads, create: always },
    consultant: reads,
  },
  // A later moment would buy time: nobody moves the start of the clock alone.
  fourEyes: [{ on: 'change', fields: ['corrects'], by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
