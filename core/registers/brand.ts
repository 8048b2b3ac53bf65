// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A name under which the company sells: what its customers know, and what an incident can hurt. */
export const brand = {
  name: 'brand',
  fields: {
    code: usual.code,
    name: usual.name,
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'refuse' },
    website: usual.website,
    domains: { type: 'text', max: 253, many: true, searchable: true },
    sells_digital_products: usual.yesNo,
    product_security_mailbox: { type: 'text', max: 254, format: 'email' },
    vulnerability_policy: usual.link,
    support_years: { type: 'whole', min: 0, max: 100 },
    revenue_eur_per_year: usual.euro,
    spokesperson: usual.person,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: reads,
    ot_engineer: reads,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
