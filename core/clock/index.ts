// SPDX-License-Identifier: EUPL-1.2
/**
 * Clock: which reports are due after an incident, to whom and until when. Awareness is the anchor
 * of the hours; the month runs from the notification. Terms and holidays come from the law packs.
 */
export { type DueReport, dueReports, type IncidentTimes, type Stage } from './due-reports.ts'
export { carriedOver, isHoliday } from './working-day.ts'
