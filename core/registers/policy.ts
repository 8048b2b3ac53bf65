// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A subject on which the company has a rule; the text itself is a version of it. */
export const policy = {
  name: 'policy',
  fields: {
    code: usual.code,
    name: usual.name,
    // What the duty-of-care file must hold, and what practice adds.
    area: {
      type: 'choice',
      options: [
        'security',
        'risk',
        'incident',
        'continuity',
        'supply',
        'purchase_and_development',
        'awareness',
        'cryptography',
        'personnel',
        'access',
        'asset_management',
        'advisories',
        'effectiveness',
        'remote_access',
        'privacy',
        'acceptable_use',
        'other',
      ],
      required: true,
    },
    duties: usual.duties,
    requirements: usual.requirements,
    applies_to: { type: 'choice', options: ['it', 'ot', 'products'], many: true },
    sites: usual.sites,
    audience: usual.text,
    owner: usual.owner,
    review_months: { type: 'whole', min: 1, max: 60, unit: 'months' },
    next_review_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
