// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A holding or family of enterprises, whose figures count along for the size of its members. */
export const group = {
  name: 'group',
  fields: {
    code: usual.code,
    name: usual.name,
    ultimate_parent: usual.text,
    country: usual.country,
    relations: {
      type: 'rows',
      fields: {
        enterprise: { type: 'text', max: 200, required: true },
        holder: { type: 'text', max: 200, required: true },
        holder_type: {
          type: 'choice',
          options: [
            'enterprise',
            'natural_person',
            'public_body',
            'venture_capital',
            'institutional_investor',
            'university',
          ],
        },
        capital_percent: { type: 'percent', required: true },
        votes_percent: { type: 'percent', required: true },
        dominant_influence: usual.yesNo,
        staff_awu: { type: 'decimal', unit: 'awu', decimals: 2, min: 0, max: 10_000_000 },
        turnover_eur: usual.euro,
        balance_eur: usual.euro,
      },
    },
    shared_it: usual.yesPartlyNo,
    ownership_changed_on: usual.date,
    evidence: usual.evidence,
    note: usual.note,
  },
  title: ['name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: reads,
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  // Linked and partner enterprises count along: a new relation can move a member a class.
  lapses: [
    {
      what: 'approval',
      when: ['relations', 'ownership_changed_on', 'shared_it'],
      of: { kind: 'legal-entity', field: 'group' },
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
