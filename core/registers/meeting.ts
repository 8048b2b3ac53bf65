// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** When a body met, who was there, and what was on the table. */
export const meeting = {
  name: 'meeting',
  fields: {
    code: usual.code,
    name: usual.name,
    body: {
      type: 'choice',
      options: [
        'board',
        'supervisory_board',
        'both_boards',
        'audit_committee',
        'partners_meeting',
        'crisis_team',
        'other',
      ],
      required: true,
    },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    planned_at: usual.instant,
    // The date as the minutes claim it; when it was recorded is known from the history.
    held_at: usual.instant,
    ended_at: usual.instant,
    location: usual.text,
    is_written_round: usual.yesNo,
    chair: usual.person,
    secretary: usual.person,
    invited: usual.persons,
    present: usual.persons,
    absent: usual.persons,
    guests: usual.persons,
    members_entitled: { type: 'whole', min: 0, max: 1000, unit: 'count' },
    /** More than this part of those entitled; half when the articles say nothing else. */
    quorum_percent: usual.percent,
    has_quorum: usual.yesNo,
    /** That one member may hold, where the articles say so; no limit when they do not. */
    most_proxies: { type: 'whole', min: 0, max: 100, unit: 'count' },
    proxies: {
      type: 'rows',
      maxRows: 50,
      fields: {
        absent_member: { ...usual.person, required: true },
        holder: { ...usual.person, required: true },
      },
    },
    agenda: {
      type: 'rows',
      maxRows: 100,
      fields: {
        number: { type: 'text', max: 10, required: true },
        subject: { type: 'text', max: 300, required: true },
        purpose: { type: 'choice', options: ['to_decide', 'to_discuss', 'to_note'] },
        decision: { type: 'reference', to: ['decision'], onRetire: 'keep' },
        subject_record: {
          type: 'reference',
          to: ['action', 'exception', 'kpi', 'measure', 'meeting', 'policy', 'risk'],
          onRetire: 'keep',
        },
        files: usual.digests,
      },
    },
    /** What lay on the table: the registers at this size of the log, and the pack made of them. */
    log_size: { type: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER, unit: 'count' },
    pack: usual.digest,
    /** As it was said; the time is the secretary's, when it was recorded the history knows. */
    spoken: {
      type: 'rows',
      maxRows: 400,
      fields: {
        said_at: { type: 'instant', required: true },
        number: { type: 'text', max: 10 },
        text: { type: 'text', max: 1000, required: true },
        speaker: usual.person,
      },
    },
    documents: usual.digests,
    minutes: usual.digest,
    note: usual.note,
  },
  title: ['name', 'held_at'],
  key: ['code'],
  order: [['held_at', 'ended_at']],
  either: [],
  lifecycle: {
    states: ['planned', 'held', 'minutes_adopted', 'cancelled'],
    initial: ['planned', 'held'],
    frozen: ['minutes_adopted', 'cancelled'],
    transitions: [
      { from: ['planned'], to: 'held', by: ['ciso', 'director'], needs: ['held_at', 'present'] },
      { from: ['held'], to: 'minutes_adopted', by: ['ciso', 'director'], needs: ['minutes'] },
      { from: ['planned'], to: 'cancelled', by: ['ciso', 'director'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: { ...prepares, move: always, approve: always },
    ciso: runs,
    it_manager: { read: { fields: ['code', 'name', 'body', 'planned_at', 'held_at'] } },
    ot_engineer: { read: { fields: ['code', 'name', 'body', 'planned_at', 'held_at'] } },
    process_owner: { read: { fields: ['code', 'name', 'body', 'planned_at', 'held_at'] } },
    consultant: reads,
  },
  fourEyes: [
    { on: 'move', to: ['minutes_adopted'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
