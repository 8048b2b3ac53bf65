// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Devices with the same need of protection (IEC 62443-3-2), and what they need and have. */
export const zone = {
  name: 'zone',
  fields: {
    code: usual.code,
    name: usual.name,
    kind: {
      type: 'choice',
      options: ['office', 'ot', 'dmz', 'safety', 'supplier', 'guest', 'management', 'internet'],
      required: true,
    },
    purdue_level: usual.purdueLevel,
    part_of: { type: 'reference', to: ['zone'], onRetire: 'keep' },
    site: { type: 'reference', to: ['site'], onRetire: 'refuse' },
    ranges: { type: 'cidr', many: true, searchable: true },
    vlans: { type: 'whole', min: 0, max: 4094, many: true },
    owner: usual.owner,
    description: usual.description,
    security_level_target: usual.securityLevel,
    security_level_achieved: usual.securityLevel,
    // The seven foundational requirements of IEC 62443-3-3.
    security_levels: {
      type: 'rows',
      maxRows: 7,
      fields: {
        foundational_requirement: {
          type: 'choice',
          options: ['fr1', 'fr2', 'fr3', 'fr4', 'fr5', 'fr6', 'fr7'],
          required: true,
        },
        target: usual.securityLevel,
        achieved: usual.securityLevel,
      },
    },
    is_safety_related: usual.yesNo,
    consequence: usual.longText,
    measures: usual.measures,
    drawing: usual.digest,
    reviewed_on: usual.date,
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [['reviewed_on', 'next_review_on']],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: keeps,
    ot_engineer: keeps,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  // Whoever allowed traffic or access allowed it into the zone as it was.
  lapses: [
    {
      what: 'approval',
      when: ['kind', 'security_level_target', 'is_safety_related'],
      of: { kind: 'conduit', field: 'from_zone' },
    },
    {
      what: 'approval',
      when: ['kind', 'security_level_target', 'is_safety_related'],
      of: { kind: 'conduit', field: 'to_zone' },
    },
    {
      what: 'approval',
      when: ['kind', 'security_level_target', 'is_safety_related'],
      of: { kind: 'remote-access', field: 'target_zones' },
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
