// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What is said first, to whom, while little is known: written and agreed before it is needed. */
export const holdingStatement = {
  name: 'holding-statement',
  fields: {
    code: usual.code,
    name: usual.name,
    audience: {
      type: 'choice',
      options: ['staff', 'customers', 'press', 'authorities', 'suppliers', 'other'],
      required: true,
    },
    language: usual.language,
    text: { type: 'long_text', required: true, searchable: true },
    incident_types: usual.texts,
    spokesperson: usual.person,
    version: { type: 'text', max: 20 },
    owner: usual.owner,
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'version'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['draft', 'approved', 'lapsed', 'withdrawn'],
    initial: ['draft'],
    frozen: ['withdrawn'],
    transitions: [
      { from: ['draft', 'lapsed'], to: 'approved', by: ['ciso', 'it_manager'] },
      { from: ['draft', 'approved', 'lapsed'], to: 'withdrawn', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['approved'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, change: always, approve: notOwnWork },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['approved'], by: ['ciso', 'director'] }],
  // Whoever agreed, agreed to these words.
  lapses: [{ what: 'approval', when: ['text', 'audience', 'language'], of: 'itself' }],
  evidence: 'shown',
} as const satisfies RecordKind
