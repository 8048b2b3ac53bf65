// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** One line of the incident's log. Written once, in order; nothing is struck out. */
export const incidentLogEntry = {
  name: 'incident-log-entry',
  fields: {
    incident: { type: 'reference', to: ['incident'], required: true, onRetire: 'keep' },
    number: { type: 'whole', min: 1, max: 1_000_000, required: true },
    type: {
      type: 'choice',
      options: [
        'observation',
        'action',
        'decision',
        'communication',
        'submission',
        'restart_accepted',
        'restart_released',
        'handover',
        'correction',
        'inject',
        'observer_note',
      ],
      required: true,
    },
    happened_at: { type: 'instant', required: true },
    recorded_at: { type: 'instant', required: true },
    text: { type: 'long_text', required: true, searchable: true },
    author: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    assignee: usual.person,
    /** Number of the playbook's step that this line does or finishes. */
    step: { type: 'whole', min: 1, max: 1000 },
    /** Number of the exercise's inject that is given here, or that a note is about. */
    inject: { type: 'whole', min: 1, max: 1000 },
    process: { type: 'reference', to: ['process'], onRetire: 'keep' },
    assets: usual.assets,
    report: { type: 'reference', to: ['incident-report'], onRetire: 'keep' },
    decision: usual.decision,
    cost_eur: usual.euro,
    files: usual.digests,
    corrects: { type: 'reference', to: ['incident-log-entry'], onRetire: 'keep' },
    // Names and statements of people outside the register stand apart, so that they can be erased.
    private_text: { type: 'long_text', personal: 'concerns' },
    concerns: usual.person,
  },
  title: ['incident', 'number'],
  key: ['incident', 'number'],
  order: [['happened_at', 'recorded_at']],
  either: [],
  lifecycle: usual.written,
  may: {
    ...boardroom,
    director: { ...reads, create: always, approve: always },
    ciso: { ...reads, create: always, erase: always },
    it_manager: { ...reads, create: always },
    ot_engineer: { ...reads, create: always },
    process_owner: { ...reads, create: always },
    consultant: reads,
  },
  fourEyes: [{ on: 'erase', by: ['director'] }],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
