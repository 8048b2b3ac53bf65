// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const amount = {
  type: 'decimal',
  unit: 'kpi_unit',
  decimals: 4,
  min: -1_000_000_000,
  max: 1_000_000_000,
} as const

/** One figure over one period. Without a value it is unknown, which is never zero. */
export const kpiValue = {
  name: 'kpi-value',
  fields: {
    kpi: { type: 'reference', to: ['kpi'], required: true, onRetire: 'keep' },
    period_from: { type: 'date', required: true },
    period_to: { type: 'date', required: true },
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    value: amount,
    unknown_because: { type: 'text', max: 500 },
    numerator: amount,
    denominator: amount,
    counted_by: { type: 'choice', options: ['schouw', 'person'], required: true },
    counted_at: usual.instant,
    reported_by: usual.person,
    explanation: usual.longText,
    source: usual.text,
    file: usual.digest,
    corrects: { type: 'reference', to: ['kpi-value'], onRetire: 'keep' },
  },
  title: ['kpi', 'period_to'],
  key: ['kpi', 'period_from', 'period_to', 'site', 'corrects'],
  order: [['period_from', 'period_to']],
  either: [['value', 'unknown_because']],
  lifecycle: {
    states: ['provisional', 'final'],
    initial: ['provisional'],
    frozen: ['final'],
    transitions: [{ from: ['provisional'], to: 'final', by: ['ciso', 'it_manager'] }],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: prepares,
    process_owner: prepares,
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['final'], by: ['ciso', 'director'] }],
  lapses: [],
  evidence: { field: 'counted_by', levels: { schouw: 'tested', person: 'said' } },
} as const satisfies RecordKind
