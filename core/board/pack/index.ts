// SPDX-License-Identifier: EUPL-1.2
/**
 * Pack: what a body gets before it meets, from the registers as of one size of the log and as of
 * the day three months before. Nothing is judged here that the standing and the figures did not.
 */
export { type CheckPoint, checklist } from './checklist.ts'
export { kindsOfPack, type Moment, type Pack, type PackFacts, packOf } from './pack.ts'
