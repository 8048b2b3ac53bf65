// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, keeps, mine, notOwnWork, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Somebody the registers speak of: of the company, of a supplier, or from outside. */
export const person = {
  name: 'person',
  fields: {
    code: usual.code,
    name: { ...usual.name, personal: 'itself' },
    email: {
      type: 'text',
      max: 254,
      format: 'email',
      unique: true,
      searchable: true,
      personal: 'itself',
    },
    phone: { type: 'text', max: 32, format: 'phone', personal: 'itself' },
    emergency_phone: { type: 'text', max: 32, format: 'phone', personal: 'itself' },
    job_title: { type: 'text', max: 120, searchable: true, personal: 'itself' },
    department: { type: 'text', max: 120, searchable: true },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    site: { type: 'reference', to: ['site'], onRetire: 'keep' },
    employer: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    language: usual.language,
    works_in: { type: 'choice', options: ['it', 'ot', 'office', 'board', 'outside'], many: true },
    reliability_checked_on: { type: 'date', personal: 'itself' },
    started_on: { type: 'date', personal: 'itself' },
    left_on: { type: 'date', personal: 'itself' },
    note: { ...usual.note, personal: 'itself' },
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [['started_on', 'left_on']],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { ...reads, change: mine('me', 'id'), approve: always },
    ciso: { ...keeps, erase: always, approve: notOwnWork },
    it_manager: { ...prepares, erase: always },
    ot_engineer: { ...reads, change: mine('me', 'id') },
    process_owner: { ...reads, change: mine('me', 'id') },
    auditor: { read: { fields: ['code', 'name', 'job_title', 'department', 'employer'] } },
    consultant: prepares,
  },
  fourEyes: [{ on: 'erase', by: ['ciso', 'director'] }],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
