// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Money for security in a year: what was asked and what was granted are two figures. */
export const budget = {
  name: 'budget',
  fields: {
    code: usual.code,
    name: usual.name,
    year: { type: 'whole', min: 2000, max: 2199, required: true },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    asked_eur: usual.euro,
    asked_on: usual.date,
    asked_by: usual.person,
    granted_eur: usual.euro,
    granted_on: usual.date,
    difference_reason: usual.longText,
    consequence_of_difference: usual.longText,
    decision: usual.decision,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'year'],
  key: ['code'],
  order: [['asked_on', 'granted_on']],
  either: [],
  lifecycle: {
    states: ['draft', 'asked', 'granted', 'refused', 'lapsed', 'closed'],
    initial: ['draft'],
    frozen: ['refused', 'closed'],
    transitions: [
      {
        from: ['draft'],
        to: 'asked',
        by: ['ciso', 'it_manager'],
        needs: ['asked_eur', 'asked_on'],
      },
      {
        from: ['asked', 'lapsed'],
        to: 'granted',
        by: ['ciso', 'director'],
        needs: ['granted_eur', 'granted_on'],
      },
      { from: ['asked'], to: 'draft', by: ['ciso', 'it_manager'], reason: true },
      { from: ['asked', 'lapsed'], to: 'refused', by: ['ciso', 'director'], reason: true },
      { from: ['granted', 'lapsed'], to: 'closed', by: ['ciso'] },
    ],
    lapse: { from: ['granted'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...prepares, move: always, approve: always },
    ciso: runs,
    it_manager: { ...prepares, move: always },
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['granted', 'refused'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [{ what: 'approval', when: ['asked_eur', 'granted_eur', 'year'], of: 'itself' }],
  evidence: 'shown',
} as const satisfies RecordKind
