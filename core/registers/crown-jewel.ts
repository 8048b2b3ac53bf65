// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What the company cannot do without, in euros and hours, as its board has said. */
export const crownJewel = {
  name: 'crown-jewel',
  fields: {
    code: usual.code,
    name: usual.name,
    nature: {
      type: 'choice',
      options: ['process', 'system', 'data', 'product_design', 'facility', 'supply'],
      required: true,
    },
    why: { type: 'long_text', required: true, searchable: true },
    process: { type: 'reference', to: ['process'], onRetire: 'refuse' },
    assets: usual.assets,
    zones: usual.zones,
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    suppliers: usual.suppliers,
    owner: usual.owner,
    loss_eur_per_hour: usual.euro,
    loss_eur_at_once: usual.euro,
    tolerated_outage_hours: usual.hours,
    recovery_hours: usual.hours,
    tolerated_data_loss_hours: usual.hours,
    confidentiality: usual.ladder,
    integrity: usual.ladder,
    availability: usual.ladder,
    safety_impact: usual.ladder,
    environment_impact: usual.ladder,
    decision: usual.decision,
    reviewed_on: usual.date,
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['name'],
  key: ['code'],
  order: [['reviewed_on', 'next_review_on']],
  either: [],
  lifecycle: {
    states: ['proposed', 'designated', 'lapsed'],
    initial: ['proposed'],
    frozen: [],
    transitions: [
      { from: ['proposed', 'lapsed'], to: 'designated', by: ['ciso'], needs: ['owner'] },
      { from: ['designated', 'lapsed'], to: 'proposed', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['designated'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: { ...reads, change: mine('myProcesses', 'process') },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['designated'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [
    {
      what: 'approval',
      when: ['process', 'assets', 'zones', 'loss_eur_per_hour', 'tolerated_outage_hours'],
      of: 'itself',
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
