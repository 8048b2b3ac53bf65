// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What one part of the money is for, what is committed and what is spent. */
export const budgetLine = {
  name: 'budget-line',
  fields: {
    budget: { type: 'reference', to: ['budget'], required: true, onRetire: 'retire' },
    code: usual.code,
    name: usual.name,
    nature: { type: 'choice', options: ['once', 'recurring'] },
    category: {
      type: 'choice',
      options: [
        'people',
        'training',
        'software',
        'hardware',
        'advice',
        'maintenance',
        'insurance',
        'other',
      ],
    },
    asked_eur: usual.euro,
    granted_eur: usual.euro,
    committed_eur: usual.euro,
    spent_eur: usual.euro,
    expected_eur: usual.euro,
    measures: usual.measures,
    risks: { type: 'reference', to: ['risk'], many: true, onRetire: 'keep' },
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['budget', 'code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: keeps,
    ot_engineer: reads,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
