// SPDX-License-Identifier: EUPL-1.2
/**
 * DefectDojo: its generic findings JSON, which many tools and testers can write, read as findings.
 */
export { isDefectDojo, readDefectDojo } from './read.ts'
