// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, notOwnWork, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const happened = { type: 'yes_no', personal: 'person' } as const
/** Boards steer by the counts of the campaign; who clicked is no business of theirs. */
const seldom = ['campaign', 'sent_on']
const own = { read: mine('me', 'person') }

/** What one person did with the message of one simulation. Absent is not known. */
export const phishingResult = {
  name: 'phishing-result',
  fields: {
    campaign: {
      type: 'reference',
      to: ['awareness-campaign'],
      required: true,
      onRetire: 'keep',
    },
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    sent_on: usual.date,
    was_opened: happened,
    was_clicked: happened,
    was_reported: happened,
  },
  title: ['campaign', 'person'],
  key: ['campaign', 'person'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { read: { fields: seldom }, approve: always },
    supervisory_director: { read: { fields: seldom }, take_note: always },
    auditor: { read: { fields: seldom } },
    ciso: { ...reads, create: always, change: always, erase: always, approve: notOwnWork },
    it_manager: { ...reads, create: always, change: always },
    ot_engineer: own,
    process_owner: own,
    consultant: { read: { fields: seldom } },
  },
  fourEyes: [{ on: 'erase', by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'tested',
} as const satisfies RecordKind
