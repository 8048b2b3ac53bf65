// SPDX-License-Identifier: EUPL-1.2
/**
 * Uplink: what a sensor and its hub say to each other, and what exactly is signed of it. Pure: keys
 * and digests are the caller's. Documented in `docs/formats/sensor.md`.
 */
export { asSettings, isFolderInside, type SensorSettings, usualSettings } from './settings.ts'
export { type Sightings, type SightingsLine, sightingsHead, uplinkLimits } from './sightings.ts'
export { type Said, statement } from './statement.ts'
