// SPDX-License-Identifier: EUPL-1.2
/**
 * OSCAL: catalogues, profiles, mappings, component definitions, assessment results and plans of
 * action, in and out. What a document says beyond its model is named by path and left out; what is
 * written has the same UUIDs every time.
 */
export { type Requirement, requirementsOf } from './catalogue.ts'
export type { OscalProblem } from './check.ts'
export { type MappingSet, mappingsOf } from './mapping.ts'
export { type OscalDocument, type OscalRead, readOscal } from './read.ts'
export { resolveProfile } from './resolve.ts'
export type { OscalFinding, OscalObservation, OscalRisk } from './summary.ts'
export { findingsOf, implementationsOf, itemsOf, observationsOf, risksOf } from './summary.ts'
export { oscalCatalog, oscalComponents, oscalPlan, oscalResults } from './write.ts'
export { uuidOf } from './writing.ts'
