// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const limit = {
  type: 'decimal',
  unit: 'kpi_unit',
  decimals: 4,
  min: -1_000_000_000,
  max: 1_000_000_000,
} as const

/** A figure the board steers by: how it is counted, how often, and where it turns amber and red. */
export const kpi = {
  name: 'kpi',
  fields: {
    code: usual.code,
    name: usual.name,
    definition: { type: 'long_text', required: true, searchable: true },
    formula: usual.text,
    unit: {
      type: 'choice',
      options: ['percent', 'count', 'hours', 'days', 'months', 'euro', 'level'],
      required: true,
    },
    direction: { type: 'choice', options: ['higher_is_better', 'lower_is_better'], required: true },
    target: limit,
    green_limit: limit,
    amber_limit: limit,
    limits_set_by: { type: 'choice', options: ['board', 'default'] },
    decision: usual.decision,
    frequency: {
      type: 'choice',
      options: ['week', 'month', 'quarter', 'year', 'event'],
      required: true,
    },
    counted_by: { type: 'choice', options: ['schouw', 'person'] },
    source: usual.text,
    owner: usual.owner,
    duties: usual.duties,
    in_board_report: usual.yesNo,
    note: usual.note,
  },
  title: ['name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['proposed', 'in_use', 'lapsed'],
    initial: ['proposed'],
    frozen: [],
    transitions: [{ from: ['proposed', 'lapsed'], to: 'in_use', by: ['ciso'] }],
    lapse: { from: ['in_use'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  // The limits are the board's; whoever is measured does not move them alone.
  fourEyes: [
    { on: 'move', to: ['in_use'], by: ['director'] },
    {
      on: 'change',
      fields: ['target', 'green_limit', 'amber_limit', 'direction', 'limits_set_by'],
      in: ['in_use'],
      by: ['director'],
    },
  ],
  // Another formula is another figure: old limits say nothing about it.
  lapses: [{ what: 'approval', when: ['definition', 'formula', 'unit'], of: 'itself' }],
  evidence: 'said',
} as const satisfies RecordKind
