// SPDX-License-Identifier: EUPL-1.2
import { jurisdictions } from '@schouw/core/law'
import { always, boardroom, keeps, prepares, reads, shared } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** The company whose register this is: one a tenant. What the law asks is asked of its legal entities. */
export const organisation = {
  name: 'organisation',
  fields: {
    code: usual.code,
    name: usual.name,
    group: { type: 'reference', to: ['group'], onRetire: 'keep' },
    legal_entities: { type: 'reference', to: ['legal-entity'], many: true, onRetire: 'keep' },
    jurisdiction: { type: 'choice', options: jurisdictions, required: true },
    language: { type: 'choice', options: ['nl', 'en'], required: true },
    time_zone: { type: 'text', max: 60, format: 'time_zone', required: true },
    website: usual.website,
    board_model: {
      type: 'choice',
      options: ['one_tier', 'two_tier', 'no_supervisory_board', 'partnership'],
    },
    security_mission: usual.longText,
    security_mailbox: { type: 'text', max: 254, format: 'email' },
    emergency_phone: { type: 'text', max: 32, format: 'phone' },
    outage_cost_eur_per_hour: usual.euro,
    risk_appetite_eur_per_year: usual.euro,
    risk_appetite_text: usual.longText,
    risk_appetite_points: {
      type: 'rows',
      maxRows: 8,
      fields: {
        once_in_years: { type: 'whole', min: 1, max: 1000, required: true },
        eur: { ...usual.euro, required: true },
      },
    },
    risk_appetite_decision: usual.decision,
    risk_method: { type: 'choice', options: ['own', 'iso_27005', 'iec_62443_3_2', 'bow_tie'] },
    risk_scales: {
      type: 'rows',
      maxRows: 30,
      fields: {
        scale: {
          type: 'choice',
          options: [
            'likelihood',
            'continuity',
            'money',
            'reputation',
            'safety_of_people',
            'environment',
          ],
          required: true,
        },
        step: { type: 'whole', min: 1, max: 5, unit: 'level', required: true },
        meaning: { type: 'text', max: 300, required: true },
      },
    },
    board_level: usual.maturity,
    board_levels: {
      type: 'rows',
      maxRows: 10,
      fields: {
        duty: { type: 'choice', options: usual.duties.options, required: true },
        level: { ...usual.maturity, required: true },
      },
    },
    board_level_decision: usual.decision,
    supplier_weights: {
      type: 'rows',
      maxRows: 10,
      fields: {
        factor: {
          type: 'choice',
          options: [
            'process',
            'substitutability',
            'zone',
            'remote_access',
            'data',
            'concentration',
            'delivers',
          ],
          required: true,
        },
        weight: { type: 'whole', min: 0, max: 100, required: true },
      },
    },
    supplier_weights_decision: usual.decision,
    shared_until: usual.sharedUntil,
    note: usual.note,
  },
  title: ['name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: keeps,
    it_manager: reads,
    ot_engineer: reads,
    process_owner: reads,
    customer: shared(['name', 'website', 'jurisdiction', 'security_mailbox', 'shared_until']),
    consultant: prepares,
  },
  // The level of the dike and the appetite for risk are the board's own.
  fourEyes: [
    {
      on: 'change',
      fields: [
        'board_level',
        'board_levels',
        'risk_appetite_eur_per_year',
        'risk_appetite_text',
        'risk_appetite_points',
        'risk_scales',
        'supplier_weights',
      ],
      in: ['in_use'],
      by: ['director'],
    },
    { on: 'change', fields: ['shared_until'], by: ['director'] },
  ],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
