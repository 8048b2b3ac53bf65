// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs, shared } from './grants.ts'
import type { RecordKind } from './kind.ts'
import { kindNames } from './kind-names.ts'
import * as usual from './usual.ts'

/** A file that shows something. When it was made and when we got it are two dates. */
export const evidenceFile = {
  name: 'evidence-file',
  fields: {
    code: usual.code,
    name: usual.name,
    type: {
      type: 'choice',
      options: ['document', 'record', 'config', 'log', 'test', 'interview', 'observation'],
      required: true,
    },
    file: { type: 'digest', required: true },
    file_name: { type: 'text', max: 255, searchable: true },
    media_type: { type: 'text', max: 255, format: 'media_type' },
    size_bytes: { type: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER, unit: 'bytes' },
    description: usual.description,
    dated: usual.date,
    received_at: { type: 'instant', required: true },
    valid_until: usual.date,
    origin: usual.text,
    made_by: usual.person,
    owner: usual.owner,
    requirements: usual.requirements,
    about: {
      type: 'reference',
      // A file can be about anything but another file: that is what `replaces` says.
      to: kindNames.filter((name) => name !== 'evidence-file'),
      many: true,
      onRetire: 'keep',
    },
    classification: {
      type: 'choice',
      options: ['public', 'internal', 'confidential', 'strictly_confidential'],
      required: true,
      default: 'internal',
    },
    has_personal_data: usual.yesNo,
    keep_until: usual.date,
    replaces: { type: 'reference', to: ['evidence-file'], onRetire: 'keep' },
    shared_until: usual.sharedUntil,
    note: usual.note,
  },
  title: ['name', 'dated'],
  key: ['code'],
  order: [['dated', 'valid_until']],
  either: [],
  lifecycle: {
    states: ['received', 'accepted', 'lapsed', 'rejected'],
    initial: ['received'],
    frozen: ['rejected'],
    transitions: [
      {
        from: ['received', 'lapsed'],
        to: 'accepted',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['dated'],
      },
      { from: ['received', 'accepted', 'lapsed'], to: 'rejected', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['accepted'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...prepares, move: always },
    ot_engineer: { ...prepares, move: always },
    process_owner: prepares,
    customer: shared(['name', 'type', 'file', 'file_name', 'dated', 'shared_until'], 'accepted'),
    consultant: prepares,
  },
  fourEyes: [{ on: 'change', fields: ['shared_until'], by: ['ciso', 'director'] }],
  // What it shows is this file of this day: another file is other evidence.
  lapses: [{ what: 'evidence', when: ['file', 'dated', 'type', 'about'], of: 'itself' }],
  evidence: {
    field: 'type',
    levels: {
      document: 'shown',
      record: 'shown',
      config: 'shown',
      log: 'shown',
      test: 'tested',
      interview: 'said',
      observation: 'shown',
    },
  },
} as const satisfies RecordKind
