// SPDX-License-Identifier: EUPL-1.2
/**
 * SARIF 2.1.0 (OASIS): results of analysis tools, read as findings.
 */
export { isSarif, readSarif } from './read.ts'
