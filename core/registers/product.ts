// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * Something the company makes and sells that has software in it: which versions are looked after and
 * until when, and where somebody who finds a weakness in it can say so.
 */
export const product = {
  name: 'product',
  fields: {
    code: usual.code,
    name: usual.name,
    brand: { type: 'reference', to: ['brand'], onRetire: 'keep' },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    description: usual.description,
    product_class: {
      type: 'choice',
      options: ['ordinary', 'important_one', 'important_two', 'critical', 'outside'],
    },
    order_numbers: { type: 'text', max: 80, many: true, searchable: true },
    on_market_since: usual.date,
    support_until: usual.date,
    versions: {
      type: 'rows',
      fields: {
        version: { type: 'text', max: 80, required: true },
        released_on: usual.date,
        support_until: usual.date,
        is_supported: usual.yesNo,
        component_list: usual.digest,
      },
    },
    security_mailbox: { type: 'text', max: 254, format: 'email' },
    vulnerability_policy: usual.link,
    update_method: { type: 'choice', options: ['automatic', 'manual', 'supplier', 'none'] },
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [['on_market_since', 'support_until']],
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
