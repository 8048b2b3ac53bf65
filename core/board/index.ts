// SPDX-License-Identifier: EUPL-1.2
/**
 * Board: what the registers come to for whoever is answerable. Reads records as they stood on a
 * day and changes nothing; every line leads back to the record that it comes from.
 */
export type { KpiLine } from './deviations.ts'
export { kindsOfStanding, type Ref, type StandingFacts } from './facts.ts'
export * as losses from './losses/index.ts'
export type { RiskLine, Risks } from './risks.ts'
export { scopesOf } from './scope.ts'
export { type ReportDue, type Standing, standing } from './standing.ts'
export type { TrainingTerm } from './terms.ts'
export { type Vote, type Votes, votesOn } from './votes.ts'
export type { ActionLine, DecisionAsked, Roadmap } from './work.ts'
