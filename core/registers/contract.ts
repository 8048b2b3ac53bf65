// SPDX-License-Identifier: EUPL-1.2
import { boardroom, mine, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * What was agreed with a supplier, a customer or an insurer, clause by clause, with the number where
 * it stands. `notice_hours` is the term of whoever must tell: the supplier us, we a customer or insurer.
 */
export const contract = {
  name: 'contract',
  fields: {
    code: usual.code,
    name: usual.name,
    party: {
      type: 'choice',
      options: ['supplier', 'customer', 'insurer'],
      required: true,
      default: 'supplier',
    },
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'refuse' },
    party_name: usual.text,
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    subject: usual.longText,
    processes: usual.processes,
    signed_on: usual.date,
    starts_on: usual.date,
    ends_on: usual.date,
    renews_itself: usual.yesNo,
    cancel_months: { type: 'whole', min: 0, max: 120, unit: 'months' },
    value_eur_per_year: usual.euro,
    clauses: {
      type: 'rows',
      fields: {
        subject: {
          type: 'choice',
          options: [
            'security_duties',
            'incident_notice',
            'vulnerability_notice',
            'update_term',
            'support_term',
            'component_list',
            'remote_access',
            'personnel',
            'audit_right',
            'subcontracting',
            'confidentiality',
            'personal_data',
            'continuity',
            'joint_exercise',
            'exit',
            'data_return',
            'liability',
            'other',
          ],
          required: true,
        },
        is_agreed: { type: 'yes_no', required: true },
        number: { type: 'text', max: 40 },
        term_hours: usual.hours,
        text: { type: 'text', max: 2000 },
      },
    },
    notice_hours: usual.hours,
    availability_percent: usual.percent,
    response_hours: usual.hours,
    recovery_hours: usual.hours,
    penalty_eur_per_day: usual.euro,
    liability_limit_eur: usual.euro,
    document: usual.digest,
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'supplier'],
  key: ['code'],
  order: [
    ['signed_on', 'ends_on'],
    ['starts_on', 'ends_on'],
  ],
  either: [['supplier', 'party_name']],
  lifecycle: {
    states: ['draft', 'in_force', 'ended'],
    initial: ['draft', 'in_force'],
    frozen: ['ended'],
    transitions: [
      { from: ['draft'], to: 'in_force', by: ['ciso', 'it_manager'], needs: ['starts_on'] },
      { from: ['draft', 'in_force'], to: 'ended', by: ['ciso', 'it_manager'] },
    ],
  },
  may: {
    ...boardroom,
    ciso: runs,
    it_manager: runs,
    ot_engineer: reads,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
