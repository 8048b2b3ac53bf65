// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Whether something really came back, how fast, and how much was lost. */
export const restoreTest = {
  name: 'restore-test',
  fields: {
    code: usual.code,
    system: { type: 'text', max: 200, required: true, searchable: true },
    backup: { type: 'reference', to: ['backup'], onRetire: 'keep' },
    asset: { type: 'reference', to: ['asset'], onRetire: 'keep' },
    process: { type: 'reference', to: ['process'], onRetire: 'keep' },
    planned_on: usual.date,
    tested_on: usual.date,
    result: { type: 'choice', options: ['passed', 'partly', 'failed'] },
    restored_in_hours: usual.hours,
    lost_hours: usual.hours,
    rto_hours: usual.hours,
    rpo_hours: usual.hours,
    was_isolated: usual.yesNo,
    checked_how: usual.longText,
    tested_by: usual.person,
    witness: usual.person,
    owner: usual.owner,
    report: usual.digest,
    note: usual.note,
  },
  title: ['system', 'tested_on'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['planned', 'done', 'confirmed', 'lapsed', 'cancelled'],
    initial: ['planned', 'done'],
    frozen: ['confirmed', 'cancelled'],
    open: ['note'],
    transitions: [
      {
        from: ['planned'],
        to: 'done',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['tested_on', 'result'],
      },
      {
        from: ['done'],
        to: 'confirmed',
        by: ['ciso', 'it_manager', 'ot_engineer', 'process_owner'],
        needs: ['report'],
      },
      { from: ['planned'], to: 'cancelled', by: ['ciso', 'it_manager'], reason: true },
    ],
    lapse: { from: ['done', 'confirmed'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: always },
    process_owner: {
      ...reads,
      move: mine('myProcesses', 'process'),
      approve: { ...mine('myProcesses', 'process'), ...notOwnWork },
    },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['confirmed', 'cancelled'], by: ['ciso', 'process_owner', 'director'] },
  ],
  lapses: [
    {
      what: 'evidence',
      when: ['backup', 'asset', 'result', 'restored_in_hours', 'tested_on', 'report'],
      of: 'itself',
    },
  ],
  evidence: 'tested',
} as const satisfies RecordKind
