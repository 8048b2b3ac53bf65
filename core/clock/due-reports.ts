// SPDX-License-Identifier: EUPL-1.2
import { isoInZone, localTime } from '@schouw/core/kernel'
import { incidentTerms } from '@schouw/core/law'
import type {
  Anchor,
  ClockCase,
  ClockReport,
  ClockResult,
  ContractTerm,
  ReportNotDue,
  ReportStatus,
  Stage,
} from './incident.ts'
import { remarksOn } from './remarks.ts'
import { afterHours, type Due, dueOf, type IncidentTerm, type Place } from './term.ts'
import { contractTriggers, type Incident, stricter, triggers } from './triggers.ts'

/**
 * The reports an incident asks for, with the state they are in at `asOf` (epoch milliseconds).
 *
 * The final report's month runs from the submission of the notification, not from awareness
 * (Directive (EU) 2022/2555, Article 23(4)(d)); while the incident goes on, a progress report is
 * due then, and the final one a month after handling. A term whose anchor has not happened has no
 * date: an earlier guess would move. What was sent too late stays `sent_late`, whatever follows.
 */
export function dueReports(incident: ClockCase, asOf: number): ClockResult {
  const { terms, holidays } = incidentTerms(incident.jurisdiction)
  const place: Place = { timeZone: incident.time_zone, holidays }
  const ready: Incident = { ...incident, outlastsMonth: outlastsMonth(incident, terms, place) }
  const awareOn = localTime(Date.parse(incident.aware_at), incident.time_zone).date
  const reports: ClockReport[] = []
  const notDue: ReportNotDue[] = []
  for (const term of terms) {
    const trigger = triggers[term.trigger_event]
    if (trigger === undefined || !trigger.applies(ready)) continue
    if (isReplaced(term, terms, ready)) continue
    const stage = term.stage as Stage
    const { title_en, title_nl } = term
    const named = { regime: term.regime_id, stage, rule: term.id, title_en, title_nl }
    if (term.from !== undefined && awareOn < term.from) {
      notDue.push({ ...named, why: 'not_in_force', from: term.from })
    } else if (trigger.needsSignificance === true && incident.out_of_scope === true) {
      notDue.push({ ...named, why: 'out_of_scope' })
    } else if (trigger.needsSignificance === true && incident.significant === false) {
      notDue.push({ ...named, why: 'not_significant' })
    } else reports.push(reportOf(term, trigger.anchor, { incident, terms, place, asOf }))
  }
  for (const contract of incident.contracts ?? []) {
    reports.push(contractReport(contract, { incident, terms, place, asOf }))
  }
  return {
    id: incident.id,
    time_zone: incident.time_zone,
    aware_at: inZone(Date.parse(incident.aware_at), incident),
    reports,
    not_due: notDue,
    remarks: remarksOn(incident),
  }
}

interface Moment {
  readonly incident: ClockCase
  readonly terms: readonly IncidentTerm[]
  readonly place: Place
  readonly asOf: number
}

function reportOf(term: IncidentTerm, anchor: Anchor, moment: Moment): ClockReport {
  const { incident, terms, place } = moment
  const at = anchorAt(term, anchor, incident)
  const due = at === undefined ? undefined : dueOf(lengthOf(term, terms), at, place)
  const named = anchor === 'intermediate_requested_at' ? incident.intermediate_due_at : undefined
  const asked = named === undefined ? due : afterHours(Date.parse(named), 0)
  const isAtOnce = term.duration?.unit === 'hour' && term.duration.value === 0
  const sentAt = sentAtOf(term, incident)
  const status = statusOf({ at, due: asked, isAtOnce, sentAt, asOf: moment.asOf })
  return shown(term, { anchor, due: at === undefined ? undefined : asked, status, sentAt }, moment)
}

/** A contract's hours are its own; without them it asks for a notice at a moment nobody entered. */
function contractReport(contract: ContractTerm, moment: Moment): ClockReport {
  const { incident, terms, asOf } = moment
  const { party = 'customer', notice_hours: hours } = contract
  const term = terms.find(({ trigger_event }) => trigger_event === contractTriggers[party])
  if (term === undefined) throw new Error(`the law packs have no entry for contracts of a ${party}`)
  const at = Date.parse(incident.aware_at)
  const due = hours === undefined ? undefined : afterHours(at, hours)
  const sentAt = contract.sent_at === undefined ? undefined : Date.parse(contract.sent_at)
  const status = statusOf({ at, due, isAtOnce: hours === 0, sentAt, asOf })
  const report = shown(term, { anchor: 'aware_at', due, status, sentAt }, moment)
  return { ...report, contract: contract.id, source: 'contract' }
}

interface Shown {
  readonly anchor: Anchor
  readonly due: Due | undefined
  readonly status: ReportStatus
  readonly sentAt: number | undefined
}

function shown(term: IncidentTerm, of: Shown, { incident }: Moment): ClockReport {
  const { due, sentAt } = of
  return {
    stage: term.stage as Stage,
    regime: term.regime_id,
    recipients: term.recipients,
    due_at: due === undefined ? null : inZone(due.dueAt, incident),
    ...(due === undefined ? {} : { strict_due_at: inZone(due.strictDueAt, incident) }),
    anchor: of.anchor,
    rule: term.id,
    status: of.status,
    sent_at: sentAt === undefined ? null : inZone(sentAt, incident),
    title_en: term.title_en,
    title_nl: term.title_nl,
    source: term.source,
    confidence: term.confidence,
  }
}

interface Standing {
  readonly at: number | undefined
  readonly due: Due | undefined
  readonly isAtOnce: boolean
  readonly sentAt: number | undefined
  readonly asOf: number
}

function statusOf({ at, due, isAtOnce, sentAt, asOf }: Standing): ReportStatus {
  if (sentAt !== undefined) {
    // "Without delay" is no number against which a report could be found late by arithmetic.
    return due !== undefined && !isAtOnce && sentAt > due.lastMomentAt ? 'sent_late' : 'sent'
  }
  if (at === undefined) return 'waiting'
  if (isAtOnce) return 'without_delay'
  if (due === undefined) return 'no_term'
  return asOf > due.lastMomentAt ? 'overdue' : 'due'
}

/** The progress report stands in for the final one, and so is due when that would have been. */
function lengthOf(term: IncidentTerm, terms: readonly IncidentTerm[]): IncidentTerm {
  if (term.trigger_event !== 'final_report_due_and_incident_ongoing') return term
  return finalOf(terms) ?? term
}

function finalOf(terms: readonly IncidentTerm[]): IncidentTerm | undefined {
  return terms.find(({ trigger_event }) => trigger_event === 'notification_submitted')
}

/**
 * Whether the incident goes on when its final report is due. Facts go before the word of the file:
 * one that was handled before that day does not outlast it.
 */
function outlastsMonth(incident: ClockCase, terms: readonly IncidentTerm[], place: Place): boolean {
  const { notification_sent_at: sent, handled_at: handled } = incident
  if (incident.progress_sent_at !== undefined) return true
  if (handled === undefined) return incident.ongoing === true
  const final = finalOf(terms)
  if (sent === undefined || final === undefined) return false
  const due = dueOf(final, Date.parse(sent), place)
  return due !== undefined && Date.parse(handled) > due.lastMomentAt
}

function isReplaced(
  term: IncidentTerm,
  terms: readonly IncidentTerm[],
  incident: Incident,
): boolean {
  const other = stricter[term.trigger_event]
  if (other === undefined || triggers[other]?.applies(incident) !== true) return false
  return terms.some(({ trigger_event, stage }) => trigger_event === other && stage === term.stage)
}

/** The national law's events stand at the top of the incident, other regimes' among what was sent. */
function isNational({ trigger_event }: IncidentTerm): boolean {
  return triggers[trigger_event]?.needsSignificance === true
}

function anchorAt(term: IncidentTerm, anchor: Anchor, incident: ClockCase): number | undefined {
  const text =
    anchor === 'notification_sent_at' && !isNational(term)
      ? listedAt(term.regime_id, 'notification', incident)
      : incident[anchor]
  return text === undefined ? undefined : Date.parse(text)
}

const sentFields: Readonly<Record<Stage, keyof ClockCase>> = {
  early_warning: 'early_warning_sent_at',
  notification: 'notification_sent_at',
  intermediate_report: 'intermediate_sent_at',
  progress_report: 'progress_sent_at',
  final_report: 'final_sent_at',
  recipients_notice: 'recipients_informed_at',
}

function sentAtOf(term: IncidentTerm, incident: ClockCase): number | undefined {
  const stage = term.stage as Stage
  const own = isNational(term) ? (incident[sentFields[stage]] as string | undefined) : undefined
  const text = own ?? listedAt(term.regime_id, stage, incident)
  return text === undefined ? undefined : Date.parse(text)
}

/** The first time, where one was sent more than once. */
function listedAt(regime: string, stage: Stage, incident: ClockCase): string | undefined {
  return incident.sent
    ?.filter((one) => one.regime === regime && one.stage === stage)
    .map(({ sent_at }) => sent_at)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
}

function inZone(at: number, { time_zone }: ClockCase): string {
  return isoInZone(at, time_zone)
}
