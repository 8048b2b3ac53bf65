// SPDX-License-Identifier: EUPL-1.2
/**
 * Unzip: the files of a zip from a stranger, within bounds and never outside the folder they are
 * meant for.
 */
export { type Unzipped, unzipLimits, unzipped } from './read.ts'
