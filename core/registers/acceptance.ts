// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * Somebody with the mandate lives with a risk until a date. It names the version it was given for:
 * what is accepted is the risk as it stood, and it lapses when that changes.
 */
export const acceptance = {
  name: 'acceptance',
  fields: {
    code: usual.code,
    subject: { type: 'reference', to: ['risk', 'finding'], required: true, onRetire: 'keep' },
    subject_version: { type: 'whole', min: 1, max: 1_000_000_000, required: true },
    processes: usual.processes,
    reason: { type: 'long_text', required: true, searchable: true },
    residual_loss_eur: usual.euro,
    threshold_eur: usual.euro,
    above_appetite: usual.yesNo,
    requested_by: usual.person,
    accepted_by: usual.person,
    accepted_on: usual.date,
    valid_until: { type: 'date', required: true },
    conditions: usual.longText,
    compensating_measures: usual.measures,
    decision: usual.decision,
    note: usual.note,
  },
  title: ['subject', 'valid_until'],
  key: ['code'],
  order: [['accepted_on', 'valid_until']],
  either: [],
  lifecycle: {
    states: ['requested', 'accepted', 'refused', 'lapsed', 'revoked', 'expired'],
    initial: ['requested'],
    frozen: ['accepted', 'refused', 'revoked', 'expired'],
    open: ['decision', 'note'],
    transitions: [
      {
        from: ['requested', 'lapsed'],
        to: 'accepted',
        by: ['ciso', 'process_owner'],
        needs: ['accepted_by', 'accepted_on'],
        pinned: { reference: 'subject', version: 'subject_version' },
      },
      { from: ['requested', 'lapsed'], to: 'refused', by: ['director'], reason: true },
      { from: ['accepted'], to: 'revoked', by: ['ciso', 'director'], reason: true },
      { from: ['accepted'], to: 'expired', by: ['ciso'] },
    ],
    lapse: { from: ['accepted'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, move: always, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: {
      ...reads,
      create: mine('myProcesses', 'processes'),
      change: mine('myProcesses', 'processes'),
      move: mine('myProcesses', 'processes'),
    },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['accepted'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
