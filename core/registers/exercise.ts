// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A rehearsal: what was tried, by whom, and what came out. */
export const exercise = {
  name: 'exercise',
  fields: {
    code: usual.code,
    name: usual.name,
    type: {
      type: 'choice',
      options: ['tabletop', 'call_tree', 'technical', 'full_scale', 'phishing_test'],
      required: true,
    },
    scenario: usual.longText,
    goals: usual.longText,
    playbook: { type: 'reference', to: ['playbook'], onRetire: 'keep' },
    incident: { type: 'reference', to: ['incident'], onRetire: 'keep' },
    sites: usual.sites,
    processes: usual.processes,
    suppliers: usual.suppliers,
    led_by: usual.person,
    participants: usual.persons,
    observers: usual.persons,
    has_board: usual.yesNo,
    planned_on: usual.date,
    held_on: usual.date,
    duration_hours: usual.hours,
    recovery_goal_hours: usual.hours,
    recovery_reached_hours: usual.hours,
    result: { type: 'choice', options: ['passed', 'partly', 'failed'] },
    lessons: usual.longText,
    report: usual.digest,
    next_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'held_on'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['planned', 'held', 'evaluated', 'cancelled'],
    initial: ['planned', 'held'],
    frozen: ['evaluated', 'cancelled'],
    transitions: [
      {
        from: ['planned'],
        to: 'held',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['held_on'],
      },
      { from: ['held'], to: 'evaluated', by: ['ciso', 'it_manager'], needs: ['result', 'lessons'] },
      { from: ['planned'], to: 'cancelled', by: ['ciso'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: always },
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['evaluated'], by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'tested',
} as const satisfies RecordKind
