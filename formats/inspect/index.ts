// SPDX-License-Identifier: EUPL-1.2
/**
 * The answer of `schouw inspect`, from a command line or a browser, as a source of sightings: each
 * device with what was chosen about it and the packet that said so, and who opened what to whom.
 */
export { readInspection } from './read.ts'
