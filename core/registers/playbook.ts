// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** What is done, by whom and within which time, when a kind of incident happens. */
export const playbook = {
  name: 'playbook',
  fields: {
    code: usual.code,
    name: usual.name,
    incident_types: usual.texts,
    trigger: usual.longText,
    sites: usual.sites,
    processes: usual.processes,
    zones: usual.zones,
    steps: {
      type: 'rows',
      required: true,
      fields: {
        number: { type: 'whole', min: 1, max: 1000, required: true },
        text: { type: 'text', max: 2000, required: true },
        by: { type: 'text', max: 120 },
        within_hours: usual.hours,
        asks_decision: usual.yesNo,
        can_stop_production: usual.yesNo,
      },
    },
    contacts: usual.persons,
    suppliers: usual.suppliers,
    mandate: usual.longText,
    document: usual.digest,
    is_on_paper: usual.yesNo,
    paper_location: usual.text,
    version: { type: 'text', max: 20 },
    owner: usual.owner,
    exercised_on: usual.date,
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
      {
        from: ['draft', 'lapsed'],
        to: 'approved',
        by: ['ciso', 'ot_engineer', 'it_manager'],
        needs: ['owner'],
      },
      { from: ['draft', 'approved', 'lapsed'], to: 'withdrawn', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['approved'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: always },
    process_owner: { ...reads, change: mine('myProcesses', 'processes') },
    consultant: prepares,
  },
  fourEyes: [{ on: 'move', to: ['approved'], by: ['ciso', 'director'] }],
  lapses: [
    {
      what: 'approval',
      when: ['steps', 'trigger', 'mandate', 'contacts', 'document'],
      of: 'itself',
    },
  ],
  evidence: 'shown',
} as const satisfies RecordKind
