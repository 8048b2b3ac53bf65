// SPDX-License-Identifier: EUPL-1.2
/**
 * Network: how a site's network is divided, what may pass between the parts, how an attacker gets
 * from one to another, and which conversations must end so that none can. Knows addresses, zones
 * and who opens what to whom; nothing of devices, which others bring.
 */
export { type AddressRange, addressRange, isPublic, isWithin } from './address-range.ts'
export { graph, reach } from './graph.ts'
export { minCut } from './min-cut.ts'
export { attackPaths, pathsProblems } from './paths.ts'
export type { Hop, PathsInput, PathsProblem, PathsResult, PathsRule } from './paths-input.ts'
export { judgeBy } from './verdicts.ts'
