// SPDX-License-Identifier: EUPL-1.2
/**
 * Meetings: who a body is made of on a day, whether enough of them are there, what should be on the
 * agenda, and what the votes of a body come to.
 */
export { type AgendaProposal, proposedAgenda } from './agenda.ts'
export { type Member, membersOf } from './bodies.ts'
export { type Outcome, outcomeOf } from './outcome.ts'
export { type Item, type MeetingRecord, meetingRecord, type Spoken } from './record.ts'
