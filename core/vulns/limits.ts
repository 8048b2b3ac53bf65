// SPDX-License-Identifier: EUPL-1.2
/** Bounds we choose for documents of strangers, each with its reason. */
export const limits = {
  /** CSAF names 30 levels of branches as its soft limit; a tree of ours may be a little deeper. */
  branchDepth: 40,
  /** CSAF names 100 000 branches an array; whole documents of that size exist nowhere. */
  products: 200_000,
  /** Vulnerabilities of one document; the largest known has some hundreds. */
  weaknesses: 20_000,
  /** A version, range or name longer than this is prose and is not read as anything else. */
  versionLength: 300,
  nameLength: 400,
  /** Numbers and words of one version, constraints of one range. */
  versionParts: 40,
  constraints: 64,
  /** Part numbers one name may stand for, such as `R04/08/16(EN)CPU`. */
  patterns: 400,
  /** Text of a remediation kept for people. */
  textLength: 2_000,
} as const
