// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, prepares, reads, runs } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/**
 * A report that is due after an incident: to whom, until when, what it said and that it arrived.
 * What was sent stays as it was sent; what was late stays late.
 */
export const incidentReport = {
  name: 'incident-report',
  fields: {
    incident: { type: 'reference', to: ['incident'], required: true, onRetire: 'keep' },
    stage: {
      type: 'choice',
      options: [
        'early_warning',
        'notification',
        'intermediate_report',
        'progress_report',
        'final_report',
        'recipients_notice',
        'voluntary_report',
      ],
      required: true,
    },
    regime: {
      type: 'choice',
      options: ['nis2', 'gdpr', 'cra', 'contract', 'insurance', 'police', 'other'],
      required: true,
    },
    rule: { type: 'text', max: 80 },
    number: { type: 'whole', min: 1, max: 1000, required: true, default: 1 },
    recipients: {
      type: 'choice',
      options: [
        'csirt',
        'competent_authority',
        'data_protection_authority',
        'enisa',
        'recipients_of_services',
        'data_subjects',
        'customer',
        'insurer',
        'police',
        'other',
      ],
      many: true,
      required: true,
    },
    recipient_name: usual.text,
    anchor: {
      type: 'choice',
      options: ['aware_at', 'notification_sent_at', 'requested_at', 'handled_at', 'none'],
    },
    anchor_at: usual.instant,
    due_at: usual.instant,
    strict_due_at: usual.instant,
    requested_at: usual.instant,
    contents: {
      type: 'rows',
      maxRows: 60,
      fields: {
        item: { type: 'text', max: 80, required: true },
        text: { type: 'text', max: 8000, required: true },
      },
    },
    document: usual.digest,
    language: usual.language,
    prepared_by: usual.person,
    sent_by: usual.person,
    sent_at: usual.instant,
    channel: { type: 'choice', options: ['portal', 'email', 'phone', 'letter', 'meeting', 'api'] },
    reference: usual.text,
    receipt: usual.digest,
    acknowledged_at: usual.instant,
    late_reason: usual.longText,
    not_required_reason: usual.longText,
    note: usual.note,
  },
  title: ['stage', 'incident'],
  key: ['incident', 'regime', 'stage', 'number'],
  order: [
    ['strict_due_at', 'due_at'],
    ['sent_at', 'acknowledged_at'],
  ],
  either: [],
  lifecycle: {
    states: ['draft', 'ready', 'sent', 'acknowledged', 'not_required'],
    initial: ['draft'],
    frozen: ['sent', 'acknowledged', 'not_required'],
    open: ['reference', 'receipt', 'acknowledged_at', 'late_reason', 'note'],
    transitions: [
      { from: ['draft'], to: 'ready', by: ['ciso', 'it_manager'], needs: ['contents'] },
      { from: ['ready'], to: 'draft', by: ['ciso', 'it_manager'] },
      // The clock runs: sending waits for nobody.
      { from: ['draft', 'ready'], to: 'sent', by: ['ciso', 'it_manager'], needs: ['sent_at'] },
      { from: ['sent'], to: 'acknowledged', by: ['ciso', 'it_manager'], needs: ['reference'] },
      {
        from: ['draft', 'ready'],
        to: 'not_required',
        by: ['ciso'],
        needs: ['not_required_reason'],
      },
    ],
  },
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: runs,
    it_manager: { ...prepares, move: always },
    ot_engineer: reads,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [
    { on: 'move', to: ['not_required'], by: ['director'] },
    { on: 'retire', by: ['director'] },
  ],
  lapses: [],
  evidence: 'shown',
} as const satisfies RecordKind
