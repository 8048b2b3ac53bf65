// SPDX-License-Identifier: EUPL-1.2
/**
 * Table: what a row of a foreign table comes to when it is held against a record. A row says
 * something about some fields; whether that makes a record, changes one, or changes nothing is
 * judged here, and how a change is meant by the rule that somebody chose.
 */
export { canonical, type Difference, difference } from './difference.ts'
export { type ConflictRule, conflictRules } from './rule.ts'
