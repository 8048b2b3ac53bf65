// SPDX-License-Identifier: EUPL-1.2
/** The generic findings JSON of DefectDojo, which many tools and testers can write. */
export { isDefectDojo, readDefectDojo } from './read.ts'
