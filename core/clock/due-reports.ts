// SPDX-License-Identifier: EUPL-1.2
import { addDays, addMonths, localTime, startOfDay } from '@schouw/core/kernel'
import { type Jurisdiction, lawPack } from '@schouw/core/law'
import { carriedOver } from './working-day.ts'

/** Events of one incident, as instants in epoch milliseconds. Absent: has not happened. */
export interface IncidentTimes {
  readonly jurisdiction: Jurisdiction
  /** IANA zone of the organisation. */
  readonly timeZone: string
  /** When a person of the entity became aware: an event of its own, recorded with how it was known. */
  readonly awareAt: number
  readonly notificationSentAt?: number
  readonly handledAt?: number
  readonly isOngoing?: boolean
}

export type Stage = 'early_warning' | 'notification' | 'final_report' | 'progress_report'

export interface DueReport {
  readonly stage: Stage
  /** Law pack entry that sets the term. */
  readonly rule: string
  readonly anchor: 'aware_at' | 'notification_sent_at' | 'handled_at'
  readonly recipients: readonly string[]
  /** Epoch milliseconds; null while the anchor has not happened. */
  readonly dueAt: number | null
  /** The term before a weekend or holiday carries it over. */
  readonly strictDueAt: number | null
}

/** Deadlines of the packs by trigger: what anchors them, and which report they ask for. */
const triggers: Readonly<Record<string, readonly [DueReport['anchor'], Stage | undefined]>> = {
  aware_significant_incident: ['aware_at', undefined],
  notification_submitted: ['notification_sent_at', 'final_report'],
  final_report_due_and_incident_ongoing: ['notification_sent_at', 'progress_report'],
  incident_handled: ['handled_at', 'final_report'],
}

/**
 * The reports a significant incident asks for, from the deadlines in the country's law pack.
 *
 * Hours count from awareness through weekends, to the minute. The final report's month runs from
 * the submission of the notification, not from awareness (Directive (EU) 2022/2555, Article
 * 23(4)(d)); while the incident goes on, a progress report is due then, and the final one a month
 * after handling. A term whose anchor has not happened has no date: an earlier guess would move.
 */
export function dueReports(times: IncidentTimes): readonly DueReport[] {
  const due: DueReport[] = []
  for (const entry of lawPack(times.jurisdiction).deadlines) {
    const [anchor, named] = triggers[entry.trigger_event] ?? []
    if (anchor === undefined || entry.duration === null) continue
    if (isMoot(entry.trigger_event, times)) continue
    const stage = named ?? (entry.duration.value <= 24 ? 'early_warning' : 'notification')
    const at = anchorAt(anchor, times)
    const isMonth = entry.calculation_rule?.startsWith('calendar_month') === true
    const { dueAt, strictDueAt } =
      at === undefined
        ? { dueAt: null, strictDueAt: null }
        : isMonth
          ? monthAfter(at, times, entry.calculation_rule?.includes('extension') === true)
          : hoursAfter(at, entry.duration.value)
    due.push({ stage, rule: entry.id, anchor, recipients: entry.recipients, dueAt, strictDueAt })
  }
  return due
}

/** Progress and the later final report exist only while the incident outlasts the first month. */
function isMoot(trigger: string, times: IncidentTimes): boolean {
  const isOngoing = times.isOngoing === true || times.handledAt !== undefined
  if (trigger === 'notification_submitted') return times.isOngoing === true
  if (trigger === 'final_report_due_and_incident_ongoing') return times.isOngoing !== true
  return trigger === 'incident_handled' && !isOngoing
}

function anchorAt(anchor: DueReport['anchor'], times: IncidentTimes): number | undefined {
  if (anchor === 'aware_at') return times.awareAt
  return anchor === 'handled_at' ? times.handledAt : times.notificationSentAt
}

function hoursAfter(at: number, hours: number): { dueAt: number; strictDueAt: number } {
  const dueAt = at + hours * 3_600_000
  return { dueAt, strictDueAt: dueAt }
}

/** A calendar month ends with the local day of the same number (or the month's last). */
function monthAfter(
  at: number,
  times: IncidentTimes,
  isExtended: boolean,
): { dueAt: number; strictDueAt: number } {
  const day = addMonths(localTime(at, times.timeZone).date, 1)
  const last = isExtended ? carriedOver(day, lawPack(times.jurisdiction).holidays.days) : day
  return { dueAt: endOf(last, times.timeZone), strictDueAt: endOf(day, times.timeZone) }
}

/** Last minute of a local day. */
function endOf(day: string, zone: string): number {
  const next = startOfDay(addDays(day, 1), zone)
  return next - 60_000
}
