// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What customers are told about weaknesses in a product of one's own, revision by revision. */
export const productAdvisory = {
  name: 'product-advisory',
  fields: {
    // The id under which the world knows it; the same in every revision.
    code: usual.code,
    name: usual.name,
    weaknesses: {
      type: 'reference',
      to: ['product-vulnerability'],
      many: true,
      required: true,
      onRetire: 'keep',
    },
    summary: { type: 'long_text', required: true, searchable: true },
    language: usual.language,
    revisions: {
      type: 'rows',
      fields: {
        number: { type: 'whole', min: 1, max: 999, required: true },
        at: { type: 'instant', required: true },
        summary: { type: 'text', max: 500, required: true },
      },
    },
    references: { type: 'text', max: 500, format: 'url', many: true },
    owner: usual.owner,
    note: usual.note,
  },
  title: ['code', 'name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['draft', 'published', 'withdrawn'],
    initial: ['draft'],
    frozen: ['withdrawn'],
    transitions: [
      { from: ['draft'], to: 'published', by: ['ciso', 'it_manager'], needs: ['revisions'] },
      { from: ['published'], to: 'draft', by: ['ciso'], reason: true },
      { from: ['draft', 'published'], to: 'withdrawn', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['published'], to: 'draft' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...runs, approve: notOwnWork },
    ot_engineer: prepares,
    process_owner: reads,
    consultant: prepares,
  },
  // What the world reads, two have read.
  fourEyes: [{ on: 'move', to: ['published'], by: ['ciso', 'it_manager', 'director'] }],
  lapses: [
    { what: 'approval', when: ['name', 'summary', 'weaknesses', 'revisions'], of: 'itself' },
  ],
  evidence: 'shown',
} as const satisfies RecordKind
