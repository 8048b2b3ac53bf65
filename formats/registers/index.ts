// SPDX-License-Identifier: EUPL-1.2
/**
 * Registers as tables in files: columns with the words of people above them, values as cells and
 * cells as values again, what a foreign column is probably meant to be, and templates to fill in.
 * Judging what a row comes to is the core's; references stay as people wrote them until somebody
 * who knows the registers turns them into ids.
 */
export { type Column, columnsOf, type Named } from './columns.ts'
export { headLine, type Proposal, proposals } from './mapping.ts'
export {
  type ReferenceText,
  type RowSettings,
  readRow,
  type SaidRow,
  withReferences,
} from './read-row.ts'
export type { Speech, Speeches } from './speech.ts'
export { helpRows, templateColumns, templateSheets } from './template.ts'
export { cellsOf, type Writing } from './write-cell.ts'
