// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, nothing, notOwnWork, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Why personal data that could be erased stays: somebody will ask for it. It ends in words, by two. */
export const legalHold = {
  name: 'legal-hold',
  fields: {
    code: usual.code,
    name: usual.name,
    reason: { type: 'long_text', required: true, searchable: true },
    asked_by: { type: 'text', max: 200 },
    about: {
      type: 'reference',
      to: [
        'access-account',
        'access-review',
        'appointment',
        'awareness-campaign',
        'certificate',
        'decision',
        'incident',
        'incident-log-entry',
        'person',
        'phishing-result',
        'supplier',
        'supplier-review',
      ],
      many: true,
      required: true,
      onRetire: 'keep',
    },
    placed_on: { type: 'date', required: true },
    review_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'placed_on'],
  key: ['code'],
  order: [['placed_on', 'review_on']],
  either: [],
  lifecycle: {
    states: ['in_force', 'lifted'],
    initial: ['in_force'],
    frozen: ['lifted'],
    transitions: [{ from: ['in_force'], to: 'lifted', by: ['ciso', 'director'], reason: true }],
  },
  may: {
    ...boardroom,
    director: { ...prepares, move: always, approve: notOwnWork },
    ciso: { ...prepares, move: always },
    it_manager: reads,
    ot_engineer: reads,
    process_owner: nothing,
    consultant: reads,
  },
  fourEyes: [
    { on: 'move', to: ['lifted'], by: ['director'] },
    // Naming fewer records would lift it for those.
    { on: 'change', fields: ['about'], in: ['in_force'], by: ['director'] },
  ],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
