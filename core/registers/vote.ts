// SPDX-License-Identifier: EUPL-1.2
import { among, boardroom, mine, nothing, reads, readsAndNotes } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * What one member of a body said to one question, over which document and at which head of the
 * log. Only the member casts it; a change of mind is a later vote that replaces it.
 */
export const vote = {
  name: 'vote',
  fields: {
    decision: { type: 'reference', to: ['decision'], required: true, onRetire: 'keep' },
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    choice: {
      type: 'choice',
      options: ['approve', 'reject', 'abstain', 'took_note'],
      required: true,
    },
    reason: usual.longText,
    has_conflict: usual.yesNo,
    on_behalf_of: usual.person,
    cast_at: { type: 'instant', required: true },
    document: { type: 'digest', required: true },
    log_size: { type: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER, unit: 'count' },
    log_root: usual.digest,
    checkpoint: usual.digest,
    statement: usual.digest,
    assertion: usual.digest,
    approval_key: { type: 'reference', to: ['approval-key'], onRetire: 'keep' },
    replaces: { type: 'reference', to: ['vote'], onRetire: 'keep' },
  },
  title: ['decision', 'person'],
  key: ['decision', 'person', 'cast_at'],
  order: [],
  either: [],
  lifecycle: usual.written,
  may: {
    ...boardroom,
    director: { ...reads, create: mine('me', 'person') },
    supervisory_director: {
      ...readsAndNotes,
      create: {
        where: [{ oneOf: ['person'], holds: 'me' }, among('choice', 'took_note')],
      },
    },
    ciso: reads,
    it_manager: nothing,
    ot_engineer: nothing,
    process_owner: nothing,
    consultant: nothing,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
