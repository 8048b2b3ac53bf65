// SPDX-License-Identifier: EUPL-1.2
/**
 * Crisis: who is called and by which number, what is missing among them, what is said first, and how
 * each zone is cut off from the rest. Reads records on a day, changes nothing.
 */
export { type Crisis, type CrisisGap, crisisOf, kindsOfCrisis, packReaders } from './crisis.ts'
export { type Isolation, isolationOf, type ZoneIsolation } from './isolation.ts'
export type { CrisisPerson, CrisisPlace } from './places.ts'
export { audiences, type StatementLine } from './statements.ts'
