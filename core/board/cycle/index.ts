// SPDX-License-Identifier: EUPL-1.2
/** What comes round: policies and their review, audits, findings, the review by the board. */
export { type PolicyLine, type PolicyStanding, type PolicyText, policyLines } from './policies.ts'
