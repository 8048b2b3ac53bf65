// SPDX-License-Identifier: EUPL-1.2
import type { ClockCase, ContractTerm, SentReport, Stage } from '@schouw/core/clock'
import { type Jurisdiction, jurisdictions } from '@schouw/core/law'
import type { Line } from '../facts.ts'
import { linesAbout, linesOf, type RoomFacts } from './facts.ts'

/** Who knew, when and how; a correction stands in the place of what it corrects. */
export interface Aware {
  readonly id: string
  readonly at: string
  readonly person: string
  readonly how: string
}

/** The earliest awareness that is not corrected; null while nobody recorded one. */
export function awareOf(facts: RoomFacts, incident: string): Aware | null {
  const lines = linesAbout(facts, 'awareness', incident)
  const corrected = new Set(lines.map((line) => line.text('corrects')))
  const [first] = lines
    .filter(({ id }) => !corrected.has(id))
    .flatMap((line) => {
      const at = line.text('aware_at')
      if (at === null) return []
      const [person, how] = [line.text('person') ?? '', line.text('how') ?? '']
      return [{ id: line.id, at, person, how }]
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return first ?? null
}

/**
 * The incident as the clock takes it; null when nobody is on record as aware, or the organisation
 * has no law of its own: then no term can be reckoned, which is not the same as none that runs.
 */
export function clockCaseOf(facts: RoomFacts, incident: Line): ClockCase | null {
  const [organisation] = linesOf(facts, 'organisation')
  const aware = awareOf(facts, incident.id)
  const jurisdiction = jurisdictions.find((one) => one === organisation?.text('jurisdiction'))
  const zone = organisation?.text('time_zone') ?? null
  if (aware === null || jurisdiction === undefined || zone === null) return null
  const reports = linesAbout(facts, 'incident-report', incident.id)
  const asked = reports
    .filter((line) => line.text('stage') === 'intermediate_report')
    .find((line) => line.text('requested_at') !== null)
  const given: ClockCase = {
    id: incident.id,
    jurisdiction,
    time_zone: zone,
    aware_at: aware.at,
    significant: significance(incident),
    ...(isOutOfScope(facts) ? { out_of_scope: true } : {}),
    ...sentUnder(national(jurisdiction), reports),
    ...present('intermediate_requested_at', asked?.text('requested_at')),
    ...present('intermediate_due_at', asked?.text('due_at')),
    ...present('handled_at', incident.text('handled_at')),
    ...flag('ongoing', incident.flag('is_ongoing')),
    ...(incident.text('concerns_customers') === 'no' ? { service_affected: false } : {}),
    ...flag('trust_service', incident.flag('hits_trust_service')),
    ...personalData(incident),
    ...flag('high_risk_to_people', incident.flag('is_high_risk_to_people')),
    product_vulnerability: isYes(incident.text('concerns_product_vulnerability')),
    product_incident: isYes(incident.text('concerns_product_security')),
    ...present('corrective_measure_at', incident.text('corrective_measure_at')),
    ...flag('serious_injury', incident.flag('has_serious_injury')),
    ...medicalDevice(incident.text('medical_device_harm')),
    ...flag('environmental_harm', incident.flag('harms_environment')),
    contracts: contractsOf(facts, incident, reports),
    sent: sentElsewhere(reports),
  }
  return given
}

/** Concluded of every legal entity there is; an open or lapsed conclusion keeps the clocks going. */
function isOutOfScope(facts: RoomFacts): boolean {
  const entities = linesOf(facts, 'legal-entity')
  const isOut = (one: Line) =>
    one.state === 'scope_concluded' && one.text('entity_class') === 'out_of_scope'
  return entities.length > 0 && entities.every(isOut)
}

/** The name of the national law among the regimes of reports. */
function national(jurisdiction: Jurisdiction): string {
  const names: Readonly<Record<string, string>> = { NL: 'cbw', BE: 'nis2_be', DE: 'bsig' }
  return names[jurisdiction] ?? jurisdiction
}

function significance(incident: Line): boolean | null {
  const decided = incident.text('significance')
  return decided === null ? null : decided === 'significant'
}

const topFields: Readonly<Partial<Record<Stage, keyof ClockCase>>> = {
  early_warning: 'early_warning_sent_at',
  notification: 'notification_sent_at',
  intermediate_report: 'intermediate_sent_at',
  progress_report: 'progress_sent_at',
  final_report: 'final_sent_at',
  recipients_notice: 'recipients_informed_at',
}

function sentUnder(regime: string, reports: readonly Line[]): Partial<ClockCase> {
  const found: Record<string, string> = {}
  for (const line of reports) {
    const at = line.text('sent_at')
    const field = topFields[line.text('stage') as Stage]
    if (at === null || field === undefined || line.text('regime') !== regime) continue
    const before = found[field]
    // The first one counts: what was late stays late when it is sent once more.
    if (before === undefined || Date.parse(at) < Date.parse(before)) found[field] = at
  }
  return found as Partial<ClockCase>
}

function sentElsewhere(reports: readonly Line[]): readonly SentReport[] {
  return reports.flatMap((line) => {
    const [at, regime, stage] = [line.text('sent_at'), line.text('regime'), line.text('stage')]
    if (at === null || regime === null || stage === null) return []
    return regime === 'contract' ? [] : [{ regime, stage: stage as Stage, sent_at: at }]
  })
}

/** Of a supplier's contract the term is theirs; ours are those with customers and insurers. */
function contractsOf(
  facts: RoomFacts,
  incident: Line,
  reports: readonly Line[],
): readonly ContractTerm[] {
  const named = incident.list('contracts')
  return linesOf(facts, 'contract').flatMap((line) => {
    const party = line.text('party')
    if (party !== 'customer' && party !== 'insurer') return []
    if (!named.includes(line.id) || line.state === 'ended') return []
    const hours = line.number('notice_hours') ?? noticeClause(line)
    const [sent] = reports
      .filter((one) => one.text('contract') === line.id)
      .flatMap((one) => one.text('sent_at') ?? [])
      .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    const term = hours === null ? {} : { notice_hours: hours }
    return [{ id: line.id, party, ...term, ...(sent === undefined ? {} : { sent_at: sent }) }]
  })
}

/** What the clause itself says, where the contract names no term of its own. */
function noticeClause(contract: Line): number | null {
  const clause = contract
    .rows('clauses')
    .find((row) => row.text('subject') === 'incident_notice' && row.flag('is_agreed') === true)
  return clause?.number('term_hours') ?? null
}

function personalData(incident: Line): Partial<ClockCase> {
  if (!isYes(incident.text('concerns_personal_data'))) return {}
  return {
    personal_data:
      incident.text('personal_data_quality') === 'processor' ? 'processor' : 'controller',
  }
}

function medicalDevice(harm: string | null): Partial<ClockCase> {
  if (harm === 'serious_incident') return { medical_device: true }
  if (harm === 'death' || harm === 'public_health_threat') return { medical_device: harm }
  return {}
}

/** Possible is not sure, and a clock that may run is shown running. */
function isYes(choice: string | null): boolean {
  return choice === 'yes' || choice === 'possible'
}

function present(name: keyof ClockCase, value: string | null | undefined): Partial<ClockCase> {
  return value === null || value === undefined ? {} : { [name]: value }
}

function flag(name: keyof ClockCase, value: boolean | null): Partial<ClockCase> {
  return value === null ? {} : { [name]: value }
}
