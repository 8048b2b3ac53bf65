// SPDX-License-Identifier: EUPL-1.2
import { boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const people = { type: 'whole', min: 0, max: 1_000_000, unit: 'count' } as const

/**
 * Something done so that people notice and report: who, when, about what, how they were reached.
 * Of a simulation the counts hold whoever was sent it, also those nobody knows in the registers.
 */
export const awarenessCampaign = {
  name: 'awareness-campaign',
  fields: {
    code: usual.code,
    name: usual.name,
    type: {
      type: 'choice',
      options: ['information', 'session', 'phishing_simulation', 'other'],
      required: true,
    },
    subjects: {
      type: 'choice',
      options: [
        'phishing',
        'passwords',
        'reporting',
        'removable_media',
        'visitors',
        'remote_work',
        'ot_security',
        'payment_fraud',
        'privacy',
        'artificial_intelligence',
        'other',
      ],
      many: true,
    },
    contents: usual.longText,
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
    },
    sites: usual.sites,
    reached_by: {
      type: 'choice',
      options: ['mail', 'poster', 'toolbox', 'online', 'meeting', 'screen', 'letter', 'other'],
      many: true,
    },
    training: { type: 'reference', to: ['training'], onRetire: 'keep' },
    owner: usual.owner,
    starts_on: usual.date,
    ends_on: usual.date,
    invited_count: people,
    reached_count: people,
    delivered_count: people,
    opened_count: people,
    clicked_count: people,
    reported_count: people,
    results_file: usual.digest,
    material: usual.digests,
    lessons: usual.longText,
    actions: usual.actions,
    next_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'starts_on'],
  key: ['code'],
  order: [
    ['starts_on', 'ends_on'],
    ['reached_count', 'invited_count'],
    ['opened_count', 'delivered_count'],
    ['clicked_count', 'delivered_count'],
    ['reported_count', 'delivered_count'],
  ],
  either: [],
  lifecycle: {
    states: ['planned', 'running', 'held', 'evaluated', 'cancelled'],
    initial: ['planned', 'running', 'held'],
    frozen: ['evaluated', 'cancelled'],
    open: ['note'],
    transitions: [
      { from: ['planned'], to: 'running', by: ['ciso', 'it_manager'], needs: ['starts_on'] },
      {
        from: ['planned', 'running'],
        to: 'held',
        by: ['ciso', 'it_manager'],
        needs: ['starts_on'],
      },
      { from: ['held'], to: 'evaluated', by: ['ciso', 'it_manager'], needs: ['lessons'] },
      {
        from: ['planned', 'running'],
        to: 'cancelled',
        by: ['ciso', 'it_manager'],
        reason: true,
      },
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
