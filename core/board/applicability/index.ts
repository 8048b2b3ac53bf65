// SPDX-License-Identifier: EUPL-1.2
/**
 * Applicability: which requirements of a framework apply and which do not, with the reason, and where
 * each that applies stands. A requirement of theirs stands where those of ours stand that it goes
 * together with; the numbers are signposts, and say nothing about who keeps to what.
 */
export {
  type ApplicabilityRow,
  type Applies,
  type Asked,
  applicabilityOf,
  askedBy,
  byNumber,
  type Group,
  groupsAbove,
  ownAsked,
  ownGroups,
  standardNames,
} from './rows.ts'
export { type Branch, filtered, gapsFirst, treeOf } from './tree.ts'
