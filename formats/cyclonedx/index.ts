// SPDX-License-Identifier: EUPL-1.2
/**
 * CycloneDX: what a bill of materials says: devices with their firmware, and every component with
 * its identity, its place and what it uses. Read only; nothing is looked up anywhere.
 */
export { fromXml } from './from-xml.ts'
export { readCycloneDx } from './read.ts'
