// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'

/** Registers by what they are about; every kind stands in one group. */
export const groups = {
  organisation: [
    'organisation',
    'group',
    'legal-entity',
    'site',
    'brand',
    'process',
    'crown-jewel',
  ],
  people: [
    'person',
    'appointment',
    'training',
    'certificate',
    'awareness-campaign',
    'phishing-result',
  ],
  duties: [
    'policy',
    'policy-version',
    'read-receipt',
    'requirement-answer',
    'measure',
    'evidence-file',
    'exception',
    'audit',
    'finding',
    'action',
    'kpi',
    'kpi-value',
  ],
  risk: ['risk', 'treatment', 'acceptance'],
  estate: ['asset', 'software-component', 'zone', 'conduit', 'access-account', 'access-review'],
  chain: [
    'supplier',
    'contract',
    'remote-access',
    'supplier-review',
    'customer-questionnaire',
    'customer-answer',
    'trust-share',
    'purchase',
  ],
  products: ['product', 'product-vulnerability', 'product-advisory'],
  incident: [
    'alert',
    'incident',
    'awareness',
    'incident-log-entry',
    'incident-report',
    'playbook',
    'exercise',
    'backup',
    'restore-test',
    'crisis-contact',
    'holding-statement',
  ],
  board: [
    'meeting',
    'decision',
    'vote',
    'objection',
    'approval-key',
    'budget',
    'budget-line',
    'legal-hold',
    'comment',
  ],
} as const satisfies Readonly<Record<string, readonly KindName[]>>

type Grouped = (typeof groups)[keyof typeof groups][number]
type Forgotten = Exclude<KindName, Grouped>

/** A kind that stands nowhere does not compile. */
export const isComplete: [Forgotten] extends [never] ? true : Forgotten = true
