// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * Something that a sensor or a person outside says is odd on the network. The same thing seen again
 * is the same alert, seen once more. What came of it is measured from when it happened.
 */
export const alert = {
  name: 'alert',
  fields: {
    /** Of the source and of what it saw, so that the same thing twice is one alert. */
    code: usual.code,
    name: usual.name,
    origin: {
      type: 'choice',
      options: ['capture', 'suricata', 'zeek', 'webhook', 'person'],
      required: true,
    },
    rule: usual.text,
    severity: usual.severity,
    description: usual.description,
    addresses: usual.texts,
    assets: usual.assets,
    zones: usual.zones,
    /** Where the sensor that said it stands: it can say nothing of another site. */
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    first_seen_at: usual.instant,
    last_seen_at: usual.instant,
    times: { type: 'whole', min: 1, max: 1_000_000_000, unit: 'count' },
    received_at: usual.instant,
    triaged_at: usual.instant,
    triaged_by: usual.person,
    contained_at: usual.instant,
    verdict: { type: 'choice', options: ['threat', 'expected', 'harmless', 'unclear'] },
    verdict_reason: usual.longText,
    suppressed_until: usual.date,
    suppression_reason: usual.longText,
    incident: { type: 'reference', to: ['incident'], onRetire: 'keep' },
    handed_over_to: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    handed_over_at: usual.instant,
    assignee: usual.person,
    files: usual.digests,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [
    ['first_seen_at', 'last_seen_at'],
    ['first_seen_at', 'triaged_at'],
    ['first_seen_at', 'contained_at'],
  ],
  either: [],
  lifecycle: {
    states: ['new', 'looking', 'escalated', 'contained', 'suppressed', 'closed'],
    initial: ['new'],
    frozen: ['closed'],
    transitions: [
      {
        from: ['new', 'suppressed', 'closed'],
        to: 'looking',
        by: ['ciso', 'it_manager', 'ot_engineer'],
      },
      {
        from: ['new', 'looking'],
        to: 'escalated',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['incident'],
      },
      {
        from: ['looking', 'escalated'],
        to: 'contained',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['contained_at'],
      },
      // Nobody looks away without saying until when and why.
      {
        from: ['new', 'looking'],
        to: 'suppressed',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['suppressed_until', 'suppression_reason'],
      },
      {
        from: ['new', 'looking', 'escalated', 'contained'],
        to: 'closed',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['verdict', 'verdict_reason'],
      },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: { ...runs, approve: notOwnWork },
    it_manager: runs,
    ot_engineer: { ...prepares, move: always },
    process_owner: reads,
    consultant: reads,
  },
  fourEyes: [{ on: 'retire', by: ['director', 'ciso'] }],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
