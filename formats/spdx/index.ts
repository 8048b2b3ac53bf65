// SPDX-License-Identifier: EUPL-1.2
/**
 * SPDX: what a bill of materials of SPDX 2.2, 2.3 or 3.0 says of packages, as JSON or, of 2.x, as
 * tags and values, YAML, XML or RDF in XML. Read only; nothing is looked up anywhere.
 */
export { readSpdx } from './read.ts'
