// SPDX-License-Identifier: EUPL-1.2
/**
 * XLSX in: the first sheet of a workbook as a table of texts, with zip bombs refused before and
 * while unpacking.
 */
export { readXlsx } from './read.ts'
