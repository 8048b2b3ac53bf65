// SPDX-License-Identifier: EUPL-1.2
import { boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** The subjects in which a board member must be trained. */
export const boardTopics = ['risk_kinds', 'risk_process', 'assessment', 'controls'] as const

/** A course or awareness session, planned or given. */
export const training = {
  name: 'training',
  fields: {
    code: usual.code,
    name: usual.name,
    audience: {
      type: 'choice',
      options: [
        'board',
        'supervisory_board',
        'all_staff',
        'it',
        'ot',
        'incident_team',
        'purchasing',
      ],
      many: true,
      required: true,
    },
    topics: {
      type: 'choice',
      options: [
        ...boardTopics,
        'awareness',
        'phishing',
        'ot_security',
        'incident',
        'privacy',
        'other',
      ],
      many: true,
    },
    contents: usual.longText,
    provider: usual.text,
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    language: usual.language,
    form: { type: 'choice', options: ['classroom', 'online', 'self_study', 'exercise', 'toolbox'] },
    duration_hours: usual.hours,
    planned_on: usual.date,
    given_on: usual.date,
    repeat_months: { type: 'whole', min: 1, max: 120, unit: 'months' },
    participants: usual.persons,
    invited_count: { type: 'whole', min: 0, max: 1_000_000, unit: 'count' },
    attended_count: { type: 'whole', min: 0, max: 1_000_000, unit: 'count' },
    cost_eur: usual.euro,
    material: usual.digests,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'given_on'],
  key: ['code'],
  order: [['attended_count', 'invited_count']],
  either: [],
  lifecycle: {
    states: ['planned', 'given', 'cancelled'],
    initial: ['planned', 'given'],
    frozen: [],
    transitions: [
      { from: ['planned'], to: 'given', by: ['ciso', 'it_manager'], needs: ['given_on'] },
      { from: ['planned'], to: 'cancelled', by: ['ciso', 'it_manager'], reason: true },
    ],
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
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
