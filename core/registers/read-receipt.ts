// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, mine, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const own = { read: mine('me', 'person') }

/**
 * That somebody was asked to read one version of a policy, and did. Nobody says it for another: the
 * step to `read` is the person's own, whatever else he or she is in the company.
 */
export const readReceipt = {
  name: 'read-receipt',
  fields: {
    policy_version: {
      type: 'reference',
      to: ['policy-version'],
      required: true,
      onRetire: 'keep',
    },
    person: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    asked_by: usual.person,
    asked_at: usual.instant,
    due_on: usual.date,
    read_at: usual.instant,
    confirmed_by: { type: 'choice', options: ['account', 'personal_link'] },
    note: usual.note,
  },
  title: ['policy_version', 'person'],
  key: ['policy_version', 'person'],
  order: [['asked_at', 'read_at']],
  either: [],
  lifecycle: {
    states: ['asked', 'read', 'withdrawn'],
    initial: ['asked'],
    frozen: ['read', 'withdrawn'],
    open: ['note'],
    transitions: [
      { from: ['asked'], to: 'read', by: ['employee'], needs: ['read_at', 'confirmed_by'] },
      { from: ['asked'], to: 'withdrawn', by: ['ciso'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    ciso: { ...reads, create: always, move: always },
    it_manager: own,
    ot_engineer: own,
    process_owner: own,
    employee: {
      ...own,
      change: { where: own.read.where ?? [], fields: ['read_at', 'confirmed_by'] },
      move: own.read,
    },
    consultant: reads,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
