// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs, shared } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * One text of a policy. What the board approved stays in force, word for word, until a newer
 * version replaces it; writing the next draft changes nothing about that.
 */
export const policyVersion = {
  name: 'policy-version',
  fields: {
    policy: { type: 'reference', to: ['policy'], required: true, onRetire: 'refuse' },
    version: { type: 'text', max: 20, required: true, searchable: true },
    document: usual.digest,
    summary: usual.longText,
    changes: usual.longText,
    author: usual.person,
    language: usual.language,
    valid_from: usual.date,
    valid_until: usual.date,
    decision: usual.decision,
    replaces: { type: 'reference', to: ['policy-version'], onRetire: 'keep' },
    published_at: usual.instant,
    shared_until: usual.sharedUntil,
    note: usual.note,
  },
  title: ['policy', 'version'],
  key: ['policy', 'version'],
  order: [['valid_from', 'valid_until']],
  either: [],
  lifecycle: {
    states: ['draft', 'proposed', 'approved', 'superseded', 'withdrawn'],
    initial: ['draft'],
    frozen: ['proposed', 'approved', 'superseded', 'withdrawn'],
    open: ['shared_until', 'published_at', 'valid_until', 'decision', 'note'],
    transitions: [
      { from: ['draft'], to: 'proposed', by: ['ciso', 'it_manager'], needs: ['document'] },
      { from: ['proposed'], to: 'draft', by: ['ciso', 'it_manager', 'director'], reason: true },
      { from: ['proposed'], to: 'approved', by: ['ciso'] },
      { from: ['approved'], to: 'superseded', by: ['ciso'] },
      { from: ['draft', 'proposed', 'approved'], to: 'withdrawn', by: ['ciso'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, move: always, approve: always },
    ciso: runs,
    it_manager: { ...prepares, move: mine('me', 'author') },
    ot_engineer: prepares,
    process_owner: reads,
    customer: shared(['policy', 'version', 'document', 'valid_from', 'shared_until'], 'approved'),
    consultant: prepares,
  },
  fourEyes: [
    { on: 'retire', by: ['director'] },
    { on: 'move', to: ['approved'], by: ['director'] },
    { on: 'change', fields: ['shared_until'], by: ['director'] },
  ],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
