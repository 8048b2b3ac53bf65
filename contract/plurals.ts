// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'

/** How a register is spelled in a path. */
export const plurals = {
  organisation: 'organisations',
  group: 'groups',
  'legal-entity': 'legal-entities',
  site: 'sites',
  brand: 'brands',
  process: 'processes',
  'crown-jewel': 'crown-jewels',
  person: 'persons',
  appointment: 'appointments',
  training: 'trainings',
  certificate: 'certificates',
  'awareness-campaign': 'awareness-campaigns',
  'phishing-result': 'phishing-results',
  policy: 'policies',
  'policy-version': 'policy-versions',
  'read-receipt': 'read-receipts',
  'requirement-answer': 'requirement-answers',
  measure: 'measures',
  'evidence-file': 'evidence-files',
  exception: 'exceptions',
  audit: 'audits',
  finding: 'findings',
  action: 'actions',
  kpi: 'kpis',
  'kpi-value': 'kpi-values',
  risk: 'risks',
  treatment: 'treatments',
  acceptance: 'acceptances',
  asset: 'assets',
  'access-account': 'access-accounts',
  'access-review': 'access-reviews',
  'software-component': 'software-components',
  zone: 'zones',
  conduit: 'conduits',
  supplier: 'suppliers',
  contract: 'contracts',
  'remote-access': 'remote-accesses',
  'supplier-review': 'supplier-reviews',
  'customer-questionnaire': 'customer-questionnaires',
  'customer-answer': 'customer-answers',
  'trust-share': 'trust-shares',
  alert: 'alerts',
  incident: 'incidents',
  awareness: 'awarenesses',
  'incident-log-entry': 'incident-log-entries',
  'incident-report': 'incident-reports',
  playbook: 'playbooks',
  exercise: 'exercises',
  backup: 'backups',
  'restore-test': 'restore-tests',
  'crisis-contact': 'crisis-contacts',
  'holding-statement': 'holding-statements',
  meeting: 'meetings',
  decision: 'decisions',
  vote: 'votes',
  'approval-key': 'approval-keys',
  budget: 'budgets',
  'budget-line': 'budget-lines',
  comment: 'comments',
} as const satisfies Record<KindName, string>

const byPlural = new Map(
  Object.entries(plurals).map(([name, plural]) => [plural as string, name as KindName]),
)

/** Undefined for a path that no register has. */
export function kindOfPlural(plural: string): KindName | undefined {
  return byPlural.get(plural)
}
