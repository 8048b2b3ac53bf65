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
      options: ['tabletop', 'call_tree', 'technical', 'full_scale', 'phishing_test', 'exit_test'],
      required: true,
    },
    scenario: usual.longText,
    goals: usual.longText,
    playbook: { type: 'reference', to: ['playbook'], onRetire: 'keep' },
    incident: { type: 'reference', to: ['incident'], onRetire: 'keep' },
    sites: usual.sites,
    processes: usual.processes,
    suppliers: usual.suppliers,
    crown_jewels: { type: 'reference', to: ['crown-jewel'], many: true, onRetire: 'keep' },
    zones: usual.zones,
    injects: {
      type: 'rows',
      maxRows: 60,
      fields: {
        number: { type: 'whole', min: 1, max: 1000, required: true },
        after_minutes: { type: 'whole', min: 0, max: 10_080, required: true },
        text: { type: 'text', max: 2000, required: true },
        to: { type: 'text', max: 120 },
        expected: { type: 'text', max: 2000 },
      },
    },
    injects_given_by: { type: 'choice', options: ['leader', 'time'] },
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
    evaluation: usual.longText,
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
  // Who may play along, named or not, does not read beforehand what comes in.
  withholds: {
    fields: ['injects'],
    while: ['planned'],
    unless: ['led_by', 'observers'],
    from: ['participants'],
  },
  fourEyes: [{ on: 'move', to: ['evaluated'], by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'tested',
} as const satisfies RecordKind
