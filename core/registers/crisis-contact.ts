// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A place in the crisis team, or somebody outside who is called. Numbers of people stand with the
 * person; what stands here reaches an organisation or a channel that needs no network of the company.
 */
export const crisisContact = {
  name: 'crisis-contact',
  fields: {
    code: usual.code,
    name: usual.name,
    function: {
      type: 'choice',
      options: [
        'crisis_lead',
        'decision_maker',
        'incident_lead',
        'it_lead',
        'ot_lead',
        'process_owner',
        'spokesperson',
        'log_keeper',
        'legal',
        'finance',
        'hr',
        'police',
        'insurer',
        'forensics',
        'csirt',
        'authority',
        'supplier',
        'customer',
        'other',
      ],
      required: true,
    },
    call_order: { type: 'whole', min: 1, max: 1000 },
    person: usual.person,
    deputy: usual.person,
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    contract: { type: 'reference', to: ['contract'], onRetire: 'keep' },
    phone: { type: 'text', max: 32, format: 'phone' },
    second_phone: { type: 'text', max: 32, format: 'phone' },
    needs_network: usual.yesNo,
    channel: usual.text,
    availability: usual.text,
    reference: { type: 'text', max: 80 },
    tasks: usual.longText,
    sites: usual.sites,
    last_called_on: usual.date,
    next_review_on: usual.date,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'function'],
  key: ['code'],
  order: [['last_called_on', 'next_review_on']],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: keeps,
    ot_engineer: prepares,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
