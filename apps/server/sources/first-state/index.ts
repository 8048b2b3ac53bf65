// SPDX-License-Identifier: EUPL-1.2
/**
 * First state: the folder of a nulmeting and what was measured in it, as the registers an
 * organisation begins with. Once: what stands in the registers is never written over.
 */
export { adopted, standingBefore } from './adopt.ts'
export { firstState } from './first-state.ts'
export { broughtBack, clearedOfHalves, hasBegun } from './half.ts'
export {
  type Imported,
  importFirstState,
  triedFirstState,
} from './import.ts'
export type { Importing } from './plan.ts'
export { type FirstRead, readFirst, readFolder } from './read.ts'
