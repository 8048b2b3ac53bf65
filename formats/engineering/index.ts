// SPDX-License-Identifier: EUPL-1.2
/**
 * Engineering: exports of the programs that controllers are programmed with, as sightings: AutomationML,
 * L5X, TwinCAT projects, GSDML. They say what was planned, not what hangs there; whoever programs may be
 * wrong, or an intruder, so they are read as any file of a stranger: no entities, bounded.
 */
export { readAutomationMl } from './automation-ml.ts'
export { catalogueOf, type GsdDevice, readGsdml } from './gsdml.ts'
export { readL5x } from './l5x.ts'
export { readTwinCat } from './twincat.ts'
