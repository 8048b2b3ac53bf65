// SPDX-License-Identifier: EUPL-1.2
/**
 * What comes round: policies and their review, audits and what they found, the review by the
 * management, awareness, what was learned, and the calendar of all of it.
 */
export { type CalendarItem, calendarItems, kindsOfCalendar } from './calendar.ts'
export { type Improvement, improvements } from './improvements.ts'
export { kindsOfLessons, type Lesson, lessonsOf } from './lessons.ts'
export { type PolicyLine, type PolicyStanding, type PolicyText, policyLines } from './policies.ts'
export { type ReviewPoint, reviewPoints, reviewStanding } from './review.ts'
