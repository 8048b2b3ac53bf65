// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, keeps, notOwnWork, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** An account of a directory or a machine, as its own export tells it. */
export const accessAccount = {
  name: 'access-account',
  fields: {
    // The directory or the machine that knows the account.
    system: { type: 'text', max: 200, required: true, searchable: true },
    account: { type: 'text', max: 254, required: true, searchable: true },
    name: { type: 'text', max: 200, searchable: true, personal: 'person' },
    email: { type: 'text', max: 254, format: 'email', searchable: true, personal: 'person' },
    person: usual.person,
    source: { type: 'choice', options: ['entra', 'active_directory', 'local'], required: true },
    account_type: {
      type: 'choice',
      options: ['personal', 'shared', 'service', 'built_in', 'guest', 'emergency'],
    },
    is_enabled: usual.yesNo,
    is_privileged: usual.yesNo,
    roles: usual.texts,
    mfa: usual.yesNo,
    mfa_methods: usual.texts,
    last_used_at: usual.instant,
    password_changed_at: usual.instant,
    expires_on: usual.date,
    asset: { type: 'reference', to: ['asset'], onRetire: 'keep' },
    owner: usual.owner,
    // Of the newest whole list in which it stood.
    seen_on: usual.date,
    note: usual.note,
  },
  title: ['account', 'system'],
  key: ['system', 'account'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...keeps, erase: always, approve: notOwnWork },
    it_manager: { ...keeps, erase: always },
    ot_engineer: keeps,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [{ on: 'erase', by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
