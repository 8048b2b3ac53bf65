// SPDX-License-Identifier: EUPL-1.2
import type { Jurisdiction } from '@schouw/core/law'

export type Stage =
  | 'early_warning'
  | 'notification'
  | 'intermediate_report'
  | 'progress_report'
  | 'final_report'
  | 'recipients_notice'

/** Events from which a term may run; named as in the file. */
export type Anchor =
  | 'aware_at'
  | 'notification_sent_at'
  | 'intermediate_requested_at'
  | 'handled_at'
  | 'corrective_measure_at'

/**
 * `waiting`: its anchor has not happened; `no_term`: due, but nothing sets a moment;
 * `without_delay`: due at once, the law gives no number; `due`: the moment is still to come.
 */
export type ReportStatus =
  | 'waiting'
  | 'no_term'
  | 'without_delay'
  | 'due'
  | 'overdue'
  | 'sent'
  | 'sent_late'

/** Instants are ISO 8601 with offset. Absent: has not happened, or is not known. */
export interface ClockCase {
  readonly id: string
  readonly jurisdiction: Jurisdiction
  /** IANA zone of the organisation. */
  readonly time_zone: string
  /** When a person of the entity became aware: an event of its own, recorded with how it was known. */
  readonly aware_at: string
  /** Absent or null: not decided yet. The clock runs, for it does not wait for the decision. */
  readonly significant?: boolean | null
  /** True: it was concluded that the national law on incidents is not for this organisation. */
  readonly out_of_scope?: boolean
  readonly early_warning_sent_at?: string
  readonly notification_sent_at?: string
  readonly intermediate_requested_at?: string
  /** The moment the request names; the law gives none. */
  readonly intermediate_due_at?: string
  readonly intermediate_sent_at?: string
  readonly progress_sent_at?: string
  readonly final_sent_at?: string
  readonly handled_at?: string
  readonly ongoing?: boolean
  /** False: no service of ours is likely to suffer, so its recipients need not be told. */
  readonly service_affected?: boolean
  readonly recipients_informed_at?: string
  /** A trust service is hit: its notification is due sooner. */
  readonly trust_service?: boolean
  /** In which quality: true is `controller`. */
  readonly personal_data?: boolean | 'controller' | 'processor'
  readonly high_risk_to_people?: boolean
  /** An actively exploited vulnerability in a product of our own. */
  readonly product_vulnerability?: boolean
  /** A severe incident that touches the security of a product of our own. */
  readonly product_incident?: boolean
  readonly corrective_measure_at?: string
  /** Death, admission to a hospital or lasting injury at work. */
  readonly serious_injury?: boolean
  readonly medical_device?: boolean | 'public_health_threat' | 'death'
  readonly environmental_harm?: boolean
  readonly contracts?: readonly ContractTerm[]
  /** What was sent under other regimes than the national law. */
  readonly sent?: readonly SentReport[]
}

export interface ContractTerm {
  readonly id: string
  /** Whom the contract wants told. */
  readonly party?: 'customer' | 'insurer'
  /** Hours after awareness. Absent: the contract says nothing that was entered here. */
  readonly notice_hours?: number
  readonly sent_at?: string
}

export interface SentReport {
  readonly regime: string
  readonly stage: Stage
  readonly sent_at: string
}

export interface ClockReport {
  readonly stage: Stage
  readonly regime: string
  readonly recipients: readonly string[]
  /** In the organisation's zone, ISO 8601 with offset. Null while nothing sets a moment. */
  readonly due_at: string | null
  /** The term before a weekend or holiday carries it over. */
  readonly strict_due_at?: string
  readonly anchor: Anchor
  /** Entry of the law pack that sets the term; `contract.…` where a contract does. */
  readonly rule: string
  readonly status: ReportStatus
  readonly sent_at: string | null
  /** Of a contract: which one. */
  readonly contract?: string
  readonly title_en: string
  readonly title_nl: string
  readonly source: string
  readonly confidence: string
}

/** A report that would be due but for one fact. */
export interface ReportNotDue {
  readonly regime: string
  readonly stage: Stage
  readonly rule: string
  readonly why: 'not_in_force' | 'not_significant' | 'out_of_scope'
  readonly title_en: string
  readonly title_nl: string
  /** First day on which the rule applies. */
  readonly from?: string
}

/** `fields` of the incident that do not go together, or that decide and are not known. */
export interface ClockRemark {
  readonly code: 'before_awareness' | 'handled_but_ongoing' | 'undecided'
  readonly fields: readonly string[]
}

export interface ClockResult {
  readonly id: string
  readonly time_zone: string
  readonly aware_at: string
  readonly reports: readonly ClockReport[]
  readonly not_due: readonly ReportNotDue[]
  readonly remarks: readonly ClockRemark[]
}
