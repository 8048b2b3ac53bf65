// SPDX-License-Identifier: EUPL-1.2
/**
 * Factory: the input folder of a nulmeting, from files to checked values. One schema a file; what
 * is wrong is listed with its place and left out, the rest is used.
 */
export { readOrganisation } from './files.ts'
export { type FactoryOutcome, readFactory } from './folder.ts'
export { jsonSchemas } from './json-schemas.ts'
export type { Factory } from './parsed.ts'
