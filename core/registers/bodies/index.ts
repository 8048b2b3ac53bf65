// SPDX-License-Identifier: EUPL-1.2
/**
 * Bodies: who sits in one on a day, what its members said, and what of that is in order: proxies,
 * quorum, an outcome that follows from the votes, an objection within its term. Steps on records
 * ask it, so that every way in is judged alike. And what is for the board alone, and who may say it
 * for the board.
 */
export { type Mandate, mandateOf } from './mandate.ts'
export { matters } from './matters.ts'
export { type Disorder, objectionHours } from './problems.ts'
export { attendance, type GivenProxy } from './quorum.ts'
export { type Body, type Seat, seatOf, seatsOf, seatsOn } from './seats.ts'
export { isCounted, type Vote, type Votes, votesOn } from './votes.ts'
