// SPDX-License-Identifier: EUPL-1.2
import type { Anchor, ClockCase } from './incident.ts'

/** What makes a report due, by the pack's name of it. */
export interface Trigger {
  readonly anchor: Anchor
  readonly applies: (incident: Incident) => boolean
  /** Falls away by a decision that the incident is not significant. */
  readonly needsSignificance?: true
}

/** An incident of which is known whether it outlasts the month of its final report. */
export type Incident = ClockCase & { readonly outlastsMonth: boolean }

const always = () => true

/**
 * Triggers of the packs that an incident can pull. Unknown facts do not switch a report on, but
 * an undecided significance does not switch one off either: its hours run meanwhile.
 */
export const triggers: Readonly<Record<string, Trigger>> = {
  aware_significant_incident: { anchor: 'aware_at', applies: always, needsSignificance: true },
  aware_significant_incident_trust_service: {
    anchor: 'aware_at',
    applies: ({ trust_service }) => trust_service === true,
    needsSignificance: true,
  },
  significant_incident_likely_affects_service: {
    anchor: 'aware_at',
    applies: ({ service_affected }) => service_affected !== false,
    needsSignificance: true,
  },
  request_by_csirt_or_authority: {
    anchor: 'intermediate_requested_at',
    applies: always,
    needsSignificance: true,
  },
  notification_submitted: {
    anchor: 'notification_sent_at',
    applies: ({ outlastsMonth }) => !outlastsMonth,
    needsSignificance: true,
  },
  final_report_due_and_incident_ongoing: {
    anchor: 'notification_sent_at',
    applies: ({ outlastsMonth }) => outlastsMonth,
    needsSignificance: true,
  },
  incident_handled: {
    anchor: 'handled_at',
    applies: ({ outlastsMonth }) => outlastsMonth,
    needsSignificance: true,
  },
  aware_personal_data_breach: { anchor: 'aware_at', applies: isController },
  high_risk_personal_data_breach: {
    anchor: 'aware_at',
    applies: (incident) => isController(incident) && incident.high_risk_to_people === true,
  },
  processor_aware_breach: {
    anchor: 'aware_at',
    applies: ({ personal_data }) => personal_data === 'processor',
  },
  aware_actively_exploited_vulnerability: { anchor: 'aware_at', applies: isVulnerability },
  corrective_measure_available: { anchor: 'corrective_measure_at', applies: isVulnerability },
  aware_severe_product_incident: { anchor: 'aware_at', applies: isProductIncident },
  cra_incident_notification_submitted: {
    anchor: 'notification_sent_at',
    applies: isProductIncident,
  },
  aware_exploited_vulnerability_or_severe_incident: {
    anchor: 'aware_at',
    applies: (incident) => isVulnerability(incident) || isProductIncident(incident),
  },
  fatal_or_hospital_or_permanent_injury: {
    anchor: 'aware_at',
    applies: ({ serious_injury }) => serious_injury === true,
  },
  aware_serious_device_incident: {
    anchor: 'aware_at',
    applies: ({ medical_device }) => medical_device === true,
  },
  aware_device_public_health_threat: {
    anchor: 'aware_at',
    applies: ({ medical_device }) => medical_device === 'public_health_threat',
  },
  aware_device_death: {
    anchor: 'aware_at',
    applies: ({ medical_device }) => medical_device === 'death',
  },
  environmental_harm: {
    anchor: 'aware_at',
    applies: ({ environmental_harm }) => environmental_harm === true,
  },
}

/** Which contract's entry of the pack a party's term belongs to, by its trigger. */
export const contractTriggers = {
  customer: 'aware_incident_affecting_customer',
  insurer: 'aware_incident_possible_claim',
} as const

/** Rules that give way to a stricter one of the same stage. */
export const stricter: Readonly<Record<string, string>> = {
  aware_significant_incident: 'aware_significant_incident_trust_service',
}

function isController({ personal_data }: ClockCase): boolean {
  return personal_data === true || personal_data === 'controller'
}

function isVulnerability({ product_vulnerability }: ClockCase): boolean {
  return product_vulnerability === true
}

function isProductIncident({ product_incident }: ClockCase): boolean {
  return product_incident === true
}
