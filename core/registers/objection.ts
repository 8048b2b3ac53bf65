// SPDX-License-Identifier: EUPL-1.2
import { boardroom, mine, nothing, reads, readsAndNotes } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A member takes back a vote of his or her own within the term: the vote stays in the log, counts
 * no more, and a decision that rested on it is shown as contested.
 */
export const objection = {
  name: 'objection',
  fields: {
    decision: { type: 'reference', to: ['decision'], required: true, onRetire: 'keep' },
    vote: { type: 'reference', to: ['vote'], required: true, onRetire: 'keep' },
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    objected_at: { type: 'instant', required: true },
    ground: {
      type: 'choice',
      options: ['not_by_me', 'other_document', 'not_informed', 'mistaken'],
      required: true,
    },
    reason: usual.longText,
  },
  title: ['vote', 'person'],
  key: ['vote', 'person'],
  order: [],
  either: [],
  lifecycle: usual.written,
  may: {
    ...boardroom,
    director: { ...reads, create: mine('me', 'person') },
    supervisory_director: { ...readsAndNotes, create: mine('me', 'person') },
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
