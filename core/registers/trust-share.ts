// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What one customer may see of the registers as they stand, and until when. Nothing else is shown. */
export const trustShare = {
  name: 'trust-share',
  fields: {
    code: usual.code,
    name: usual.name,
    party_name: { ...usual.text, required: true },
    contract: { type: 'reference', to: ['contract'], onRetire: 'keep' },
    language: { type: 'choice', options: ['nl', 'en'], required: true },
    shows: {
      type: 'choice',
      many: true,
      options: ['duties', 'board', 'certificates', 'tests', 'incidents', 'supply_chain', 'answers'],
      required: true,
    },
    statement: usual.longText,
    /** Certificates and reports on record that this customer may see the dates of. */
    evidence: usual.evidence,
    contact_mailbox: { type: 'text', max: 254, format: 'email' },
    shared_until: { type: 'instant', required: true },
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'party_name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['draft', 'shared', 'withdrawn'],
    initial: ['draft'],
    frozen: ['withdrawn'],
    transitions: [
      { from: ['draft'], to: 'shared', by: ['ciso'], needs: ['shared_until'] },
      { from: ['draft', 'shared'], to: 'withdrawn', by: ['ciso', 'it_manager'] },
    ],
  },
  may: {
    ...boardroom,
    ciso: runs,
    it_manager: { ...reads, move: always },
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
