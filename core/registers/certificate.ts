// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import { boardTopics } from './training.ts'
import * as usual from './usual.ts'

/**
 * Proof that a person followed a training. The decree asks of a director's certificate: name,
 * dates, subjects and provider, in Dutch or English. `checked` means that a second person compared
 * these fields with the file.
 */
export const certificate = {
  name: 'certificate',
  fields: {
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    training: { type: 'reference', to: ['training'], onRetire: 'keep' },
    name_on_certificate: { type: 'text', max: 200, searchable: true, personal: 'person' },
    title: { type: 'text', max: 200, required: true, searchable: true },
    started_on: usual.date,
    ended_on: { type: 'date', required: true },
    topics: { type: 'choice', options: [...boardTopics, 'other'], many: true },
    topics_text: usual.longText,
    provider: usual.text,
    language: usual.language,
    hours: usual.hours,
    number: { type: 'text', max: 80, searchable: true, personal: 'person' },
    issued_on: usual.date,
    valid_until: usual.date,
    file: usual.digest,
    received_at: usual.instant,
    checked_by: usual.person,
    checked_on: usual.date,
    note: usual.note,
  },
  title: ['title', 'person', 'ended_on'],
  key: ['person', 'title', 'ended_on'],
  order: [
    ['started_on', 'ended_on'],
    ['issued_on', 'valid_until'],
  ],
  either: [],
  lifecycle: {
    states: ['received', 'checked', 'lapsed', 'rejected'],
    initial: ['received'],
    frozen: ['rejected'],
    transitions: [
      {
        from: ['received', 'lapsed'],
        to: 'checked',
        by: ['ciso', 'director'],
        needs: ['name_on_certificate', 'topics', 'provider', 'language', 'file'],
      },
      { from: ['received', 'lapsed'], to: 'rejected', by: ['ciso'], reason: true },
    ],
    lapse: { from: ['checked'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    director: {
      ...reads,
      create: mine('me', 'person'),
      change: mine('me', 'person'),
      move: mine('me', 'person'),
      approve: { notOwnWork: true },
    },
    ciso: { ...runs, erase: always, approve: notOwnWork },
    it_manager: { read: mine('me', 'person'), create: mine('me', 'person') },
    ot_engineer: { read: mine('me', 'person'), create: mine('me', 'person') },
    process_owner: { read: mine('me', 'person'), create: mine('me', 'person') },
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['checked'], by: ['ciso', 'director'] },
    { on: 'erase', by: ['ciso', 'director'] },
  ],
  lapses: [
    {
      what: 'approval',
      when: [
        'person',
        'name_on_certificate',
        'started_on',
        'ended_on',
        'topics',
        'provider',
        'file',
      ],
      of: 'itself',
    },
  ],
  evidence: 'shown',
} as const satisfies RecordKind
