// SPDX-License-Identifier: EUPL-1.2
/**
 * Vulns: which of a factory's devices an advisory is about. Reads advisories (CSAF, VEX) into plain
 * products and ranges, recognises products by the names, order numbers and serial numbers that
 * vendors and inventories use, compares versions by the schemes of vendors, and answers affected,
 * not affected or cannot decide, each with the entry and the reasoning behind it. Never guesses:
 * what cannot be read is said to be unreadable.
 */
import * as publishing from './publish/index.ts'
import * as response from './response/index.ts'
import * as revisions from './revisions.ts'

export type { Advisory } from './advisory.ts'
export { type Asset, assetOf } from './asset.ts'
export { AssetReader } from './match/asset-reader.ts'
export { type Evidence, evidenceOf } from './match/evidence.ts'
export type { Verdict } from './match/judge.ts'
export { type Finding, Matcher } from './match/matcher.ts'
export { advisoryOf } from './read.ts'
export { withOwn } from './tables/index.ts'
export { publishing, response, revisions }
