// SPDX-License-Identifier: EUPL-1.2
/**
 * Clock: which reports are due after an incident, to whom and until when, and which of them are
 * late. Awareness is the anchor of the hours; the month runs from the notification. Terms and
 * holidays come from the law packs, hours of contracts from the incident.
 */
export { dueReports } from './due-reports.ts'
export type {
  Anchor,
  ClockCase,
  ClockRemark,
  ClockReport,
  ClockResult,
  ContractTerm,
  ReportNotDue,
  ReportStatus,
  SentReport,
  Stage,
} from './incident.ts'
export { carriedOver, isHoliday } from './working-day.ts'
