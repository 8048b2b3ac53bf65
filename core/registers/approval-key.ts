// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, nothing, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A passkey with which one member signs decisions, and nothing else: it never signs in. Enrolled by
 * its holder alone, where the bytes that the browser gave are judged and kept. Retired is revoked.
 */
export const approvalKey = {
  name: 'approval-key',
  fields: {
    name: usual.name,
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    credential_id: { type: 'text', max: 1400, required: true, unique: true },
    cose_key: { type: 'text', max: 2000, required: true },
    algorithm: { type: 'whole', min: -65_535, max: -1, required: true },
    relying_party: { type: 'text', max: 253, required: true },
    page_origin: { type: 'text', max: 300, required: true },
    authenticator_model: { type: 'text', max: 32 },
    is_synced: usual.yesNo,
    registration: { type: 'digest', required: true },
    identified_by: usual.person,
    identified_how: usual.longText,
    note: usual.note,
  },
  title: ['name', 'person'],
  key: ['credential_id'],
  order: [],
  either: [],
  lifecycle: usual.written,
  may: {
    ...boardroom,
    ciso: { ...reads, retire: always },
    it_manager: nothing,
    ot_engineer: nothing,
    process_owner: nothing,
    employee: {
      read: mine('me', 'person'),
      retire: mine('me', 'person'),
    },
    consultant: nothing,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'shown',
  isJudged: true,
} as const satisfies RecordKind
