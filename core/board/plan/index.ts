// SPDX-License-Identifier: EUPL-1.2
/**
 * Plan: the work with its days and its money, what was asked and did not come, what stands in the
 * calendar of one person, and who is to be reminded of what today.
 */
export {
  type CalendarItem,
  type CalendarWhat,
  calendarOf,
  kindsOfCalendar,
} from './calendar.ts'
export { type DutyLine, type DutyPlan, dutyPlan } from './duty.ts'
export type { Budget, Money, NotDone } from './money.ts'
export { kindsOfPlan, type Plan, type PlanLine, planOf } from './plan.ts'
export { type Reminder, type ReminderStage, remindersOf } from './reminders.ts'
