// SPDX-License-Identifier: EUPL-1.2
/**
 * Kernel: the few things every context needs and that carry no opinion about cyber risk:
 * outcomes, digests. Anything that knows a word of law or of a protocol does not belong here.
 */
export {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  isCalendarDate,
  weekday,
} from './calendar.ts'
export { type Outcome, ok, refuse } from './outcome.ts'
export { hex, Sha256, sha256 } from './sha256.ts'
export { isoInZone, localTime, startOfDay } from './zone.ts'
