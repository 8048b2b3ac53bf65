// SPDX-License-Identifier: EUPL-1.2
import { acceptance } from './acceptance.ts'
import { accessAccount } from './access-account.ts'
import { accessReview } from './access-review.ts'
import { action } from './action.ts'
import { alert } from './alert.ts'
import { appointment } from './appointment.ts'
import { approvalKey } from './approval-key.ts'
import { asset } from './asset.ts'
import { audit } from './audit.ts'
import { awareness } from './awareness.ts'
import { awarenessCampaign } from './awareness-campaign.ts'
import { backup } from './backup.ts'
import { brand } from './brand.ts'
import { budget } from './budget.ts'
import { budgetLine } from './budget-line.ts'
import { certificate } from './certificate.ts'
import { comment } from './comment.ts'
import { conduit } from './conduit.ts'
import { contract } from './contract.ts'
import { crisisContact } from './crisis-contact.ts'
import { crownJewel } from './crown-jewel.ts'
import { customerAnswer } from './customer-answer.ts'
import { customerQuestionnaire } from './customer-questionnaire.ts'
import { decision } from './decision.ts'
import { evidenceFile } from './evidence-file.ts'
import { exception } from './exception.ts'
import { exercise } from './exercise.ts'
import type { FieldValues } from './field.ts'
import { finding } from './finding.ts'
import { group } from './group.ts'
import { holdingStatement } from './holding-statement.ts'
import { incident } from './incident.ts'
import { incidentLogEntry } from './incident-log-entry.ts'
import { incidentReport } from './incident-report.ts'
import type { RecordKind } from './kind.ts'
import type { KindName } from './kind-names.ts'
import { kpi } from './kpi.ts'
import { kpiValue } from './kpi-value.ts'
import { legalEntity } from './legal-entity.ts'
import { legalHold } from './legal-hold.ts'
import { measure } from './measure.ts'
import { meeting } from './meeting.ts'
import { objection } from './objection.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { phishingResult } from './phishing-result.ts'
import { playbook } from './playbook.ts'
import { policy } from './policy.ts'
import { policyVersion } from './policy-version.ts'
import { process } from './process.ts'
import { product } from './product.ts'
import { productAdvisory } from './product-advisory.ts'
import { productVulnerability } from './product-vulnerability.ts'
import { purchase } from './purchase.ts'
import { readReceipt } from './read-receipt.ts'
import { remoteAccess } from './remote-access.ts'
import { requirementAnswer } from './requirement-answer.ts'
import { restoreTest } from './restore-test.ts'
import { risk } from './risk.ts'
import { site } from './site.ts'
import { softwareComponent } from './software-component.ts'
import { supplier } from './supplier.ts'
import { supplierReview } from './supplier-review.ts'
import { training } from './training.ts'
import { treatment } from './treatment.ts'
import { trustShare } from './trust-share.ts'
import { vote } from './vote.ts'
import { zone } from './zone.ts'

/** Every kind by its name. */
export const kinds = {
  organisation: organisation,
  group: group,
  'legal-entity': legalEntity,
  site: site,
  brand: brand,
  process: process,
  'crown-jewel': crownJewel,
  person: person,
  appointment: appointment,
  training: training,
  certificate: certificate,
  'awareness-campaign': awarenessCampaign,
  'phishing-result': phishingResult,
  policy: policy,
  'policy-version': policyVersion,
  'read-receipt': readReceipt,
  'requirement-answer': requirementAnswer,
  measure: measure,
  'evidence-file': evidenceFile,
  exception: exception,
  audit: audit,
  finding: finding,
  action: action,
  kpi: kpi,
  'kpi-value': kpiValue,
  risk: risk,
  treatment: treatment,
  acceptance: acceptance,
  asset: asset,
  'access-account': accessAccount,
  'access-review': accessReview,
  'software-component': softwareComponent,
  zone: zone,
  conduit: conduit,
  supplier: supplier,
  contract: contract,
  'remote-access': remoteAccess,
  purchase: purchase,
  product: product,
  'product-vulnerability': productVulnerability,
  'product-advisory': productAdvisory,
  'supplier-review': supplierReview,
  'customer-questionnaire': customerQuestionnaire,
  'customer-answer': customerAnswer,
  'trust-share': trustShare,
  alert: alert,
  incident: incident,
  awareness: awareness,
  'incident-log-entry': incidentLogEntry,
  'incident-report': incidentReport,
  playbook: playbook,
  exercise: exercise,
  backup: backup,
  'restore-test': restoreTest,
  'crisis-contact': crisisContact,
  'holding-statement': holdingStatement,
  meeting: meeting,
  decision: decision,
  vote: vote,
  objection: objection,
  'approval-key': approvalKey,
  budget: budget,
  'budget-line': budgetLine,
  'legal-hold': legalHold,
  comment: comment,
} as const satisfies { readonly [Name in KindName]: RecordKind & { readonly name: Name } }

/** Checked values of a kind: required fields are there, others may be absent. */
export type ValuesOf<Name extends KindName> = FieldValues<(typeof kinds)[Name]['fields']>

/** Undefined for a name that is not in the catalogue. */
export function kind(name: string): RecordKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined
}
