// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, keeps, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Who holds which responsibility from when to when. Training terms of directors run from it. */
export const appointment = {
  name: 'appointment',
  fields: {
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    role: {
      type: 'choice',
      options: [
        'executive_director',
        'non_executive_director',
        'supervisory_director',
        'partner',
        'managing_partner',
        'limited_partner',
        'ciso',
        'it_manager',
        'ot_engineer',
        'process_owner',
        'purchasing',
        'hr',
        'legal',
        'quality',
        'privacy_officer',
        'incident_lead',
        'company_secretary',
      ],
      required: true,
    },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'refuse' },
    process: { type: 'reference', to: ['process'], onRetire: 'keep' },
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    from: { type: 'date', required: true },
    to: usual.date,
    represents: { type: 'text', max: 200 },
    portfolio: usual.longText,
    mandate: usual.longText,
    mandate_limit_eur: usual.euro,
    reports_to: usual.person,
    deputy: usual.person,
    is_independent: usual.yesNo,
    conflicts_of_interest: { type: 'long_text', personal: 'person' },
    decision: usual.decision,
    evidence: usual.evidence,
    note: usual.note,
  },
  title: ['role', 'person'],
  key: ['person', 'role', 'legal_entity', 'process', 'from'],
  order: [['from', 'to']],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...keeps, erase: always },
    it_manager: reads,
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  // Who governs and who guards security is settled by the board, and by none alone.
  fourEyes: [
    { on: 'create', by: ['director'] },
    { on: 'change', fields: ['person', 'role', 'from', 'to', 'mandate'], by: ['director'] },
    { on: 'retire', by: ['director'] },
    { on: 'erase', by: ['director'] },
  ],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
