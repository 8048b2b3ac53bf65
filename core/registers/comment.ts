// SPDX-License-Identifier: EUPL-1.2
import { boardroom, mine, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import { kindNames } from './kind-names.ts'
import * as usual from './usual.ts'

const speaks = {
  read: mine('me', 'author', 'mentions'),
  create: mine('me', 'author'),
  move: mine('me', 'author'),
}

/**
 * What somebody says about a record. Never changed afterwards; taken back, it stays in the history.
 * Whoever may read the record reads what is said about it, by way of that record.
 */
export const comment = {
  name: 'comment',
  fields: {
    subject: { type: 'reference', to: kindNames, required: true, onRetire: 'keep' },
    text: { type: 'long_text', required: true, searchable: true },
    author: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    said_at: { type: 'instant', required: true },
    mentions: usual.persons,
    answer_to: { type: 'reference', to: ['comment'], onRetire: 'keep' },
  },
  title: ['text'],
  key: ['subject', 'author', 'said_at'],
  order: [],
  either: [],
  lifecycle: {
    states: ['said', 'retracted'],
    initial: ['said'],
    frozen: ['said', 'retracted'],
    transitions: [
      {
        from: ['said'],
        to: 'retracted',
        by: ['director', 'ciso', 'it_manager', 'ot_engineer', 'process_owner', 'consultant'],
      },
    ],
  },
  may: {
    ...boardroom,
    director: { ...speaks, ...reads },
    ciso: { ...speaks, ...reads },
    it_manager: speaks,
    ot_engineer: speaks,
    process_owner: speaks,
    consultant: speaks,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
