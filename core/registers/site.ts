// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A place where people work or machines run. */
export const site = {
  name: 'site',
  fields: {
    code: usual.code,
    name: usual.name,
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'refuse' },
    nature: {
      type: 'choice',
      options: ['plant', 'office', 'warehouse', 'laboratory', 'data_centre', 'other'],
    },
    address: usual.address,
    postal_code: { type: 'text', max: 16 },
    city: { type: 'text', max: 100, searchable: true },
    country: usual.country,
    ranges: { type: 'cidr', many: true },
    manager: usual.person,
    emergency_phone: { type: 'text', max: 32, format: 'phone' },
    staff_count: { type: 'whole', min: 0, max: 1_000_000, unit: 'count' },
    works_nights: usual.yesNo,
    hazard_regime: usual.text,
    physical_access: usual.longText,
    emergency_power_hours: usual.hours,
    assembly_point: usual.text,
    note: usual.note,
  },
  title: ['name', 'city'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: { ...reads, change: mine('me', 'manager') },
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
