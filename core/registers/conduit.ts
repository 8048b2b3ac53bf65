// SPDX-License-Identifier: EUPL-1.2
import { boardroom, mine, notOwnWork, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Traffic that is meant to be there, from the zone that opens to the zone that answers. */
export const conduit = {
  name: 'conduit',
  fields: {
    code: usual.code,
    name: usual.name,
    from_zone: { type: 'reference', to: ['zone'], required: true, onRetire: 'refuse' },
    to_zone: { type: 'reference', to: ['zone'], required: true, onRetire: 'refuse' },
    from_assets: usual.assets,
    to_assets: usual.assets,
    services: { ...usual.services, required: true },
    purpose: { type: 'long_text', searchable: true },
    owner: usual.owner,
    processes: usual.processes,
    windows: usual.windows,
    guarded_by: usual.assets,
    inspection: {
      type: 'choice',
      options: [
        'none',
        'packet_filter',
        'stateful_firewall',
        'application_firewall',
        'proxy',
        'diode',
      ],
    },
    is_encrypted: usual.yesNo,
    is_logged: usual.yesNo,
    security_level_target: usual.securityLevel,
    security_level_achieved: usual.securityLevel,
    valid_until: usual.date,
    decision: usual.decision,
    reviewed_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: {
    states: ['requested', 'allowed', 'refused', 'lapsed', 'ended'],
    initial: ['requested'],
    frozen: ['ended'],
    transitions: [
      {
        from: ['requested', 'lapsed', 'refused'],
        to: 'allowed',
        by: ['ciso', 'it_manager', 'ot_engineer'],
        needs: ['purpose', 'owner'],
      },
      { from: ['requested', 'lapsed', 'allowed'], to: 'refused', by: ['ciso'], reason: true },
      {
        from: ['requested', 'allowed', 'lapsed', 'refused'],
        to: 'ended',
        by: ['ciso', 'it_manager', 'ot_engineer'],
      },
    ],
    lapse: { from: ['allowed'], to: 'lapsed' },
  },
  may: {
    ...boardroom,
    ciso: { ...runs, approve: notOwnWork },
    it_manager: { ...runs, approve: notOwnWork },
    ot_engineer: { ...runs, approve: notOwnWork },
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  // One from the office and one from the floor may decide together; nobody opens a wall alone.
  fourEyes: [{ on: 'move', to: ['allowed'], by: ['ciso', 'it_manager', 'ot_engineer'] }],
  lapses: [
    {
      what: 'approval',
      when: [
        'from_zone',
        'to_zone',
        'from_assets',
        'to_assets',
        'services',
        'windows',
        'inspection',
      ],
      of: 'itself',
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
