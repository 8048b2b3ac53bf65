// SPDX-License-Identifier: EUPL-1.2
import { boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

const count = { type: 'whole', min: 0, max: 10_000_000, unit: 'count' } as const
const reviews = {
  ...reads,
  change: mine('me', 'reviewer'),
  move: mine('me', 'reviewer'),
} as const

/** Accounts that one person looks at: keep, remove or change each; signed, it never changes. */
export const accessReview = {
  name: 'access-review',
  fields: {
    code: usual.code,
    name: usual.name,
    reviewer: { type: 'reference', to: ['person'], required: true, onRetire: 'keep' },
    systems: usual.texts,
    accounts: {
      type: 'reference',
      to: ['access-account'],
      many: true,
      required: true,
      onRetire: 'keep',
    },
    // Size of the log at which the accounts were listed: what was looked at can be shown again.
    log_size: {
      type: 'whole',
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      unit: 'count',
      required: true,
    },
    listed_on: { type: 'date', required: true },
    due_on: usual.date,
    stale_days: { type: 'whole', min: 1, max: 3650, unit: 'days' },
    // What the exports showed on that day, of the accounts in this review.
    active_count: count,
    mfa_count: count,
    mfa_unknown_count: count,
    privileged_count: count,
    privileged_without_mfa_count: count,
    leaver_count: count,
    stale_count: count,
    shared_count: count,
    verdicts: {
      type: 'rows',
      maxRows: 500,
      fields: {
        account: {
          type: 'reference',
          to: ['access-account'],
          required: true,
          onRetire: 'keep',
        },
        verdict: { type: 'choice', options: ['keep', 'remove', 'change'], required: true },
        reason: { type: 'text', max: 500 },
      },
    },
    // SHA-256 of the accounts as they stood at that size: made by the server when it is signed.
    list_digest: { type: 'text', max: 64 },
    signed_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'listed_on'],
  key: ['code'],
  order: [['listed_on', 'signed_on']],
  either: [],
  lifecycle: {
    states: ['open', 'signed', 'withdrawn'],
    initial: ['open'],
    frozen: ['signed', 'withdrawn'],
    transitions: [
      {
        from: ['open'],
        to: 'signed',
        by: ['director', 'ciso', 'it_manager', 'ot_engineer', 'process_owner'],
        needs: ['verdicts', 'signed_on', 'list_digest'],
      },
      { from: ['open'], to: 'withdrawn', by: ['ciso', 'it_manager'], reason: true },
    ],
  },
  may: {
    ...boardroom,
    director: reviews,
    ciso: runs,
    it_manager: runs,
    ot_engineer: reviews,
    process_owner: reviews,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'tested',
} as const satisfies RecordKind
